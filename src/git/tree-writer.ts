import { once } from 'node:events';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { GitError } from './git-error.ts';
import { spawnGit } from './run-git.ts';
import type { TreeEntry } from './tree.ts';

/** A file to put at `path`, or null to take away what is there. */
export interface TreeChange {
  path: string;
  entry: { mode: string; sha: string } | null;
}

type Folder = Map<string, Folder | { mode: string; sha: string } | null>;

/**
 * Writes the tree that results from `changes` on `base` (a tree sha, or undefined for an empty one) and
 * returns its sha. All levels go through one `git mktree --batch` process; the index is not involved. Folders
 * that become empty disappear. https://git-scm.com/docs/git-mktree
 */
export async function writeTree(
  gitDir: string,
  base: string | undefined,
  changes: readonly TreeChange[],
  list: (sha: string) => Promise<TreeEntry[]>,
): Promise<string> {
  const root: Folder = new Map();
  for (const change of changes) place(root, change);
  const process = new TreeProcess(gitDir);
  try {
    const sha = await writeFolder(root, base, list, process);
    return sha ?? (await process.write([]));
  } finally {
    await process.close();
  }
}

function place(root: Folder, { path, entry }: TreeChange): void {
  const names = path.split('/');
  const last = names.pop() ?? '';
  let folder = root;
  for (const name of names) {
    const inside = folder.get(name);
    if (inside instanceof Map) {
      folder = inside;
    } else {
      const made: Folder = new Map();
      folder.set(name, made);
      folder = made;
    }
  }
  folder.set(last, entry);
}

async function writeFolder(
  folder: Folder,
  base: string | undefined,
  list: (sha: string) => Promise<TreeEntry[]>,
  process: TreeProcess,
): Promise<string | undefined> {
  const entries = new Map((base === undefined ? [] : await list(base)).map((entry) => [entry.path, entry]));
  for (const [name, change] of folder) {
    if (change instanceof Map) {
      const below = entries.get(name);
      const sha = await writeFolder(change, below?.type === 'tree' ? below.sha : undefined, list, process);
      if (sha !== undefined) entries.set(name, { path: name, mode: '040000', type: 'tree', sha });
      // Taking a file out of a folder that does not exist changes nothing.
      else if (below?.type === 'tree') entries.delete(name);
    } else if (change === null) {
      entries.delete(name);
    } else {
      const type = change.mode === '040000' ? 'tree' : 'blob';
      entries.set(name, { path: name, mode: change.mode, type, sha: change.sha });
    }
  }
  return entries.size === 0 ? undefined : process.write([...entries.values()]);
}

class TreeProcess {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;
  readonly #closed: Promise<unknown>;

  constructor(gitDir: string) {
    // The caller has checked the blobs; mktree's own check is fooled by what it cached at its start.
    this.#child = spawnGit(gitDir, ['mktree', '-z', '--missing', '--batch']);
    this.#child.stdin.on('error', () => undefined);
    this.#closed = once(this.#child, 'close');
    this.#lines = lines(this.#child);
  }

  /** mktree sorts the entries. With -z a tree ends with an empty record. */
  async write(entries: readonly TreeEntry[]): Promise<string> {
    const records = entries.map(({ mode, type, sha, path }) => `${mode} ${type} ${sha}\t${path}\0`);
    this.#child.stdin.write(`${records.join('')}\0`);
    const line = await this.#lines.next();
    if (line.done) throw new GitError(['mktree'], this.#child.exitCode, 'no answer');
    return line.value;
  }

  async close(): Promise<void> {
    this.#child.stdin.end();
    await this.#closed;
  }
}

async function* lines(child: ChildProcessWithoutNullStreams): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    rest += chunk.toString('latin1');
    for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
      yield rest.slice(0, end);
      rest = rest.slice(end + 1);
    }
  }
}
