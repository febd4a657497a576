import { z } from 'zod';
import { isDue, toMergeTitle } from '../../review/index.ts';
import { type GitHub, GitHubError } from '../client.ts';
import { type Pull, pullSchema } from './answers.ts';
import { findObstacle } from './permission.ts';
import { findPlan } from './plan.ts';
import { readStory } from './read-story.ts';

/** What became of a planned pull request. */
export interface Outcome {
  readonly number: number;
  readonly title: string;
  readonly moment: Date;
  /** `held`: its moment has come, but a person has to do something first; `failed`: GitHub refused the merge. */
  readonly state: 'waiting' | 'published' | 'held' | 'failed';
  readonly reason?: string;
}

export interface PublishDueOptions {
  readonly now: Date;
  /** Waits while GitHub works out whether something can be merged. */
  readonly pause: () => Promise<void>;
}

const readyLabel = 'gaceta/pending_publish';

/**
 * Merges the ready pull requests whose moment has come and that the rules allow to publish, each with the head
 * that was looked at, the earliest first.
 */
export async function publishDue(github: GitHub, options: PublishDueOptions): Promise<Outcome[]> {
  const pulls = await github.list('/pulls?state=open&base=main&per_page=100', z.array(pullSchema));
  const ready = pulls.filter(
    ({ labels, draft, head }) =>
      labels.some(({ name }) => name === readyLabel) &&
      draft !== true &&
      // A fork's branch is none of the newsroom's.
      head.repo?.full_name.toLowerCase() === github.repository.toLowerCase(),
  );
  const plans = [];
  for (const pull of ready) {
    const moment = await findPlan(github, pull);
    if (moment !== undefined) plans.push({ pull, moment });
  }
  const outcomes: Outcome[] = [];
  const inOrder = plans.sort(
    (a, b) => a.moment.getTime() - b.moment.getTime() || a.pull.number - b.pull.number,
  );
  for (const { pull, moment } of inOrder) {
    const { number, title } = pull;
    outcomes.push({ number, title, moment, ...(await publish(github, pull, moment, options)) });
  }
  return outcomes;
}

async function publish(
  github: GitHub,
  pull: Pull,
  moment: Date,
  { now, pause }: PublishDueOptions,
): Promise<Pick<Outcome, 'state' | 'reason'>> {
  if (!isDue(moment, now)) return { state: 'waiting' };
  const obstacle = await findObstacle(github, pull, pause);
  if (obstacle !== undefined) return { state: 'held', reason: obstacle };
  const { sha, ref } = pull.head;
  try {
    await github.request('PUT', `/pulls/${String(pull.number)}/merge`, z.unknown(), {
      sha,
      merge_method: 'merge',
      commit_title: toMergeTitle(pull.title),
      commit_message: await readStory(github, pull),
    });
  } catch (error) {
    if (error instanceof GitHubError && [403, 405, 409].includes(error.status)) {
      return { state: 'failed', reason: error.message };
    }
    throw error;
  }
  await removeBranch(github, ref);
  return { state: 'published' };
}

/** As the admin does after publishing; the repository may have done so by itself. */
async function removeBranch(github: GitHub, branch: string): Promise<void> {
  try {
    await github.request('DELETE', `/git/refs/heads/${encodeURIComponent(branch)}`, z.unknown());
  } catch (error) {
    if (!(error instanceof GitHubError && [404, 422].includes(error.status))) throw error;
  }
}
