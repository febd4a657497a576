import { setTimeout as wait } from 'node:timers/promises';
import { fetchMain } from '../git/index.ts';

export interface FollowOptions {
  /** Path of the content repository, a clone whose `origin` is the repository that editors write to. */
  readonly repository: string;
  /** Seconds between two fetches. */
  readonly interval: number;
  readonly log: (line: string) => void;
}

/** A fetch that hangs is given up, milliseconds. */
const limit = 120_000;

/**
 * Brings main forward to where `origin` has it, again and again, at once the first time. It never goes back and never
 * merges. A failure is told once, not at every turn, and so is its end.
 * @returns a function that ends it
 */
export function followOrigin({ repository, interval, log }: FollowOptions): () => Promise<void> {
  const closing = new AbortController();
  let told: string | undefined;
  const follow = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      const problem = await fetchOnce(repository, closing.signal);
      if (closing.signal.aborted) return;
      if (problem !== told) log(problem ?? 'The content repository follows its origin again.');
      told = problem;
      // Ends early, with a rejection, when it is closed.
      await wait(interval * 1000, undefined, { signal: closing.signal, ref: false }).catch(() => undefined);
    }
  };
  const following = follow();
  return async () => {
    closing.abort();
    await following;
  };
}

/** What went wrong, or undefined. Readers keep their site whatever it is. */
async function fetchOnce(repository: string, closing: AbortSignal): Promise<string | undefined> {
  try {
    await fetchMain(repository, AbortSignal.any([closing, AbortSignal.timeout(limit)]));
    return undefined;
  } catch (error) {
    const isLate = error instanceof Error && error.name === 'AbortError';
    return `Could not follow origin: ${isLate ? 'it did not answer.' : String(error)}`;
  }
}
