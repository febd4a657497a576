import { distance } from 'fastest-levenshtein';
import type { Part } from '../review/index.ts';

/** Shorter words mean another thing with one letter changed: «no», «ayer», «9 de mayo». */
const shortest = 5;

/** Marks, accents and capitals left out. */
const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();

const isSameWord = (before: string, after: string): boolean => {
  if (before === after) return true;
  if (/\p{N}/u.test(before + after) || Math.min(before.length, after.length) < shortest) return false;
  return distance(before, after) <= (Math.max(before.length, after.length) > 7 ? 2 : 1);
};

/**
 * Do two texts differ in spelling, marks and capitals only? Then the change says nothing new, as far as a machine can tell: a
 * number, a short word, or a word that comes or goes is never a matter of spelling.
 */
export function isSpelling(parts: readonly Part[]): boolean {
  const differing = withoutSameEnds(parts);
  const of = (left: Part['kind']): string[] =>
    fold(
      differing
        .filter(({ kind }) => kind !== left)
        .map(({ text }) => text)
        .join(''),
    ).split(' ');
  const [before, after] = [of('added'), of('removed')];
  if (before.join('') === after.join('')) return true;
  return (
    before.length === after.length && before.every((word, index) => isSameWord(word, after[index] ?? ''))
  );
}

/** Whole words that both texts begin or end with say nothing: most of a text is such. */
function withoutSameEnds(parts: readonly Part[]): Part[] {
  return parts.map(({ kind, text }, index) => {
    if (kind !== 'same') return { kind, text };
    const start = index === 0 ? text.lastIndexOf(' ') + 1 : 0;
    const end = index === parts.length - 1 ? text.indexOf(' ', start) : -1;
    return { kind, text: text.slice(start, end < 0 ? undefined : end) };
  });
}
