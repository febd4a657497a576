import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { toBlobSha } from './blob-sha.ts';
import { openRepository } from './repository.ts';

/** A file of the content repository: its path there and the sha of its blob. */
export interface SourceFile {
  readonly path: string;
  readonly sha: string;
}

/** Where content is read from: one commit, or the work tree while somebody writes. */
export interface ContentSource {
  /** Every file below a folder, by path; none where there is no such folder. */
  list(folder: string): Promise<SourceFile[]>;
  read(file: SourceFile): Promise<Buffer>;
  close(): Promise<void>;
}

/**
 * Content as it is in one commit; nothing of the work tree is read.
 * @throws Error when there is no repository or no such revision.
 */
export async function openCommit(directory: string, revision: string): Promise<ContentSource> {
  // A checkout in CI may have no branch main; where another revision is named, none is needed.
  const repository = await openRepository(directory, { needsMain: revision === 'refs/heads/main' });
  const commit = await repository.resolve(`${revision}^{commit}`);
  if (commit === undefined) {
    await repository.close();
    throw new Error(`There is no commit ${revision} in ${repository.path}.`);
  }
  return {
    async list(folder) {
      const entries = await repository.listTree(commit, folder, { recursive: true });
      return entries
        .filter(({ type, mode }) => type === 'blob' && mode !== '120000')
        .map((entry) => ({ path: `${folder}/${entry.path}`, sha: entry.sha }));
    },
    read: ({ sha }) => repository.readBlob(sha),
    close: () => repository.close(),
  };
}

/** Content as it is in the files below `root`, committed or not. Shas are those that git would give. */
export function openWorkTree(root: string): ContentSource {
  return {
    async list(folder) {
      const options = { withFileTypes: true, recursive: true } as const;
      const entries = await readdir(path.join(root, folder), options).catch(emptyWhereMissing);
      const files = entries
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name));
      // One after the other: for thousands of small files that takes a fraction of the time of asking for each.
      return files.sort().map((file) => ({
        path: path.relative(root, file).split(path.sep).join('/'),
        sha: toBlobSha(readFileSync(file)),
      }));
    },
    read: async (file) => readFileSync(path.join(root, file.path)),
    close: () => Promise.resolve(),
  };
}

/** A folder that is not there holds nothing, as in a commit. */
function emptyWhereMissing(error: unknown): never[] {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
  throw error;
}
