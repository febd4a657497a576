import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { openRepository, toBlobSha } from '../git/index.ts';
import type { BlobReader } from './derive-variant.ts';

/** Originals while somebody works: those of git and those that are only in the work tree. */
export function openOriginals(directory: string): BlobReader & { close(): Promise<void> } {
  const opening = openRepository(directory);
  opening.catch(() => undefined);
  return {
    async readBlob(sha) {
      const repository = await opening;
      if ((await repository.info(sha))?.type === 'blob') return repository.readBlob(sha);
      const file = repository.bare ? undefined : await findFile(directory, sha);
      if (file === undefined) throw new Error(`There is no original ${sha} in ${directory}.`);
      return file;
    },
    async close() {
      await (await opening).close();
    },
  };
}

/** The folder of the repository that holds what editors upload. */
export const uploadsFolder = 'src/assets/images';

async function findFile(directory: string, sha: string): Promise<Buffer | undefined> {
  const folder = path.join(directory, uploadsFolder);
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const content = await readFile(path.join(entry.parentPath, entry.name));
    if (toBlobSha(content) === sha) return content;
  }
  return undefined;
}
