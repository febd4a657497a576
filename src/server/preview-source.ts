import { z } from 'zod';
import type { Forge } from '../forge/index.ts';
import {
  fetchPull,
  GitError,
  listRemote,
  type RemoteRefs,
  type Repository,
  toPullRef,
} from '../git/index.ts';
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

/** The origin is not asked more often, milliseconds. */
const pause = 5000;

/** A question or a fetch that hangs is given up, milliseconds. */
const patience = 20_000;

/** How many fetches may wait; they go one after the other. */
const mostWaiting = 5;

/**
 * The pull requests of the origin that a production server follows. Everybody reaches that server, so an address needs
 * a commit of the pull request, which nobody can guess; and what strangers send from a fork is not shown under the
 * address of the newsroom. However many addresses are tried, the origin is asked once in a while.
 */
export function openOriginSource(repository: Repository, now: () => number = Date.now): PullSource {
  let listed: { readonly at: number; readonly refs: Promise<RemoteRefs | undefined> } | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  const knows = async (number: number, head: string): Promise<boolean> => {
    const newest = await repository.resolve(toPullRef(number));
    if (newest === undefined || (await repository.info(head))?.type !== 'commit') return false;
    return repository.isAncestor(head, newest);
  };
  const list = (): Promise<RemoteRefs | undefined> => {
    if (listed === undefined || now() - listed.at >= pause) {
      const refs = orNothing(listRemote(repository.path, AbortSignal.timeout(patience)));
      listed = { at: now(), refs };
    }
    return listed.refs;
  };
  /** Is there something of this pull request that the repository lacks and may show? */
  const isNews = async (number: number): Promise<boolean> => {
    const refs = await list();
    const newest = refs?.pulls.get(number);
    if (newest === undefined || refs?.branches.has(newest) !== true) return false;
    return (await repository.resolve(toPullRef(number))) !== newest;
  };
  const fetchOnce = async (number: number): Promise<void> => {
    if (await isNews(number))
      await orNothing(fetchPull(repository.path, number, AbortSignal.timeout(patience)));
  };
  return {
    async findHead(number, head) {
      if (head === null || !/^[0-9a-f]{40}$/u.test(head)) return undefined;
      if (await knows(number, head)) return head;
      if (!(await isNews(number))) return undefined;
      if (waiting >= mostWaiting) return 'busy';
      waiting++;
      const fetching = last.then(() => fetchOnce(number)).finally(() => waiting--);
      last = fetching.catch(() => undefined);
      await fetching;
      return (await knows(number, head)) ? head : undefined;
    },
  };
}

/** Undefined when there is none of that name, or the origin does not answer: nothing to show either way. */
async function orNothing<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    const isLate = error instanceof Error && error.name === 'AbortError';
    if (isLate || error instanceof GitError) return undefined;
    throw error;
  }
}
