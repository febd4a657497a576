import { isRefName } from '../git/index.ts';
import type { Repository } from '../git/index.ts';

/**
 * The sha of what a client calls a revision: a sha, a branch (`cms/posts/x`, `heads/…`, `refs/heads/…`) or a
 * tag; optionally `owner:` before a branch. Nothing else, so that no git syntax reaches git.
 */
export async function findRevision(
  repository: Repository,
  name: string,
  owner?: string,
): Promise<string | undefined> {
  const prefix = `${owner ?? ''}:`;
  const bare = owner !== undefined && name.startsWith(prefix) ? name.slice(prefix.length) : name;
  if (/^[0-9a-f]{40}$/.test(bare)) return repository.resolve(bare);
  for (const ref of [`refs/heads/${bare}`, `refs/tags/${bare}`, `refs/${bare}`, bare]) {
    if (!isRefName(ref) || !/^refs\/(heads|tags)\//.test(ref)) continue;
    const sha = await repository.resolve(ref);
    if (sha !== undefined) return sha;
  }
  if (bare === 'HEAD') return repository.resolve('refs/heads/main');
  return /^[0-9a-f]{7,39}$/.test(bare) ? repository.resolve(bare) : undefined;
}

/** As {@link findRevision}, but only a commit; a tag counts as the commit it names. */
export async function findCommit(
  repository: Repository,
  name: string,
  owner?: string,
): Promise<string | undefined> {
  const sha = await findRevision(repository, name, owner);
  return sha === undefined ? undefined : (await repository.readCommit(sha))?.sha;
}
