import type { BlockChange, EntryReport, Sentence } from '../../review/report/types.ts';
import type { ParagraphComment, Side } from '../pull.ts';
import { toFileLine } from './file-line.ts';
import type { Reading } from './Marks.tsx';
import { type Place, toQuote } from '../../browser/conversation/threads.ts';

/** Sentences that a version does not have. */
const absent: Readonly<Record<Reading, readonly Sentence['kind'][]>> = {
  both: [],
  before: ['added', 'movedHere'],
  after: ['removed', 'movedAway'],
};

/** The sentences of a block that are in a version. */
export const toSentences = ({ sentences }: BlockChange, reading: Reading): Sentence[] =>
  sentences.filter(({ kind }) => !absent[reading].includes(kind));

/** What is read of a block in one version. */
export const toBlockText = (block: BlockChange, version: 'before' | 'after'): string => {
  const other = version === 'before' ? 'added' : 'removed';
  return toSentences(block, version)
    .map(({ parts }) =>
      parts
        .filter(({ kind }) => kind !== other)
        .map(({ text }) => text)
        .join(''),
    )
    .join(' ');
};

/** Where a comment on a block goes: without its text. */
export type Target = Pick<ParagraphComment, 'path' | 'line' | 'quote'>;

/**
 * Where comments on a body's blocks stand. What is gone has no line in the later file: a comment on it stands at the
 * end of what is before it, with the words that are gone.
 */
export function toTargets(
  { body: { blocks } }: EntryReport,
  after: Side | undefined,
  path: string,
): Target[] {
  let line = after === undefined ? 1 : toFileLine(after, 1);
  return blocks.map((block) => {
    const isGone = block.after === undefined || block.kind === 'movedAway';
    const at =
      block.after === undefined || isGone || after === undefined
        ? line
        : toFileLine(after, block.after.lines[0]);
    if (!isGone && block.after !== undefined && after !== undefined)
      line = toFileLine(after, block.after.lines[1]);
    return { path, line: at, quote: toQuote(toBlockText(block, isGone ? 'before' : 'after')) };
  });
}

/** The places of a body where threads may stand, one for each block. */
export function toPlaces({ body: { blocks } }: EntryReport, after: Side | undefined): Place[] {
  return blocks.map((block) => {
    const isThere = block.after !== undefined && block.kind !== 'movedAway' && after !== undefined;
    const [first, last] = block.after?.lines ?? [1, 0];
    return {
      lines: isThere
        ? { first: toFileLine(after, first), last: toFileLine(after, last) }
        : { first: 1, last: 0 },
      text: toBlockText(block, isThere ? 'after' : 'before'),
    };
  });
}
