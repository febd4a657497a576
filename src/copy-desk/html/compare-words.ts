import { toWords } from '../words.ts';

/** The visible words that only one of two texts has, each as often as it has it more; '' where there are none. */
export function compareWords(
  before: string,
  after: string,
): { readonly removed: string; readonly added: string } {
  const counts = new Map<string, number>();
  for (const word of toWords(before)) counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const word of toWords(after)) counts.set(word, (counts.get(word) ?? 0) - 1);
  const list = (sign: 1 | -1): string =>
    [...counts].flatMap(([word, count]) => Array<string>(Math.max(0, count * sign)).fill(word)).join(' ');
  return { removed: list(1), added: list(-1) };
}
