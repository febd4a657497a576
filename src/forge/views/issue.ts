import type { CommentRecord, IssueRecord, LabelRecord, PullRecord } from '../records.ts';
import type { Urls } from './urls.ts';
import { nodeId } from './urls.ts';
import { simpleUser } from './user.ts';

export function labelView(
  urls: Urls,
  name: string,
  labels: ReadonlyMap<string, LabelRecord>,
): Record<string, unknown> {
  const label = labels.get(name.toLowerCase()) ?? { id: 0, name, color: 'ededed', description: null };
  return {
    id: label.id,
    node_id: nodeId('Label', label.id),
    url: `${urls.repo}/labels/${encodeURIComponent(label.name)}`,
    name: label.name,
    color: label.color,
    default: false,
    // Null in some of GitHub's schemas, always a string in others.
    description: label.description ?? '',
  };
}

/** Who is to do it. */
export function assignedView(
  urls: Urls,
  { assignees }: Pick<IssueRecord, 'assignees'>,
): Record<string, unknown> {
  const accounts = assignees.map((login) => simpleUser(urls, login));
  return { assignee: accounts[0] ?? null, assignees: accounts };
}

/** An issue, or a pull request seen as one (`issue`). */
export function issueView(
  urls: Urls,
  issue: IssueRecord | PullRecord,
  comments: number,
  labels: ReadonlyMap<string, LabelRecord>,
): Record<string, unknown> {
  const url = `${urls.repo}/issues/${issue.number}`;
  const isPull = 'branch' in issue;
  const pull = `${urls.repo}/pulls/${issue.number}`;
  const html = isPull ? urls.pullPage(issue.number) : urls.issuePage(issue.number);
  return {
    id: issue.number,
    node_id: nodeId(isPull ? 'PullRequest' : 'Issue', issue.number),
    url,
    repository_url: urls.repo,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: html,
    number: issue.number,
    state: issue.state,
    state_reason: issue.state === 'closed' && !isPull ? 'completed' : null,
    title: issue.title,
    body: issue.body,
    user: simpleUser(urls, issue.user),
    labels: issue.labels.map((name) => labelView(urls, name, labels)),
    ...assignedView(urls, issue),
    milestone: null,
    locked: false,
    active_lock_reason: null,
    comments,
    closed_at: issue.closedAt,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    author_association: 'MEMBER',
    ...(isPull
      ? {
          draft: issue.draft,
          pull_request: {
            url: pull,
            html_url: html,
            diff_url: `${pull}.diff`,
            patch_url: `${pull}.patch`,
            merged_at: issue.mergedAt,
          },
        }
      : {}),
  };
}

export function commentView(urls: Urls, comment: CommentRecord, isOnPull: boolean): Record<string, unknown> {
  return {
    id: comment.id,
    node_id: nodeId('IssueComment', comment.id),
    url: `${urls.repo}/issues/comments/${comment.id}`,
    html_url: isOnPull
      ? urls.conversation(comment.issue)
      : `${urls.issuePage(comment.issue)}&comment=${comment.id}`,
    issue_url: `${urls.repo}/issues/${comment.issue}`,
    body: comment.body,
    user: simpleUser(urls, comment.user),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: 'MEMBER',
  };
}
