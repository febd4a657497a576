import { diffWordsWithSpace } from 'diff';

/** A piece of text that two versions have, or only the earlier or only the later. */
export interface Part {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** With less than this share of it left, a text counts as another one and is not shown word by word. */
const leastCommon = 0.3;

/** With this share of the shorter of the two left, it does not. */
const mostCommon = 0.8;

/**
 * What became of a text, word by word: what is not removed is the later version. The other way round, what was added
 * is removed and nothing else differs.
 */
export function compareWords(before: string, after: string): Part[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  if (before > after) return joinChanges(compareWords(after, before).map(turnRound));
  const parts = diffWordsWithSpace(before, after).map<Part>(({ value, removed, added }) => ({
    kind: removed ? 'removed' : added ? 'added' : 'same',
    text: value,
  }));
  const common = parts.reduce((sum, { kind, text }) => (kind === 'same' ? sum + text.trim().length : sum), 0);
  const lengths = [before.length, after.length];
  // What was only added to, or shortened, is the same text however little of it there was.
  return common < leastCommon * Math.max(...lengths) && common < mostCommon * Math.min(...lengths)
    ? replaceText(before, after)
    : joinChanges(parts);
}

/** One text in the place of another. */
export const replaceText = (before: string, after: string): Part[] =>
  joinChanges([
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ]);

const opposites = { same: 'same', removed: 'added', added: 'removed' } as const;
const turnRound = ({ kind, text }: Part): Part => ({ kind: opposites[kind], text });

/** What says nothing by itself: spaces, or a mark or two. */
const filler = /^(?:\s+|[^\p{L}\p{N}]{1,3})$/u;

/** Changes with nothing but a space or a mark between them as one change: 8:30 became 10:00. */
function joinChanges(parts: readonly Part[]): Part[] {
  const joined: Part[] = [];
  let [removed, added] = ['', ''];
  const flush = (): void => {
    if (removed !== '') joined.push({ kind: 'removed', text: removed });
    if (added !== '') joined.push({ kind: 'added', text: added });
    [removed, added] = ['', ''];
  };
  parts.forEach(({ kind, text }, index) => {
    const isBetween = filler.test(text) && (removed !== '' || added !== '') && index < parts.length - 1;
    if (kind !== 'same' || isBetween) {
      if (kind !== 'added') removed += text;
      if (kind !== 'removed') added += text;
      return;
    }
    flush();
    joined.push({ kind, text });
  });
  flush();
  return joined;
}
