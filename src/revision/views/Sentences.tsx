import { Fragment, type ReactNode } from 'react';
import type { BlockChange, Sentence } from '../../review/report/types.ts';
import { toSentences } from './block-text.ts';
import { Mark, Marks, type Reading } from './Marks.tsx';
import { messages } from './messages.ts';

interface Props {
  readonly block: BlockChange;
  /** All blocks of the body: where a sentence came from, or went. */
  readonly blocks: readonly BlockChange[];
  readonly reading: Reading;
}

/** What is read of a block: what was kept plainly, what changed with its marks. */
export function Sentences({ block, blocks, reading }: Props): ReactNode {
  return toSentences(block, reading).map((sentence, index) => (
    <Fragment key={index}>
      {index > 0 && ' '}
      <OneSentence sentence={sentence} blocks={blocks} reading={reading} />
    </Fragment>
  ));
}

function OneSentence({
  sentence: { kind, parts, other },
  blocks,
  reading,
}: {
  readonly sentence: Sentence;
  readonly blocks: readonly BlockChange[];
  readonly reading: Reading;
}): ReactNode {
  if (kind === 'kept') return parts.map(({ text }) => text).join('');
  if (kind === 'added' || kind === 'removed') {
    return <Mark kind={kind}>{parts.map(({ text }) => text).join('')}</Mark>;
  }
  if (kind === 'reworded') return <Marks parts={parts} reading={reading} />;
  const place = other === undefined ? undefined : blocks[other];
  if (kind === 'movedHere') {
    return (
      <span className="v-moved">
        <Marks parts={parts} reading={reading === 'both' ? 'both' : 'after'} />{' '}
        <small>({messages.block.sentenceCame(place?.before)})</small>
      </span>
    );
  }
  return (
    <span className="v-moved v-away">
      <s>
        {parts
          .filter((part) => part.kind !== 'added')
          .map(({ text }) => text)
          .join('')}
      </s>{' '}
      <small>({messages.block.sentenceWent(place?.after)})</small>
    </span>
  );
}
