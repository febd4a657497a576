/** Two texts of which one may be the other, changed. */
type Pair = readonly [before: number, after: number];

/** How much of their words two texts must share to count as one text that was changed: half. */
const likeness = 0.5;

/** Beyond this many comparisons nothing is paired: nobody rewrites that much at once and means it. */
const mostComparisons = 10_000;

/** Pairs of texts that are alike, in order, such that together they are as alike as possible. */
export function alignTexts(before: readonly string[], after: readonly string[]): Pair[] {
  if (before.length * after.length > mostComparisons) return [];
  const [left, right] = [before.map(toWords), after.map(toWords)];
  const scores = left.map((a) => right.map((b) => compareWordSets(a, b)));
  const best = toBest(scores, before.length, after.length);
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  while (i < before.length && j < after.length) {
    const score = scores[i]?.[j] ?? 0;
    if (score >= likeness && at(i, j) === score + at(i + 1, j + 1)) pairs.push([i++, j++]);
    else if (at(i, j) === at(i + 1, j)) i++;
    else j++;
  }
  return pairs;
}

/** How alike the texts from `i` and from `j` on can be together. */
function toBest(scores: readonly (readonly number[])[], rows: number, columns: number): number[][] {
  const best = Array.from({ length: rows + 1 }, () => new Array<number>(columns + 1).fill(0));
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      const score = scores[i]?.[j] ?? 0;
      const paired = score >= likeness ? score + at(i + 1, j + 1) : 0;
      best[i]?.splice(j, 1, Math.max(paired, at(i + 1, j), at(i, j + 1)));
    }
  }
  return best;
}

/** The words of a text, each once, in small letters. */
export const toWords = (text: string): ReadonlySet<string> =>
  new Set(text.toLocaleLowerCase('es').match(/[\p{L}\p{M}\p{N}]+/gu));

/** How alike two texts are, by their words: from 0 (no word in common) to 1 (Sørensen–Dice). */
export function compareWordSets(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const size = a.size + b.size;
  return size === 0 ? 0 : (2 * a.intersection(b).size) / size;
}
