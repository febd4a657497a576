import type { Call, Desk } from './context.ts';
import { findLine, followLine, type DiffSide } from './diff-lines.ts';
import type { Draft } from './draft.ts';
import { validationFailed } from './http.ts';
import { compareCommits, comparePull } from './pulls.ts';
import type { PullRecord, ReviewCommentRecord } from './records.ts';
import type { CommentPlace } from './views/review.ts';

/** A comment as somebody sends it. */
export interface NewComment {
  readonly path: string;
  readonly body: string;
  readonly line?: number | undefined;
  readonly start_line?: number | undefined;
  readonly side?: DiffSide | undefined;
}

/** Where a new comment stands. */
export type Anchor = Pick<
  ReviewCommentRecord,
  'path' | 'commitSha' | 'line' | 'startLine' | 'side' | 'position' | 'hunk'
>;

/**
 * Finds what a comment is about in what the pull request changes, at one of its commits.
 * @throws HttpError 422 for a commit, a file or a line that is none of it, in GitHub's words
 */
export async function findAnchor(
  desk: Desk,
  pull: PullRecord,
  commit: string,
  { path, line, start_line: start, side = 'RIGHT' }: NewComment,
): Promise<Anchor> {
  const { ahead } = await comparePull(desk, pull);
  if (!ahead.includes(commit)) throw refuse('commit_id', 'is not part of the pull request');
  const { files } = await compareCommits(desk, pull.baseSha, commit);
  const file = files.find((one) => one.path === path);
  if (file === undefined) throw refuse('path', 'could not be resolved');
  const about = { path, commitSha: commit, side, startLine: null };
  if (line === undefined) return { ...about, line: null, position: 1, hunk: '' };
  const found = findLine(file.patch, side, line);
  if (found === undefined) throw refuse('line', 'must be part of the diff');
  if (start !== undefined) {
    if (start > line) throw refuse('start_line', 'must precede the end line.');
    if (findLine(file.patch, side, start) === undefined)
      throw refuse('start_line', 'must be part of the same hunk as the line.');
  }
  return { ...about, line, startLine: start ?? null, position: found.position, hunk: found.hunk };
}

function refuse(name: string, reason: string): Error {
  const field = `pull_request_review_thread.${name}`;
  return validationFailed({
    resource: 'PullRequestReviewComment',
    field,
    code: 'custom',
    message: `${field} ${reason}`,
  });
}

interface Written {
  readonly pull: number;
  readonly review: number;
  readonly body: string;
  readonly inReplyTo?: number;
}

/** Adds a comment to what is about to be stored. */
export function addReviewComment(
  call: Call,
  draft: Draft,
  anchor: Anchor,
  written: Written,
): ReviewCommentRecord {
  const comment: ReviewCommentRecord = {
    inReplyTo: null,
    ...written,
    ...anchor,
    id: draft.nextId(),
    user: call.user.login,
    createdAt: draft.now,
    updatedAt: draft.now,
  };
  draft.putReviewComment(comment);
  return comment;
}

/** Where a comment stands in the pull request as it is now. */
export async function locateComment(
  desk: Desk,
  pull: PullRecord,
  { path, line, side, commitSha }: ReviewCommentRecord,
): Promise<CommentPlace> {
  const { headSha } = pull;
  const { files } = await comparePull(desk, pull);
  const patch = files.find((file) => file.path === path)?.patch;
  const place = { headSha, patch };
  if (line === null) return { ...place, line: undefined };
  if (commitSha === headSha) return { ...place, line };
  if (side === 'LEFT') return { ...place, line: findLine(patch, side, line) && line };
  // A head that a rewritten branch left behind may be gone.
  if ((await desk.repository.resolve(commitSha)) === undefined) return { ...place, line: undefined };
  const moved = (await desk.repository.diff(commitSha, headSha)).find((file) => file.path === path);
  if (moved === undefined) return { ...place, line };
  return { ...place, line: moved.patch === undefined ? undefined : followLine(moved.patch, line) };
}
