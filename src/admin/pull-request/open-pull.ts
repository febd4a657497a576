import { useSyncExternalStore } from 'react';
import { onEvent } from '../events.ts';
import { pullListSchema, pullSchema } from '../../browser/github-answers.ts';
import { loadFacts, type PullFacts } from '../../browser/load-facts.ts';
import type { Newsroom } from './newsroom.ts';
import { startPolling } from '../../browser/poll.ts';
import { toChecks } from '../../browser/rules.ts';

/** What is known of the pull request of the entry in the form. */
export type Known =
  | { readonly kind: 'asking' }
  /** There is no answer: no connection, or a server that fails. */
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'none' }
  | { readonly kind: 'open'; readonly facts: PullFacts; readonly seenHead: string }
  | { readonly kind: 'gone'; readonly isMerged: boolean };

/** Between two questions, in milliseconds; shorter while GitHub computes or checks run. */
const calm = 10_000;
const busy = 1_500;

/** One question in so many asks for everything, also for what does not change the pull request. */
const thoroughly = 6;

let known: Known = { kind: 'asking' };
const listeners = new Set<() => void>();

function setKnown(next: Known): void {
  known = next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** What is known now; draws the component anew when it changes. */
export const useKnown = (): Known => useSyncExternalStore(subscribe, () => known);

/** The watch over the entry in the form. */
export interface Watch {
  refresh(): void;
  stop(): void;
}

/** Keeps what is known of an entry's pull request up to date, until stopped. */
export function watchEntry(newsroom: Newsroom, collection: string, slug: string): Watch {
  const branch = `cms/${collection}/${slug}`;
  let savedHead: string | undefined;
  let turn = 0;

  const ask = async (): Promise<number> => {
    const before = known;
    try {
      const next = await look(newsroom, branch, before, turn++ % thoroughly === 0);
      if (isStopped) return calm;
      if (next === undefined) return toWait(before);
      const seenHead = savedHead ?? (before.kind === 'open' ? before.seenHead : undefined);
      savedHead = undefined;
      setKnown(next.kind === 'open' ? { ...next, seenHead: seenHead ?? next.seenHead } : next);
      return toWait(next);
    } catch (error) {
      if (before.kind === 'asking' && !isStopped) setKnown({ kind: 'unreachable' });
      throw error;
    }
  };

  let isStopped = false;
  setKnown({ kind: 'asking' });
  const polling = startPolling(ask);
  const refresh = (): void => {
    turn = 0;
    polling.refresh();
  };
  const stopListening = [
    onEvent('saved', (saved) => {
      if (saved.collection !== collection || saved.slug !== slug) return;
      savedHead = saved.head;
      if (known.kind === 'open') setKnown({ ...known, seenHead: saved.head });
      refresh();
    }),
    onEvent('pullsChanged', refresh),
    onEvent('signedIn', refresh),
  ];
  return {
    refresh,
    stop() {
      isStopped = true;
      polling.stop();
      for (const stop of stopListening) stop();
      setKnown({ kind: 'asking' });
    },
  };
}

/** @returns undefined when nothing changed */
async function look(
  newsroom: Newsroom,
  branch: string,
  before: Known,
  isThorough: boolean,
): Promise<Known | undefined> {
  const { read, repo, owner } = newsroom;
  if (before.kind === 'open') {
    const { number } = before.facts.pull;
    // One question when nothing changed.
    if (!isThorough && toWait(before) === calm) {
      const pull = await read(`${repo}/pulls/${String(number)}`, pullSchema);
      if (pull === before.facts.pull) return undefined;
    }
    const facts = await loadFacts(newsroom, number);
    if (facts.pull.state === 'open') return { kind: 'open', facts, seenHead: facts.pull.head.sha };
    return { kind: 'gone', isMerged: facts.pull.merged_at != null };
  }
  const head = encodeURIComponent(`${owner}:${branch}`);
  const [pull] = await read(`${repo}/pulls?state=open&head=${head}`, pullListSchema);
  if (pull === undefined) return before.kind === 'gone' ? undefined : { kind: 'none' };
  const facts = await loadFacts(newsroom, pull.number);
  return { kind: 'open', facts, seenHead: facts.pull.head.sha };
}

/** Sooner while GitHub computes whether it can be merged, or a check runs. */
function toWait(state: Known): number {
  if (state.kind !== 'open') return calm;
  const { facts } = state;
  const isBusy =
    facts.pull.mergeable_state === 'unknown' || toChecks(facts).some((check) => check.state === 'pending');
  return isBusy ? busy : calm;
}
