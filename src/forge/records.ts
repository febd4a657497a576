import { z } from 'zod';

/** GitHub's limits, in characters. */
export const longestTitle = 256;
export const longestText = 65_536;

const date = z.iso.datetime();
const sha = z.string().regex(/^[0-9a-f]{40}$/);

export const labelSchema = z.strictObject({
  id: z.int(),
  name: z.string(),
  color: z.string(),
  description: z.string().nullable(),
});
export type LabelRecord = z.output<typeof labelSchema>;

const discussion = {
  number: z.int(),
  title: z.string(),
  body: z.string().nullable(),
  state: z.enum(['open', 'closed']),
  labels: z.array(z.string()),
  /** Records of older versions have none. */
  assignees: z.array(z.string()).default([]),
  user: z.string(),
  createdAt: date,
  updatedAt: date,
  closedAt: date.nullable(),
};

export const issueSchema = z.strictObject(discussion);
export type IssueRecord = z.output<typeof issueSchema>;

export const pullSchema = z.strictObject({
  ...discussion,
  draft: z.boolean(),
  /** Name of the branch, without refs/heads/. */
  branch: z.string(),
  /** Tips when last seen; while the pull request is open the branches themselves say. */
  headSha: sha,
  baseSha: sha,
  mergedAt: date.nullable(),
  mergedBy: z.string().nullable(),
  mergeCommitSha: sha.nullable(),
  /** Who was asked for a review and has not given one since. */
  requestedReviewers: z.array(z.string()).default([]),
});
export type PullRecord = z.output<typeof pullSchema>;

export const commentSchema = z.strictObject({
  id: z.int(),
  issue: z.int(),
  user: z.string(),
  body: z.string(),
  createdAt: date,
  updatedAt: date,
});
export type CommentRecord = z.output<typeof commentSchema>;

export const reviewSchema = z.strictObject({
  id: z.int(),
  pull: z.int(),
  user: z.string(),
  body: z.string(),
  state: z.enum(['APPROVED', 'CHANGES_REQUESTED', 'COMMENTED', 'DISMISSED']),
  commitSha: sha,
  submittedAt: date,
});
export type ReviewRecord = z.output<typeof reviewSchema>;

/** A comment on a line of a file, or on a file; every one belongs to a review. */
export const reviewCommentSchema = z.strictObject({
  id: z.int(),
  pull: z.int(),
  review: z.int(),
  user: z.string(),
  body: z.string(),
  path: z.string(),
  /** The commit that it was written about. */
  commitSha: sha,
  /** Of the file in that commit (LEFT: of the base); null: it is about the file. */
  line: z.int().nullable(),
  startLine: z.int().nullable(),
  side: z.enum(['LEFT', 'RIGHT']),
  /** What the diff showed there. */
  position: z.int(),
  hunk: z.string(),
  inReplyTo: z.int().nullable(),
  createdAt: date,
  updatedAt: date,
});
export type ReviewCommentRecord = z.output<typeof reviewCommentSchema>;

export const statusSchema = z.strictObject({
  id: z.int(),
  state: z.enum(['pending', 'success', 'failure', 'error']),
  context: z.string(),
  description: z.string().nullable(),
  targetUrl: z.string().nullable(),
  creator: z.string(),
  createdAt: date,
  updatedAt: date,
});
export type StatusRecord = z.output<typeof statusSchema>;

/** The last number of an issue or pull request, and the last id of anything else, that was given out. */
export const sequenceSchema = z.strictObject({ number: z.int(), id: z.int() });
export type Sequence = z.output<typeof sequenceSchema>;

/** Where each record lies in the tree of `refs/gaceta/state`. */
export const recordPath = {
  sequence: 'sequence.json',
  labels: 'labels.json',
  issue: (number: number): string => `issues/${number}.json`,
  comment: (issue: number, id: number): string => `issues/${issue}/comments/${id}.json`,
  pull: (number: number): string => `pulls/${number}.json`,
  review: (pull: number, id: number): string => `pulls/${pull}/reviews/${id}.json`,
  reviewComment: (pull: number, id: number): string => `pulls/${pull}/comments/${id}.json`,
  statuses: (commit: string): string => `statuses/${commit}.json`,
} as const;
