/** What became of each post since it was published, drawn from git: for the pages that tell readers. */
export type { PostRecord, RecordedChange, RecordSummary } from './types.ts';
