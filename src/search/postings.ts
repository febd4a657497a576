/** An article in which a term stands: its number, and how much the article is about the term (0–7). */
export interface Posting {
  readonly doc: number;
  readonly level: number;
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const levels = 8;
const more = 32;

/**
 * Postings as text: for each the gap to the one before, times eight, plus the level; five bits in a digit, the
 * lowest first, a sixth says that more follow (as source maps write numbers).
 * @param postings in the order of their numbers
 */
export function encodePostings(postings: readonly Posting[]): string {
  let text = '';
  let before = -1;
  for (const { doc, level } of postings) {
    let value = (doc - before - 1) * levels + level;
    before = doc;
    for (; value >= more; value = Math.floor(value / more)) text += digits.charAt((value % more) + more);
    text += digits.charAt(value);
  }
  return text;
}

const values = new Map([...digits].map((digit, value) => [digit.charCodeAt(0), value]));

/** The inverse of `encodePostings`. Characters that it does not write count as the first digit. */
export function decodePostings(text: string): Posting[] {
  const postings: Posting[] = [];
  let before = -1;
  let value = 0;
  let factor = 1;
  for (let index = 0; index < text.length; index += 1) {
    const digit = values.get(text.charCodeAt(index)) ?? 0;
    value += (digit % more) * factor;
    factor *= more;
    if (digit >= more) continue;
    before += Math.floor(value / levels) + 1;
    postings.push({ doc: before, level: value % levels });
    value = 0;
    factor = 1;
  }
  return postings;
}
