import type { ReactNode } from 'react';
import type { Part } from '../../review/compare-words.ts';
import { messages } from './messages.ts';

/** Which version is read: the earlier one, the later one, or both in one text. */
export type Reading = 'both' | 'before' | 'after';

const hidden = { both: undefined, before: 'added', after: 'removed' } as const;

/** A text with what was removed and what was added: by colour, by line and, to who listens, by word. */
export function Marks({
  parts,
  reading = 'both',
}: {
  readonly parts: readonly Part[];
  readonly reading?: Reading;
}): ReactNode {
  return parts
    .filter(({ kind }) => kind !== hidden[reading])
    .map(({ kind, text }, index) =>
      kind === 'same' ? (
        text
      ) : (
        <Mark key={index} kind={kind}>
          {text}
        </Mark>
      ),
    );
}

/** A piece that only one version has. */
export function Mark({
  kind,
  children,
}: {
  readonly kind: 'added' | 'removed';
  readonly children: ReactNode;
}): ReactNode {
  const Element = kind === 'added' ? 'ins' : 'del';
  return (
    <Element>
      <span className="v-unseen">{messages.marks[kind]}</span>
      {children}
      <span className="v-unseen">{messages.marks.end}</span>
    </Element>
  );
}
