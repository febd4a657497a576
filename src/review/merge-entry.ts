import type { Collection, Values } from '../../content-schema/index.ts';

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
}

/** What a person chose; a text of their own stands in the place of both. */
export type Resolution =
  { readonly choice: 'yours' | 'theirs' } | { readonly choice: 'edited'; readonly text: string };

export interface MergeResult {
  readonly conflicts: readonly Conflict[];
  /**
   * The merged values, undefined when the entry is to be deleted. @param resolutions by id of conflict
   * @throws RangeError when a conflict has no resolution
   */
  resolve(resolutions: ReadonlyMap<string, Resolution>): Values | undefined;
}

/**
 * Merges two versions of an entry with a common one: field by field, lists by item, the body by paragraph.
 * Undefined: the entry is not there in this version.
 */
export function mergeEntry(
  collection: Collection,
  base: Values | undefined,
  yours: Values | undefined,
  theirs: Values | undefined,
): MergeResult;
export function mergeEntry(): MergeResult {
  throw new Error('Not written yet.');
}
