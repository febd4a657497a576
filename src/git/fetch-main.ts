import { runGit } from './run-git.ts';

/**
 * Brings main forward to where the remote `origin` has it. A main that has gone another way stays as it is. Meant for
 * a bare clone: git does not move a branch that is checked out.
 * @param signal ends the attempt
 * @throws GitError, or an AbortError
 */
export async function fetchMain(directory: string, signal: AbortSignal): Promise<void> {
  await runGit(directory, ['fetch', '--quiet', '--no-tags', 'origin', 'refs/heads/main:refs/heads/main'], {
    signal,
  });
}
