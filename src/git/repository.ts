import { resolve as resolvePath } from 'node:path';
import { BoundedCache } from './bounded-cache.ts';
import { parseCommit } from './commit.ts';
import type { Commit, Signature } from './commit.ts';
import { parseDiff } from './diff.ts';
import type { FileChange } from './diff.ts';
import { GitError } from './git-error.ts';
import { ObjectReader } from './object-reader.ts';
import type { ObjectInfo } from './object-reader.ts';
import { listRefs, updateRefs } from './refs.ts';
import type { Ref, RefUpdate } from './refs.ts';
import { runGit } from './run-git.ts';
import { parseTree } from './tree.ts';
import type { TreeEntry } from './tree.ts';
import { writeTree } from './tree-writer.ts';
import type { TreeChange } from './tree-writer.ts';

interface ListTreeOptions {
  recursive?: boolean;
  /** Fill in the size of blobs. */
  sizes?: boolean;
}

interface NewCommit {
  tree: string;
  parents: readonly string[];
  message: string;
  author: Pick<Signature, 'name' | 'email'> & { date?: string };
  committer: Pick<Signature, 'name' | 'email'> & { date?: string };
}

type MergeTreeResult = { clean: true; tree: string } | { clean: false; conflicts: string[] };

/**
 * One git repository. Objects and references are read through one long-lived process; everything written
 * goes through plumbing that touches neither an index nor a work tree.
 */
export interface Repository {
  /** As it was opened, absolute. */
  readonly path: string;
  readonly gitDir: string;
  readonly bare: boolean;
  /** The sha of any revision git understands, or undefined. A tag resolves to what it names. */
  resolve(revision: string): Promise<string | undefined>;
  /** Type and size of any revision, or undefined. */
  info(revision: string): Promise<ObjectInfo | undefined>;
  /** Entries below `path` (relative to it); [] when the revision exists and the path does not. */
  listTree(treeish: string, path?: string, options?: ListTreeOptions): Promise<TreeEntry[]>;
  /** @throws when there is no such blob. */
  readBlob(sha: string): Promise<Buffer>;
  readCommit(revision: string): Promise<Commit | undefined>;
  writeBlob(content: Buffer | string): Promise<string>;
  /** See {@link writeTree}; `base` is any tree-ish. */
  writeTree(base: string | undefined, changes: readonly TreeChange[]): Promise<string>;
  writeCommit(commit: NewCommit): Promise<string>;
  /** @throws RefConflictError */
  updateRefs(updates: readonly RefUpdate[]): Promise<void>;
  listRefs(prefix: string): Promise<Ref[]>;
  mergeBase(one: string, other: string): Promise<string | undefined>;
  isAncestor(ancestor: string, descendant: string): Promise<boolean>;
  /** Three-way merge of two commits, without a work tree. https://git-scm.com/docs/git-merge-tree */
  mergeTree(ours: string, theirs: string): Promise<MergeTreeResult>;
  /** Shas of the commits of `head` that `base` does not have, oldest first. */
  commitsBetween(base: string, head: string): Promise<string[]>;
  /** Shas from `head` backwards, newest first, optionally only those that change `path`. */
  log(head: string, options?: { path?: string }): Promise<string[]>;
  /** Files that differ between two tree-ishes, with their hunks. Renames are found unless told otherwise. */
  diff(from: string, to: string, options?: { renames?: boolean }): Promise<readonly FileChange[]>;
  /** Is only a part of its history here? */
  isShallow(): Promise<boolean>;
  /** Author of this machine: `git config user.*`, or a stand-in. */
  identity(): Promise<{ name: string; email: string }>;
  close(): Promise<void>;
}

/**
 * Opens the repository at `path`, bare or not, and starts nothing that outlives {@link Repository.close}.
 * @param needsMain false where it is enough that commits are there: a checkout in CI may have no branch
 * @throws Error that says what to do when there is no repository or it has no branch `main`.
 */
export async function openRepository(path: string, { needsMain = true } = {}): Promise<Repository> {
  const absolute = resolvePath(path);
  let answer: string;
  try {
    const arguments_ = ['rev-parse', '--path-format=absolute', '--git-common-dir', '--is-bare-repository'];
    answer = (await runGit(absolute, arguments_)).stdout.toString('utf8');
  } catch (error) {
    throw new Error(
      `${absolute} is not a git repository. Name one (bare or not), or make one there with "git init --initial-branch=main".`,
      { cause: error },
    );
  }
  const [gitDir = '', bare = ''] = answer.split('\n');
  const repository = new LocalRepository(absolute, gitDir, bare === 'true');
  if (needsMain && (await repository.resolve('refs/heads/main')) === undefined) {
    await repository.close();
    throw new Error(
      `The repository ${absolute} has no branch main. Make the first commit on it ("git commit --allow-empty -m First" on branch main), or rename the branch with "git branch -m main".`,
    );
  }
  return repository;
}

const cachedTreeEntries = 400_000;
const cachedBlobSizes = 200_000;
const cachedCommits = 20_000;
const cachedComparisons = 5_000;
const cachedDiffs = 500;
/** Commits a draft is likely to have at most. */
const shortHistory = 32;
const isSha = /^[0-9a-f]{40}$/;

class LocalRepository implements Repository {
  readonly path: string;
  readonly gitDir: string;
  readonly bare: boolean;
  readonly #reader: ObjectReader;
  readonly #trees = new BoundedCache<string, Promise<TreeEntry[]>>(cachedTreeEntries);
  readonly #sizes = new BoundedCache<string, number>(cachedBlobSizes);
  readonly #commits = new BoundedCache<string, Commit>(cachedCommits);
  // What two commits have to do with each other never changes.
  readonly #mergeBases = new BoundedCache<string, Promise<string | undefined>>(cachedComparisons);
  readonly #diffs = new BoundedCache<string, Promise<readonly FileChange[]>>(cachedDiffs);

  constructor(path: string, gitDir: string, bare: boolean) {
    this.path = path;
    this.gitDir = gitDir;
    this.bare = bare;
    this.#reader = new ObjectReader(gitDir);
  }

  async resolve(revision: string): Promise<string | undefined> {
    return (await this.#reader.info(revision))?.sha;
  }

  info(revision: string): Promise<ObjectInfo | undefined> {
    return this.#reader.info(revision);
  }

  async listTree(treeish: string, path = '', options: ListTreeOptions = {}): Promise<TreeEntry[]> {
    const root = await this.#treeSha(treeish);
    if (root === undefined) throw new Error(`There is no tree ${treeish} in ${this.path}.`);
    const folder = path === '' ? root : await this.#folder(root, path);
    if (folder === undefined) return [];
    const entries = options.recursive ? await this.#recursive(folder, '') : await this.#tree(folder);
    return options.sizes ? this.#withSizes(entries) : [...entries];
  }

  async readBlob(sha: string): Promise<Buffer> {
    const object = await this.#reader.read(sha);
    if (object?.type !== 'blob') throw new Error(`There is no blob ${sha} in ${this.path}.`);
    return object.content;
  }

  async readCommit(revision: string): Promise<Commit | undefined> {
    const cached = this.#commits.get(revision);
    if (cached) return cached;
    const object = await this.#reader.read(revision);
    if (object?.type === 'tag') return this.readCommit(`${revision}^{commit}`);
    if (object?.type !== 'commit') return undefined;
    return this.#commits.set(object.sha, parseCommit(object.sha, object.content));
  }

  async writeBlob(content: Buffer | string): Promise<string> {
    const { stdout } = await runGit(this.gitDir, ['hash-object', '-w', '--stdin', '--no-filters'], {
      input: content,
    });
    return stdout.toString('latin1').trim();
  }

  async writeTree(base: string | undefined, changes: readonly TreeChange[]): Promise<string> {
    const sha = base === undefined ? undefined : await this.#treeSha(base);
    if (base !== undefined && sha === undefined) throw new Error(`There is no tree ${base} in ${this.path}.`);
    return writeTree(this.gitDir, sha, changes, (tree) => this.#tree(tree));
  }

  async writeCommit({ tree, parents, message, author, committer }: NewCommit): Promise<string> {
    const args = ['-c', 'i18n.commitEncoding=UTF-8', '-c', 'commit.gpgSign=false', 'commit-tree', tree];
    for (const parent of parents) args.push('-p', parent);
    const { stdout } = await runGit(this.gitDir, args, {
      input: message.endsWith('\n') ? message : `${message}\n`,
      env: {
        GIT_AUTHOR_NAME: author.name,
        GIT_AUTHOR_EMAIL: author.email,
        ...(author.date ? { GIT_AUTHOR_DATE: author.date } : {}),
        GIT_COMMITTER_NAME: committer.name,
        GIT_COMMITTER_EMAIL: committer.email,
        ...(committer.date ? { GIT_COMMITTER_DATE: committer.date } : {}),
      },
    });
    return stdout.toString('latin1').trim();
  }

  updateRefs(updates: readonly RefUpdate[]): Promise<void> {
    return updateRefs(this.gitDir, updates);
  }

  listRefs(prefix: string): Promise<Ref[]> {
    return listRefs(this.gitDir, prefix);
  }

  mergeBase(one: string, other: string): Promise<string | undefined> {
    if (one === other) return Promise.resolve(one);
    const pair = [one, other].sort();
    return remember(this.#mergeBases, pair, async () => {
      if (await this.#straightLine(one, other)) return one;
      if (await this.#straightLine(other, one)) return other;
      const { stdout } = await runGit(this.gitDir, ['merge-base', ...pair], { allowed: [1] });
      return stdout.toString('latin1').trim() || undefined;
    });
  }

  async isAncestor(ancestor: string, descendant: string): Promise<boolean> {
    if (isSha.test(ancestor) && isSha.test(descendant)) {
      return (await this.mergeBase(ancestor, descendant)) === ancestor;
    }
    const args = ['merge-base', '--is-ancestor', ancestor, descendant];
    return (await runGit(this.gitDir, args, { allowed: [1] })).exitCode === 0;
  }

  async mergeTree(ours: string, theirs: string): Promise<MergeTreeResult> {
    if (await this.isAncestor(ours, theirs)) {
      const tree = await this.#treeSha(theirs);
      if (tree !== undefined) return { clean: true, tree };
    }
    const args = ['merge-tree', '--write-tree', '-z', '--name-only', '--no-messages', ours, theirs];
    const { stdout, exitCode, stderr } = await runGit(this.gitDir, args, { allowed: [1] });
    const [tree = '', ...conflicts] = stdout.toString('utf8').split('\0').filter(Boolean);
    if (exitCode === 0) return { clean: true, tree };
    if (tree === '') throw new GitError(args, exitCode, stderr);
    return { clean: false, conflicts };
  }

  async commitsBetween(base: string, head: string): Promise<string[]> {
    const line = isSha.test(base) && isSha.test(head) ? await this.#straightLine(base, head) : undefined;
    if (line) return line;
    return this.#revList(['--topo-order', '--reverse', head, `^${base}`]);
  }

  async log(head: string, { path }: { path?: string } = {}): Promise<string[]> {
    return this.#revList([head, ...(path === undefined ? [] : ['--', path])]);
  }

  diff(
    from: string,
    to: string,
    { renames = true }: { renames?: boolean } = {},
  ): Promise<readonly FileChange[]> {
    return remember(this.#diffs, [from, to, String(renames)], async () => {
      const args = ['diff-tree', '-r', '-z', '--raw', '--numstat', '-p', '--full-index'];
      args.push('--no-color', '--no-ext-diff', '--no-textconv', renames ? '-M' : '--no-renames');
      return parseDiff((await runGit(this.gitDir, [...args, from, to])).stdout);
    });
  }

  async isShallow(): Promise<boolean> {
    const { stdout } = await runGit(this.gitDir, ['rev-parse', '--is-shallow-repository']);
    return stdout.toString('latin1').trim() === 'true';
  }

  async identity(): Promise<{ name: string; email: string }> {
    const [name, email] = await Promise.all([this.#config('user.name'), this.#config('user.email')]);
    return { name: name ?? 'Gaceta', email: email ?? 'gaceta@localhost' };
  }

  close(): Promise<void> {
    return this.#reader.close();
  }

  /**
   * The commits from after `base` to `head`, oldest first, when few and without merges: as nearly every draft
   * is. Spares a process.
   */
  async #straightLine(base: string, head: string): Promise<string[] | undefined> {
    const line: string[] = [];
    let at = head;
    while (at !== base) {
      const parents: readonly string[] = (await this.readCommit(at))?.parents ?? [];
      const [parent, ...others] = parents;
      if (parent === undefined || others.length > 0 || line.length === shortHistory) return undefined;
      line.unshift(at);
      at = parent;
    }
    return line;
  }

  async #config(key: string): Promise<string | undefined> {
    const { stdout } = await runGit(this.gitDir, ['config', '--get', key], { allowed: [1] });
    return stdout.toString('utf8').trim() || undefined;
  }

  async #revList(args: string[]): Promise<string[]> {
    const { stdout } = await runGit(this.gitDir, ['rev-list', ...args]);
    return stdout.toString('latin1').split('\n').filter(Boolean);
  }

  async #treeSha(treeish: string): Promise<string | undefined> {
    const info = await this.#reader.info(treeish);
    if (info === undefined || info.type === 'tree') return info?.sha;
    if (info.type === 'commit') return (await this.readCommit(info.sha))?.tree;
    return info.type === 'tag' ? this.resolve(`${info.sha}^{tree}`) : undefined;
  }

  async #folder(root: string, path: string): Promise<string | undefined> {
    let sha = root;
    for (const name of path.split('/').filter(Boolean)) {
      const entry = (await this.#tree(sha)).find((one) => one.path === name);
      if (entry?.type !== 'tree') return undefined;
      sha = entry.sha;
    }
    return sha;
  }

  #tree(sha: string): Promise<TreeEntry[]> {
    const cached = this.#trees.get(sha);
    if (cached) return cached;
    const reading = this.#readTree(sha);
    this.#trees.set(sha, reading, 1);
    reading.then(
      (entries) => this.#trees.set(sha, reading, entries.length + 1),
      () => {
        this.#trees.delete(sha);
      },
    );
    return reading;
  }

  async #readTree(sha: string): Promise<TreeEntry[]> {
    const object = await this.#reader.read(sha);
    if (object?.type !== 'tree') throw new Error(`There is no tree ${sha} in ${this.path}.`);
    return parseTree(object.content, sha.length / 2);
  }

  async #recursive(sha: string, prefix: string): Promise<TreeEntry[]> {
    const entries = await this.#tree(sha);
    const parts = await Promise.all(
      entries.map(async (entry) => {
        const own = prefix === '' ? entry : { ...entry, path: prefix + entry.path };
        return entry.type === 'tree' ? [own, ...(await this.#recursive(entry.sha, `${own.path}/`))] : [own];
      }),
    );
    return parts.flat();
  }

  #withSizes(entries: readonly TreeEntry[]): Promise<TreeEntry[]> {
    return Promise.all(
      entries.map(async (entry) => {
        if (entry.type !== 'blob') return entry;
        const known = this.#sizes.get(entry.sha);
        const size = known ?? (await this.#reader.info(entry.sha))?.size;
        if (size === undefined) return entry;
        if (known === undefined) this.#sizes.set(entry.sha, size);
        return { ...entry, size };
      }),
    );
  }
}

/** Computes once per key; a name that can move (a branch) is always computed. */
function remember<T>(
  cache: BoundedCache<string, Promise<T>>,
  key: readonly string[],
  compute: () => Promise<T>,
): Promise<T> {
  if (!key.slice(0, 2).every((name) => isSha.test(name))) return compute();
  const name = key.join(' ');
  const known = cache.get(name);
  if (known) return known;
  const computing = compute();
  cache.set(name, computing);
  computing.catch(() => {
    cache.delete(name);
  });
  return computing;
}
