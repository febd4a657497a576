import { z } from 'zod';
import type { Forge } from '../forge/index.ts';
import { fetchPull, GitError, type Repository, toPullRef } from '../git/index.ts';
import { createGitHub, GitHubError } from '../github/client.ts';

/** Finds the commit of a pull request that is to be shown, and sees to it that the repository has it. */
export interface PullSource {
  /**
   * @param head the commit that the address names, if it does
   * @returns the commit; undefined: there is no such pull request, or whoever asks does not know it; `busy`: later
   */
  findHead(number: number, head: string | null): Promise<string | undefined | 'busy'>;
}

const pullSchema = z.object({ head: z.object({ sha: z.string() }) });

/** The pull requests of the embedded forge, which only this machine reaches: its address needs no more than the number. */
export function openForgeSource(forge: Forge, apiUrl: string, repository: string): PullSource {
  const github = createGitHub({
    apiUrl,
    repository,
    token: forge.openSession(),
    fetch: (request) => forge.handle(request),
  });
  return {
    async findHead(number) {
      try {
        return (await github.request('GET', `/pulls/${String(number)}`, pullSchema)).head.sha;
      } catch (error) {
        if (error instanceof GitHubError && error.status === 404) return undefined;
        throw error;
      }
    },
  };
}

/** No pull request is fetched more often, milliseconds. */
const pause = 5000;

/** A fetch that hangs is given up, milliseconds. */
const longestFetch = 20_000;

/** How many fetches may wait; they go one after the other. */
const mostWaiting = 5;

/** How many pull requests are remembered as fetched just now. */
const capacity = 1000;

/**
 * The pull requests of the origin that a production server follows. Everybody reaches that server, so an address needs
 * a commit of the pull request, which nobody can guess.
 */
export function openOriginSource(repository: Repository, now: () => number = Date.now): PullSource {
  const fetched = new Map<number, number>();
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  const knows = async (number: number, head: string): Promise<boolean> => {
    const newest = await repository.resolve(toPullRef(number));
    if (newest === undefined || (await repository.info(head))?.type !== 'commit') return false;
    return repository.isAncestor(head, newest);
  };
  const fetchOnce = async (number: number): Promise<void> => {
    try {
      await fetchPull(repository.path, number, AbortSignal.timeout(longestFetch));
    } catch (error) {
      // There is none of that number, or the origin does not answer: nothing to show either way.
      const isLate = error instanceof Error && error.name === 'AbortError';
      if (!isLate && !(error instanceof GitError)) throw error;
    }
  };
  return {
    async findHead(number, head) {
      if (head === null || !/^[0-9a-f]{40}$/u.test(head)) return undefined;
      if (await knows(number, head)) return head;
      if (now() - (fetched.get(number) ?? -Infinity) < pause) return undefined;
      if (waiting >= mostWaiting) return 'busy';
      fetched.delete(number);
      fetched.set(number, now());
      const [oldest] = fetched.keys();
      if (fetched.size > capacity && oldest !== undefined) fetched.delete(oldest);
      waiting++;
      const fetching = last.then(() => fetchOnce(number)).finally(() => waiting--);
      last = fetching.catch(() => undefined);
      await fetching;
      return (await knows(number, head)) ? head : undefined;
    },
  };
}
