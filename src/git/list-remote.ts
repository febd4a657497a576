import { runGit } from './run-git.ts';

/** What the remote `origin` has. */
export interface RemoteRefs {
  /** The heads of its branches. */
  readonly branches: ReadonlySet<string>;
  /** The heads of its pull requests by number, those from forks among them, as GitHub keeps them. */
  readonly pulls: ReadonlyMap<number, string>;
}

/**
 * Asks the remote `origin` for its branches and pull requests; nothing is fetched.
 * @param signal ends the attempt
 * @throws GitError, or an AbortError
 */
export async function listRemote(directory: string, signal: AbortSignal): Promise<RemoteRefs> {
  const patterns = ['refs/heads/*', 'refs/pull/*/head'];
  const { stdout } = await runGit(directory, ['ls-remote', '--quiet', 'origin', ...patterns], { signal });
  const branches = new Set<string>();
  const pulls = new Map<number, string>();
  for (const line of stdout.toString('utf8').split('\n')) {
    const [sha = '', ref = ''] = line.split('\t');
    const number = /^refs\/pull\/(\d+)\/head$/u.exec(ref)?.[1];
    if (number !== undefined) pulls.set(Number(number), sha);
    else if (ref.startsWith('refs/heads/')) branches.add(sha);
  }
  return { branches, pulls };
}
