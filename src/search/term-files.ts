/** Terms that are near in the alphabet, with their postings. */
export interface TermGroup {
  /** No term of the group comes before it, and none of the groups before comes after it. */
  readonly start: string;
  readonly terms: readonly (readonly [term: string, postings: string])[];
}

type Terms = TermGroup['terms'];

/** Characters in a file, about half as many bytes when it is sent. */
const limit = 14_000;

/**
 * Cuts the terms into groups of about the same size. Cuts follow from the first letters, so that a new term
 * moves no others unless its own group grows too large.
 * @param terms in the order of their characters
 */
export function toTermGroups(terms: Terms, size = limit): TermGroup[] {
  return split({ start: '', terms }, 0, size);
}

const toSize = (terms: Terms): number =>
  terms.reduce((sum, [term, postings]) => sum + term.length + postings.length + 6, 0);

function split(group: TermGroup, depth: number, size: number): TermGroup[] {
  if (group.terms.length < 2 || toSize(group.terms) <= size) return [group];
  const byLetter = new Map<string, (readonly [string, string])[]>();
  for (const pair of group.terms) {
    const beginning = pair[0].slice(0, depth + 1);
    const known = byLetter.get(beginning);
    if (known === undefined) byLetter.set(beginning, [pair]);
    else known.push(pair);
  }
  const parts = [...byLetter].flatMap(([start, terms]) => split({ start, terms }, depth + 1, size));
  const [first, ...others] = join(parts, size);
  return first === undefined ? [] : [{ ...first, start: group.start }, ...others];
}

/** Joins neighbours that are small together. */
function join(groups: readonly TermGroup[], size: number): TermGroup[] {
  const joined: TermGroup[] = [];
  for (const group of groups) {
    const last = joined.at(-1);
    if (last !== undefined && toSize(last.terms) + toSize(group.terms) <= size) {
      joined[joined.length - 1] = { start: last.start, terms: [...last.terms, ...group.terms] };
    } else joined.push(group);
  }
  return joined;
}
