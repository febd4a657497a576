/** Two changes to the same thing, between which a person has to choose. */
export interface Conflict {
  /** The same for the same place in two merges of the same versions. */
  readonly id: string;
  /** Key of the form's field; absent when it is the whole entry (one side deleted it). */
  readonly field?: string;
  /** What the form calls the place, such as «Título» or «Correcciones, 2». */
  readonly label: string;
  /** The three versions as text a person reads; undefined: it is not there. */
  readonly base: string | undefined;
  readonly yours: string | undefined;
  readonly theirs: string | undefined;
  /**
   * What is wrong with a text that a person wrote in place of both, undefined when nothing is. Absent where
   * nothing can be written by hand, as for a date.
   */
  readonly check?: (text: string) => string | undefined;
}

/** What a person chose; a text of their own stands in the place of both. */
export type Resolution =
  { readonly choice: 'yours' | 'theirs' } | { readonly choice: 'edited'; readonly text: string };
