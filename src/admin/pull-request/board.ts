import { useSyncExternalStore } from 'react';
import { mediaBranchPrefix } from '../../review/index.ts';
import { onEvent } from '../events.ts';
import { type ListedPull, pullListSchema } from '../../browser/github-answers.ts';
import { loadFacts, type PullFacts } from '../../browser/load-facts.ts';
import type { Newsroom } from './newsroom.ts';
import { type Polling, startPolling } from '../../browser/poll.ts';
import { readyLabel } from './to-strip.ts';

/** The open pull requests, by branch. */
export interface Board {
  /** False until GitHub has answered. */
  readonly isKnown: boolean;
  readonly pulls: ReadonlyMap<string, ListedPull>;
  /** Of what can be published from the board. */
  readonly facts: ReadonlyMap<string, PullFacts>;
}

/** Between two questions, in milliseconds. */
const interval = 15_000;

/** Of the labels that say where a card is: cms_label_prefix. */
const statusPrefix = 'gaceta/';

const pageSize = 100;

const empty: Board = { isKnown: false, pulls: new Map(), facts: new Map() };
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
      isKnown: true,
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

/**
 * Where the cards of the board belong, from what GitHub says: `cms/posts/nota draft`, sorted. A request without
 * a status is a draft, as the backend has it.
 */
export const toPlaces = (pulls: Iterable<ListedPull>): string =>
  [...pulls]
    .filter(({ head }) => head.ref.startsWith('cms/'))
    .map(({ head, labels }) => `${head.ref} ${toStatus(labels.map(({ name }) => name))}`)
    .sort()
    .join('\n');

const toStatus = (labels: readonly string[]): string =>
  labels.find((label) => label.startsWith(statusPrefix))?.slice(statusPrefix.length) ?? 'draft';

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
