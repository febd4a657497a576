import { findLine } from '../diff-lines.ts';
import type { ReviewCommentRecord, ReviewRecord } from '../records.ts';
import type { Urls } from './urls.ts';
import { nodeId } from './urls.ts';
import { simpleUser } from './user.ts';

export function reviewView(urls: Urls, review: ReviewRecord): Record<string, unknown> {
  const pull = `${urls.repo}/pulls/${review.pull}`;
  const html = urls.conversation(review.pull);
  return {
    id: review.id,
    node_id: nodeId('PullRequestReview', review.id),
    user: simpleUser(urls, review.user),
    body: review.body,
    state: review.state,
    html_url: html,
    pull_request_url: pull,
    _links: { html: { href: html }, pull_request: { href: pull } },
    submitted_at: review.submittedAt,
    commit_id: review.commitSha,
    author_association: 'MEMBER',
  };
}

/** Where a comment stands now. */
export interface CommentPlace {
  readonly headSha: string;
  /** Of the file as it is now; undefined: that line is gone, or it is about the file. */
  readonly line: number | undefined;
  /** What the pull request now changes in the file. */
  readonly patch: string | undefined;
}

/**
 * A comment on a line or a file (`pull-request-review-comment`). What GitHub answers as null for an outdated
 * line, its description leaves out; so do we.
 */
export function reviewCommentView(
  urls: Urls,
  comment: ReviewCommentRecord,
  { headSha, line, patch }: CommentPlace,
): Record<string, unknown> {
  const url = `${urls.repo}/pulls/comments/${comment.id}`;
  const pull = `${urls.repo}/pulls/${comment.pull}`;
  const html = urls.conversation(comment.pull);
  const isOnFile = comment.line === null;
  const position = isOnFile || line === undefined ? undefined : findLine(patch, comment.side, line)?.position;
  return {
    url,
    pull_request_review_id: comment.review,
    id: comment.id,
    node_id: nodeId('PullRequestReviewComment', comment.id),
    diff_hunk: comment.hunk,
    path: comment.path,
    commit_id: line === undefined && !isOnFile ? comment.commitSha : headSha,
    original_commit_id: comment.commitSha,
    ...(comment.inReplyTo === null ? {} : { in_reply_to_id: comment.inReplyTo }),
    user: simpleUser(urls, comment.user),
    body: comment.body,
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    html_url: html,
    pull_request_url: pull,
    author_association: 'MEMBER',
    _links: { self: { href: url }, html: { href: html }, pull_request: { href: pull } },
    start_line: comment.startLine === null || line === undefined ? null : line - span(comment),
    original_start_line: comment.startLine,
    start_side: comment.startLine === null ? null : comment.side,
    ...(line === undefined ? {} : { line }),
    ...(comment.line === null ? {} : { original_line: comment.line }),
    ...(position === undefined ? {} : { position }),
    original_position: comment.position,
    side: comment.side,
    subject_type: isOnFile ? 'file' : 'line',
  };
}

/** Lines before the one that a comment stands at. */
const span = ({ line, startLine }: ReviewCommentRecord): number => (line ?? 0) - (startLine ?? line ?? 0);
