export interface Heading {
  /** Its `id` in the page. */
  readonly id: string;
  readonly text: string;
  /** 2 to 6. */
  readonly depth: number;
}

const fewestSections = 3;
const fewestWords = 700;

/**
 * The table of contents of a body: its sections, when the text is long and has several; else none.
 * @param headings in the order of the text
 */
export function toContents(headings: readonly Heading[], words: number): readonly Heading[] {
  const sections = headings.filter(({ depth }) => depth === 2);
  return sections.length >= fewestSections && words > fewestWords ? sections : [];
}
