import type { StatusRecord } from '../records.ts';
import type { Urls } from './urls.ts';
import { nodeId } from './urls.ts';
import { simpleUser } from './user.ts';

export function simpleStatus(urls: Urls, sha: string, status: StatusRecord): Record<string, unknown> {
  return {
    url: `${urls.repo}/statuses/${sha}`,
    avatar_url: urls.avatar(status.creator),
    id: status.id,
    node_id: nodeId('StatusContext', status.id),
    state: status.state,
    description: status.description,
    target_url: status.targetUrl,
    context: status.context,
    created_at: status.createdAt,
    updated_at: status.updatedAt,
  };
}

export function statusView(urls: Urls, sha: string, status: StatusRecord): Record<string, unknown> {
  return { ...simpleStatus(urls, sha, status), creator: simpleUser(urls, status.creator) };
}

/** The last status of each context, newest first. */
export function latestStatuses(statuses: readonly StatusRecord[]): StatusRecord[] {
  const latest = new Map<string, StatusRecord>();
  for (const status of statuses) latest.set(status.context, status);
  return [...latest.values()].sort((one, other) => other.id - one.id);
}

/** https://docs.github.com/en/rest/commits/statuses#get-the-combined-status-for-a-specific-reference */
export function combinedState(statuses: readonly StatusRecord[]): 'failure' | 'pending' | 'success' {
  if (statuses.some(({ state }) => state === 'failure' || state === 'error')) return 'failure';
  return statuses.length === 0 || statuses.some(({ state }) => state === 'pending') ? 'pending' : 'success';
}
