import type { Draft } from './draft.ts';
import type { StatusRecord } from './records.ts';
import type { StateStore } from './state.ts';
import type { NewStatus, User } from './types.ts';

/** Adds to what a commit was said to be; the last word of each context counts. */
export function addStatus(
  state: StateStore,
  user: User,
  sha: string,
  status: NewStatus,
): Promise<StatusRecord> {
  return state.change(user, `Status of ${sha.slice(0, 10)}: ${status.context}`, (snapshot, draft) => {
    const record = toStatus(draft, user, status);
    draft.putStatuses(sha, [...snapshot.statuses(sha), record]);
    return { result: record };
  });
}

/** The record of a status that somebody sets now. */
export const toStatus = (draft: Draft, user: User, status: NewStatus): StatusRecord => ({
  id: draft.nextId(),
  state: status.state,
  context: status.context,
  description: status.description ?? null,
  targetUrl: status.targetUrl ?? null,
  creator: user.login,
  createdAt: draft.now,
  updatedAt: draft.now,
});
