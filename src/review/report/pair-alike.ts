import { compareWordSets, toWords } from '../align.ts';

/** How much of their words two texts must share to count as one that went elsewhere and was reworded. */
const likeness = 0.6;

/** Fewer different words are alike by chance. */
const fewestWords = 6;

/** Beyond this many comparisons nothing is paired. */
const mostComparisons = 10_000;

/** Pairs of texts that are alike, the most alike first, wherever they stand; each in one pair at most. */
export function pairAlike(olds: readonly string[], nows: readonly string[]): [old: number, now: number][] {
  if (olds.length * nows.length > mostComparisons) return [];
  const right = nows.map(toWords);
  const pairs = olds
    .map(toWords)
    .flatMap((old, i) =>
      old.size < fewestWords
        ? []
        : right.map((now, j) => ({ i, j, score: now.size < fewestWords ? 0 : compareWordSets(old, now) })),
    )
    .filter(({ score }) => score >= likeness)
    .sort((a, b) => b.score - a.score);
  const [usedI, usedJ] = [new Set<number>(), new Set<number>()];
  return pairs.flatMap(({ i, j }) => {
    if (usedI.has(i) || usedJ.has(j)) return [];
    usedI.add(i);
    usedJ.add(j);
    return [[i, j] as [number, number]];
  });
}
