import { runGit } from './run-git.ts';

/** Where the head of a pull request of the origin is kept. Not among the branches: nothing of ours reads it by chance. */
export const toPullRef = (number: number): string => `refs/gaceta/pull/${String(number)}`;

/**
 * Brings the head of a pull request from the remote `origin`, as GitHub keeps it, to its place (toPullRef).
 * @param signal ends the attempt
 * @throws GitError when there is no such pull request, or an AbortError
 */
export async function fetchPull(directory: string, number: number, signal: AbortSignal): Promise<void> {
  const refs = `+refs/pull/${String(number)}/head:${toPullRef(number)}`;
  await runGit(directory, ['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', 'origin', refs], {
    signal,
  });
}
