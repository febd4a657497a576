import { useSyncExternalStore } from 'react';
import { mediaBranchPrefix } from '../../review/index.ts';
import { onEvent } from '../events.ts';
import { type ListedPull, pullListSchema } from './github-answers.ts';
import { loadFacts, type PullFacts } from './load-facts.ts';
import type { Newsroom } from './newsroom.ts';
import { type Polling, startPolling } from './poll.ts';
import { readyLabel } from './to-strip.ts';

/** The open pull requests, by branch. */
export interface Board {
  readonly pulls: ReadonlyMap<string, ListedPull>;
  /** Of what can be published from the board. */
  readonly facts: ReadonlyMap<string, PullFacts>;
}

/** Between two questions, in milliseconds. */
const interval = 15_000;

const pageSize = 100;

const empty: Board = { pulls: new Map(), facts: new Map() };
let board = empty;
const listeners = new Set<() => void>();

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** What is known of the board now; draws the component anew when it changes. */
export const useBoard = (): Board => useSyncExternalStore(subscribe, () => board);

/** Keeps the board up to date until stopped. */
export function watchBoard(newsroom: Newsroom): Polling {
  const polling = startPolling(async () => {
    const pulls = await loadPulls(newsroom);
    const asked = pulls.filter(isPublishable);
    const facts = await Promise.all(asked.map(({ number }) => loadFacts(newsroom, number)));
    board = {
      pulls: new Map(pulls.map((pull) => [pull.head.ref, pull])),
      facts: new Map(facts.map((one) => [one.pull.head.ref, one])),
    };
    for (const listener of listeners) listener();
    return interval;
  });
  const stopListening = onEvent('pullsChanged', () => {
    polling.refresh();
  });
  return {
    ...polling,
    stop() {
      polling.stop();
      stopListening();
      board = empty;
    },
  };
}

const isPublishable = ({ head, labels }: ListedPull): boolean =>
  head.ref.startsWith(mediaBranchPrefix) || labels.some(({ name }) => name === readyLabel);

async function loadPulls({ read, repo }: Newsroom): Promise<ListedPull[]> {
  const pulls: ListedPull[] = [];
  for (let page = 1; ; page += 1) {
    const query = `state=open&per_page=${String(pageSize)}&page=${String(page)}`;
    const found = await read(`${repo}/pulls?${query}`, pullListSchema);
    pulls.push(...found);
    if (found.length < pageSize) return pulls;
  }
}
