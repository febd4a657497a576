import { lstat, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { runGit } from './run-git.ts';

/** git holds the lock of a reference for milliseconds: one this old was left by a process that is gone. */
const abandonedAfter = 3_000;
/** Where other commands may work for a while (packing references), or nobody waits for us. */
const surelyAbandonedAfter = 60_000;

/**
 * Removes what a killed git left and would block every later write: locks of `refs`, after waiting until they
 * are surely abandoned, and old ones of other branches.
 */
export async function clearRefLocks(gitDir: string, refs: readonly string[]): Promise<void> {
  for (const ref of refs) await clearLock(join(gitDir, `${ref}.lock`), abandonedAfter);
  const heads = join(gitDir, 'refs/heads');
  const names = await readdir(heads, { recursive: true }).catch(() => []);
  const others = names.filter((name) => name.endsWith('.lock')).map((name) => join(heads, name));
  for (const file of [...others, join(gitDir, 'packed-refs.lock')]) {
    if (((await age(file)) ?? 0) > surelyAbandonedAfter) await rm(file, { force: true });
  }
}

/** The same for references that are packed and for the index of a work tree, known to be our own crash's. */
export async function clearOwnLocks(
  gitDir: string,
  workTrees: readonly string[],
  since: Date,
): Promise<void> {
  const files = [join(gitDir, 'packed-refs.lock')];
  for (const tree of workTrees) {
    const { stdout } = await runGit(tree, [
      'rev-parse',
      '--path-format=absolute',
      '--git-path',
      'index.lock',
    ]);
    files.push(stdout.toString('utf8').trim());
  }
  for (const file of files) {
    const old = await age(file);
    // Made before ours began, or long after: somebody else's.
    const made = old === undefined ? 0 : Date.now() - old;
    if (made >= since.getTime() - 1_000 && made <= since.getTime() + 60_000)
      await clearLock(file, abandonedAfter);
  }
}

async function clearLock(file: string, limit: number): Promise<void> {
  for (;;) {
    const old = await age(file);
    if (old === undefined) return;
    if (old >= limit) break;
    await delay(Math.min(100, limit - old));
  }
  await rm(file, { force: true });
}

/** Milliseconds since the file was written, or undefined when it is not there. */
async function age(file: string): Promise<number | undefined> {
  try {
    return Date.now() - (await lstat(file)).mtimeMs;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
