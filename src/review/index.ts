/** Between versions of an entry: kinds of changes, three-way merge, what changed. Pure functions. */
export { type ChangeKind, kindLabels, mediaBranchPrefix, toChangeKind } from './change-kind.ts';
export type { Conflict, Resolution } from './conflict.ts';
export type { Merge, Resolutions } from './merge.ts';
export { mergeEntry } from './merge-entry.ts';
