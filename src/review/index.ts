/** Between versions of an entry: kinds of changes, three-way merge, what changed. Pure functions. */
export { type ChangeKind, kindLabels, mediaBranchPrefix, toChangeKind } from './change-kind.ts';
export { type Conflict, mergeEntry, type MergeResult, type Resolution } from './merge-entry.ts';
