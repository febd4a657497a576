/** What the page of the search holds: which file has which terms and which articles. */
export interface Manifest {
  /** Number of articles; they are numbered from the oldest, 0. */
  readonly count: number;
  /** Articles in one file. */
  readonly size: number;
  /** The first term of each file of terms, in order; the first is ''. */
  readonly starts: readonly string[];
  /** The names of the files of terms, one after the other, `nameLength` characters each. */
  readonly terms: string;
  /** The names of the files of articles, likewise. */
  readonly articles: string;
}

/** What stands in the page as JSON: the manifest, where articles are, and what the script says. */
export interface SearchData {
  readonly manifest: Manifest;
  /** Site paths before the name of an index file and before the id of an article. */
  readonly filesPath: string;
  readonly articlesPath: string;
  readonly messages: SearchMessages;
}

/** In these texts `{n}` stands for a number, `{text}` for words. */
interface SearchMessages {
  readonly none: string;
  readonly one: string;
  readonly many: string;
  readonly partial: string;
  readonly guessed: string;
  readonly tooCommon: string;
  readonly near: string;
  readonly notNear: string;
  readonly failed: string;
  readonly inText: string;
}

/** Length of a file name without its ending. */
export const nameLength = 8;

/** A file of terms: each term, and after it its postings. Terms are in the order of their characters. */
export type TermFile = readonly string[];

/** An article as a result shows it. */
export type Article = readonly [
  id: string,
  title: string,
  description: string,
  day: string,
  author: string,
  /** '' if it is the site's. */
  language: string,
  ...topics: string[],
];

/** The term under which the articles of a topic stand. */
export const toTopicTerm = (topic: string): string => `#${topic}`;

export const toFileName = (names: string, index: number): string =>
  names.slice(index * nameLength, (index + 1) * nameLength);

/** The file that holds a term, if the term is there. */
export function findTermFile({ starts }: Manifest, term: string): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? '') <= term) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The files that hold terms with this beginning. */
export function findPrefixFiles(manifest: Manifest, prefix: string): number[] {
  const first = findTermFile(manifest, prefix);
  const last = findTermFile(manifest, `${prefix}\uFFFF`);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
