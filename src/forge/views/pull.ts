import type { LabelRecord, PullRecord } from '../records.ts';
import type { User } from '../types.ts';
import { assignedView, labelView } from './issue.ts';
import { repositoryView } from './repository.ts';
import type { Urls } from './urls.ts';
import { nodeId } from './urls.ts';
import { simpleUser } from './user.ts';

export type Labels = ReadonlyMap<string, LabelRecord>;

/** A pull request in a list (`pull-request-simple`). */
export function pullView(urls: Urls, user: User, pull: PullRecord, labels: Labels): Record<string, unknown> {
  const url = `${urls.repo}/pulls/${pull.number}`;
  const issue = `${urls.repo}/issues/${pull.number}`;
  const html = urls.pullPage(pull.number);
  const statuses = `${urls.repo}/statuses/${pull.headSha}`;
  const repo = repositoryView(urls, user);
  const owner = simpleUser(urls, urls.owner);
  const branch = (ref: string, sha: string): Record<string, unknown> => ({
    label: `${urls.owner}:${ref}`,
    ref,
    sha,
    user: owner,
    repo,
  });
  return {
    url,
    id: pull.number,
    node_id: nodeId('PullRequest', pull.number),
    html_url: html,
    diff_url: `${url}.diff`,
    patch_url: `${url}.patch`,
    issue_url: issue,
    number: pull.number,
    state: pull.state,
    locked: false,
    title: pull.title,
    user: simpleUser(urls, pull.user),
    body: pull.body,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: pull.closedAt,
    merged_at: pull.mergedAt,
    merge_commit_sha: pull.mergeCommitSha,
    ...assignedView(urls, pull),
    requested_reviewers: pull.requestedReviewers.map((login) => simpleUser(urls, login)),
    requested_teams: [],
    labels: pull.labels.map((name) => labelView(urls, name, labels)),
    milestone: null,
    draft: pull.draft,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${urls.repo}/pulls/comments{/number}`,
    comments_url: `${issue}/comments`,
    statuses_url: statuses,
    head: branch(pull.branch, pull.headSha),
    base: branch('main', pull.baseSha),
    _links: {
      self: { href: url },
      html: { href: html },
      issue: { href: issue },
      comments: { href: `${issue}/comments` },
      review_comments: { href: `${url}/comments` },
      review_comment: { href: `${urls.repo}/pulls/comments{/number}` },
      commits: { href: `${url}/commits` },
      statuses: { href: statuses },
    },
    author_association: 'MEMBER',
    auto_merge: null,
    active_lock_reason: null,
  };
}

export interface PullDetails {
  mergeable: boolean | null;
  /** The rules keep the caller from merging. */
  blocked: boolean;
  /** A status that the rules do not ask for is no success. */
  unstable: boolean;
  comments: number;
  reviewComments: number;
  commits: number;
  additions: number;
  deletions: number;
  changedFiles: number;
}

/** One pull request (`pull-request`). */
export function fullPullView(
  urls: Urls,
  user: User,
  pull: PullRecord,
  labels: Labels,
  details: PullDetails,
): Record<string, unknown> {
  return {
    ...pullView(urls, user, pull, labels),
    merged: pull.mergedAt !== null,
    mergeable: details.mergeable,
    rebaseable: null,
    mergeable_state: mergeableState(pull, details),
    merged_by: pull.mergedBy === null ? null : simpleUser(urls, pull.mergedBy),
    comments: details.comments,
    review_comments: details.reviewComments,
    maintainer_can_modify: false,
    commits: details.commits,
    additions: details.additions,
    deletions: details.deletions,
    changed_files: details.changedFiles,
  };
}

/** https://docs.github.com/en/graphql/reference/enums#mergestatestatus */
function mergeableState(pull: PullRecord, { mergeable, blocked, unstable }: PullDetails): string {
  if (mergeable === null) return 'unknown';
  if (pull.draft) return 'draft';
  if (!mergeable) return 'dirty';
  if (blocked) return 'blocked';
  return unstable ? 'unstable' : 'clean';
}
