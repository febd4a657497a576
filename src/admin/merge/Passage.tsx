import type { ReactNode } from 'react';
import type { Part } from '../../review/index.ts';
import { messages } from '../locale/messages.ts';

/** A text with what was removed and what was added, by mark, by colour and, to who listens, by word. */
export function Passage({ parts }: { readonly parts: readonly Part[] }): ReactNode {
  return <p className="gaceta-passage">{parts.map(toMark)}</p>;
}

function toMark({ kind, text }: Part, index: number): ReactNode {
  if (kind === 'same') return text;
  const Mark = kind === 'added' ? 'ins' : 'del';
  return (
    <Mark key={index}>
      <span className="gaceta-unseen">{messages.merge.marks[kind]} </span>
      {text}
    </Mark>
  );
}
