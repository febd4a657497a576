import { z } from 'zod';
import type { GitHub } from '../client.ts';
import {
  commitSchema,
  permissionSchema,
  type Pull,
  pullStateSchema,
  reviewSchema,
  ruleSchema,
} from './answers.ts';

/** States in which the rules let a merge through; GitHub's names. */
const open = ['clean', 'unstable', 'has_hooks'];

const reasons: Readonly<Record<string, string>> = {
  dirty: 'it conflicts with what is published',
  behind: 'its branch is behind main',
  draft: 'it is a draft on GitHub',
  unknown: 'GitHub has not said yet whether it can be merged',
};

/**
 * Why a pull request may not be published by a clock; undefined: it may. Where the rules ask for no approval,
 * somebody who may publish must stand behind the version all the same: a clock decides nothing.
 * @param pause waits before GitHub is asked again for a state that it is still working out
 */
export async function findObstacle(
  github: GitHub,
  pull: Pull,
  pause: () => Promise<void>,
): Promise<string | undefined> {
  const state = await readState(github, pull, pause);
  if (!open.includes(state)) return reasons[state] ?? 'the rules of main are not met (approval, checks)';
  const rules = await github.list('/rules/branches/main?per_page=100', z.array(ruleSchema));
  const approvals = rules.map(({ parameters }) => parameters?.required_approving_review_count ?? 0);
  if (Math.max(0, ...approvals) > 0 || (await isVouchedFor(github, pull))) return undefined;
  return 'nobody who may publish has approved it';
}

async function readState(github: GitHub, { number }: Pull, pause: () => Promise<void>): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    const { mergeable_state: state } = await github.request(
      'GET',
      `/pulls/${String(number)}`,
      pullStateSchema,
    );
    if (state !== 'unknown' || attempt === 5) return state;
    await pause();
  }
}

/** Is there an approval of this version by a reviewer, or is it all a reviewer's own? */
async function isVouchedFor(github: GitHub, { number, user, head }: Pull): Promise<boolean> {
  const [reviews, { committer }] = await Promise.all([
    github.list(`/pulls/${String(number)}/reviews?per_page=100`, z.array(reviewSchema)),
    github.request('GET', `/commits/${head.sha}`, commitSchema),
  ]);
  const approvers = reviews.flatMap((review) =>
    review.state === 'APPROVED' && review.commit_id === head.sha ? [review.user?.login] : [],
  );
  for (const login of approvers) if (await mayPublish(github, login)) return true;
  return (await mayPublish(github, user?.login)) && (await mayPublish(github, committer?.login));
}

async function mayPublish(github: GitHub, login: string | undefined): Promise<boolean> {
  if (login === undefined) return false;
  const path = `/collaborators/${encodeURIComponent(login)}/permission`;
  const { role_name: role } = await github.request('GET', path, permissionSchema);
  return role === 'maintain' || role === 'admin';
}
