/** Between versions of an entry: kinds of changes, three-way merge, what changed. Pure functions. */
export { toApprovers } from './approvers.ts';
export {
  type ChangeKind,
  type KindLabel,
  kindLabels,
  mediaBranchPrefix,
  toChangeKind,
} from './change-kind.ts';
export { compareWords, type Part } from './compare-words.ts';
export type { Conflict, Resolution } from './conflict.ts';
export type { Merge, Resolutions } from './merge.ts';
export { mergeEntry } from './merge-entry.ts';
export { toMergeTitle } from './merge-title.ts';
export { type MergeStory, parseMergeMessage, toMergeMessage, type TrailerStory } from './merge-message.ts';
export { longestReason, readReason, toPullBody, withReason } from './pull-body.ts';
export { toReadable } from './readable.ts';
export { isDue, toPlannedMoment } from './schedule.ts';
