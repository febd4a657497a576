import type { Repository } from '../git/index.ts';
import { messages } from './messages.ts';
import type { PullRecord, ReviewRecord } from './records.ts';
import { canMerge } from './rules.ts';
import type { Snapshot } from './snapshot.ts';
import { commitEmail } from './types.ts';
import type { ForgeOptions, User } from './types.ts';
import { latestStatuses } from './views/status.ts';

/** The rules of main, which GitHub would hold in a ruleset. */
export interface MergeRules {
  readonly approvals: number;
  /** Contexts that must be a success on the head. */
  readonly checks: readonly string[];
}

/** What the options make the rules of main. */
export const toMergeRules = ({ approvals = 0, check }: ForgeOptions): MergeRules => ({
  approvals,
  checks: check === undefined ? [] : [check.context],
});

/**
 * Why this user may not merge a pull request, in Spanish; nothing: the rules let it through. The head is that
 * of `pull`. As on GitHub with «dismiss stale approvals» and «last push approval»: an approval counts when it
 * is of the head and by neither the author nor who made the head.
 */
export async function findObstacles(
  { repository, options }: { repository: Repository; options: ForgeOptions },
  snapshot: Snapshot,
  pull: PullRecord,
  user: User,
): Promise<string[]> {
  const { approvals, checks } = toMergeRules(options);
  const email = (await repository.readCommit(pull.headSha))?.committer.email;
  const isReviewer = (login: string): boolean => {
    const reviewer = options.users.find((one) => one.login === login);
    return reviewer !== undefined && canMerge(reviewer) && login !== pull.user;
  };
  const opinions = latestOpinions(snapshot.reviews(pull.number)).filter((review) => isReviewer(review.user));
  const approved = opinions.filter(
    ({ state, commitSha, user: login }) =>
      state === 'APPROVED' && commitSha === pull.headSha && commitEmail({ login }) !== email,
  );
  const statuses = latestStatuses(snapshot.statuses(pull.headSha));
  const states = checks.map((context) => statuses.find((status) => status.context === context)?.state);
  return [
    ...(canMerge(user) ? [] : [messages.cannotMerge]),
    ...(approved.length < approvals ? [messages.needsApproval] : []),
    ...(approvals > 0 && opinions.some(({ state }) => state === 'CHANGES_REQUESTED')
      ? [messages.changesRequested]
      : []),
    ...(states.some((state) => state === undefined || state === 'pending') ? [messages.checkPending] : []),
    ...(states.some((state) => state === 'failure' || state === 'error') ? [messages.checkFailed] : []),
  ];
}

/** The last review of each person that says yes or no, or was dismissed; a comment takes nothing back. */
function latestOpinions(reviews: readonly ReviewRecord[]): ReviewRecord[] {
  const latest = new Map<string, ReviewRecord>();
  for (const review of reviews) if (review.state !== 'COMMENTED') latest.set(review.user, review);
  return [...latest.values()];
}
