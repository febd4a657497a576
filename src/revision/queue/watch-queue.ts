import {
  type ListedPull,
  pullListSchema,
  pullSchema,
  reviewsSchema,
  statusSchema,
} from '../../browser/github-answers.ts';
import { loadNames } from '../../browser/load-facts.ts';
import { startPolling } from '../../browser/poll.ts';
import type { Api } from '../api.ts';
import { toMessage } from '../api-error.ts';
import { inTurns } from '../in-turns.ts';
import { createStore, type Store } from '../store.ts';
import type { QueuedPull } from './to-queue.ts';

/** What is known of the queue. */
export interface KnownQueue {
  /** undefined: nothing yet. */
  readonly pulls: readonly QueuedPull[] | undefined;
  readonly names: ReadonlyMap<string, string>;
  /** Why the last question had no answer. */
  readonly problem: string | undefined;
}

/** Between two questions, in milliseconds. */
const calm = 10_000;
const busy = 2_500;

/** One question in so many asks for the details of all: checks end without a word in the list. */
const thoroughly = 6;

/** It outlives the page: who comes back from a pull request finds the list there. */
export const queue: Store<KnownQueue> = createStore<KnownQueue>({
  pulls: undefined,
  names: new Map(),
  problem: undefined,
});

/** Keeps the queue up to date until the function that it gives is called. */
export function watchQueue(api: Api): () => void {
  let turn = 0;
  const polling = startPolling(async () => {
    try {
      return (await look(api, turn++ % thoroughly === 0)) ? busy : calm;
    } catch (error) {
      queue.set({ ...queue.get(), problem: toMessage(error) });
      throw error;
    }
  });
  return () => {
    polling.stop();
  };
}

/** @returns whether something is going on that will change soon */
async function look(api: Api, isThorough: boolean): Promise<boolean> {
  const { read, repo, branch } = api;
  const list = await read(
    `${repo}/pulls?state=open&base=${encodeURIComponent(branch)}&sort=created&direction=asc&per_page=100`,
    pullListSchema,
  );
  const before = new Map(queue.get().pulls?.map((queued) => [queued.pull.number, queued]));
  const known = list.map((pull): QueuedPull => ({ ...before.get(pull.number), pull }));
  const people = list.flatMap(({ user, assignees }) => [user, ...assignees]);
  const names = await loadNames(api, queue.get().names, people);
  queue.set({ pulls: known, names, problem: undefined });
  const wanted = known.filter(
    (queued) => isThorough || isBusy(queued) || queued.pull !== before.get(queued.pull.number)?.pull,
  );
  const details = new Map<number, QueuedPull['details']>();
  await inTurns(wanted, async ({ pull }) => {
    details.set(pull.number, await loadDetails(api, pull));
  });
  const pulls = known.map((queued): QueuedPull => {
    const found = details.get(queued.pull.number);
    return found === undefined ? queued : { ...queued, details: found };
  });
  queue.set({ pulls, names, problem: undefined });
  return pulls.some(isBusy);
}

const isBusy = ({ details }: QueuedPull): boolean =>
  details === undefined ||
  details.pull.mergeable_state === 'unknown' ||
  details.statuses.some(({ state }) => state === 'pending') ||
  !details.statuses.some(({ context }) => context === 'gaceta/check');

async function loadDetails(
  { read, repo }: Api,
  { number, head }: ListedPull,
): Promise<QueuedPull['details']> {
  const path = `${repo}/pulls/${String(number)}`;
  const [pull, reviews, { statuses }] = await Promise.all([
    read(path, pullSchema),
    read(`${path}/reviews?per_page=100`, reviewsSchema),
    read(`${repo}/commits/${head.sha}/status`, statusSchema),
  ]);
  return { pull, reviews, statuses };
}
