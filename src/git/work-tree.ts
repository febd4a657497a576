import { lstat, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileChange } from './diff.ts';
import { GitError } from './git-error.ts';
import type { Repository } from './repository.ts';
import { runGit } from './run-git.ts';

/**
 * Folders in which `ref` is checked out: the main work tree and linked ones.
 * https://git-scm.com/docs/git-worktree#_porcelain_format
 */
export async function findWorkTrees(repository: Repository, ref: string): Promise<string[]> {
  const { stdout } = await runGit(repository.gitDir, ['worktree', 'list', '--porcelain', '-z']);
  const found: string[] = [];
  for (const record of stdout.toString('utf8').split('\0\0')) {
    const lines = record.split('\0');
    const path = lines.find((line) => line.startsWith('worktree '))?.slice('worktree '.length);
    if (path === undefined || !lines.includes(`branch ${ref}`) || lines.includes('bare')) continue;
    if (await exists(path)) found.push(await realpath(path));
  }
  return found;
}

/**
 * What would be lost if the work trees of `ref` went from one commit to another: files changed in the
 * work tree or the index, and files git does not know that stand where a new one must go (also ignored ones,
 * which git itself would overwrite). Empty when the move is safe.
 * @throws GitError when the index is locked
 */
export async function checkWorkTrees(
  repository: Repository,
  ref: string,
  from: string,
  to: string,
): Promise<string[]> {
  const trees = await findWorkTrees(repository, ref);
  if (trees.length === 0) return [];
  const changes = await repository.diff(from, to, { renames: false });
  const found = await Promise.all(trees.map((tree) => findCollisions(tree, from, to, changes)));
  return [...new Set(found.flat())].sort();
}

/**
 * Moves index and files of the work trees of `ref` from one commit to another, as a fast-forward does.
 * Safe to repeat after a crash half-way: files that already are as they shall be count as done.
 * @throws GitError when files changed after {@link checkWorkTrees}; then nothing of that tree has moved.
 */
export async function updateWorkTrees(
  repository: Repository,
  ref: string,
  from: string,
  to: string,
): Promise<void> {
  for (const tree of await findWorkTrees(repository, ref)) {
    await adoptFinishedFiles(tree, await repository.diff(from, to, { renames: false }));
    await runGit(tree, ['read-tree', '-m', '-u', from, to]);
  }
}

async function findCollisions(
  tree: string,
  from: string,
  to: string,
  changes: readonly FileChange[],
): Promise<string[]> {
  await refreshIndex(tree);
  const [index, different] = await Promise.all([
    names(tree, ['ls-files', '-z']),
    names(tree, ['diff-index', '-z', '--name-only', '--no-renames', from]),
  ]);
  const collisions: string[] = [];
  for (const { path } of changes) {
    if (different.has(path)) collisions.push(path);
    else if (!index.has(path)) {
      const obstacle = await findObstacle(tree, path, index);
      if (obstacle !== undefined) collisions.push(obstacle);
    }
  }
  if (collisions.length > 0) return collisions;
  try {
    await runGit(tree, ['read-tree', '-n', '-m', '-u', from, to]);
    return [];
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    const named = [...error.stderr.matchAll(/(?:Entry|file|Updating) '(.+?)' (?:not|would)/g)];
    if (named.length === 0) throw error;
    return named.map((match) => match[1] ?? '');
  }
}

/** Stat data only: a file that was touched but not changed must not count as changed. */
async function refreshIndex(tree: string): Promise<void> {
  await runGit(tree, ['update-index', '-q', '--refresh'], { allowed: [1, 128] });
}

/** Something unknown to git at `path`, or a file where one of its folders must be. */
async function findObstacle(
  tree: string,
  path: string,
  index: ReadonlySet<string>,
): Promise<string | undefined> {
  const names = path.split('/');
  for (let depth = 1; depth <= names.length; depth += 1) {
    const prefix = names.slice(0, depth).join('/');
    const stat = await lstat(join(tree, prefix)).catch(ignoreMissing);
    if (stat === undefined) return undefined;
    if (depth < names.length && stat.isDirectory()) continue;
    return index.has(prefix) ? undefined : prefix;
  }
  return undefined;
}

/** Puts into the index what an interrupted update had already written to (or removed from) the folder. */
async function adoptFinishedFiles(tree: string, changes: readonly FileChange[]): Promise<void> {
  await refreshIndex(tree);
  const different = await names(tree, ['diff-files', '-z', '--name-only']);
  const index = await names(tree, ['ls-files', '-z']);
  const records: string[] = [];
  for (const { path, mode, sha, status } of changes) {
    if (index.has(path) && !different.has(path)) continue;
    const stat = await lstat(join(tree, path)).catch(ignoreMissing);
    if (status === 'removed') {
      if (!stat && index.has(path)) records.push(`0 ${'0'.repeat(40)}\t${path}\0`);
    } else if (stat?.isFile() && (await hashFile(tree, path)) === sha) {
      records.push(`${mode} ${sha}\t${path}\0`);
    }
  }
  if (records.length === 0) return;
  await runGit(tree, ['update-index', '-z', '--index-info'], { input: records.join('') });
  await refreshIndex(tree);
}

async function hashFile(tree: string, path: string): Promise<string> {
  return (await runGit(tree, ['hash-object', '--', path])).stdout.toString('latin1').trim();
}

async function names(tree: string, args: string[]): Promise<Set<string>> {
  const { stdout } = await runGit(tree, args);
  return new Set(stdout.toString('utf8').split('\0').filter(Boolean));
}

async function exists(path: string): Promise<boolean> {
  return (await lstat(path).catch(ignoreMissing)) !== undefined;
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
  throw error;
}
