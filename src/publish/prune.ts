import { readdir, rm, rmdir, stat } from 'node:fs/promises';
import path from 'node:path';

/**
 * Removes from a build that is kept between runs what the last run neither wrote nor still counts as a page:
 * the page of a deleted post, for example.
 * @param live absolute paths of files to keep although they are older than `since`
 * @param since start of the last run, milliseconds since 1970
 * @returns absolute paths of the removed files
 */
export async function prune(dir: string, live: ReadonlySet<string>, since: number): Promise<string[]> {
  const removed: string[] = [];
  const entries = await readdir(dir, { withFileTypes: true });
  await Promise.all(
    entries.map(async (entry) => {
      const name = path.join(dir, entry.name);
      if (entry.isDirectory()) {
        removed.push(...(await prune(name, live, since)));
        await removeIfEmpty(name);
      } else if (!live.has(name) && (await stat(name)).mtimeMs < since) {
        await rm(name);
        removed.push(name);
      }
    }),
  );
  return removed;
}

async function removeIfEmpty(dir: string): Promise<void> {
  if ((await readdir(dir)).length === 0) await rmdir(dir);
}
