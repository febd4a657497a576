import { spawnGit } from './run-git.ts';
import { GitError } from './git-error.ts';

interface Walk {
  /** Shas, newest first. */
  commits: string[];
  /** For each path, indexes into `commits`, newest first. Folders are not listed. */
  byPath: Map<string, number[]>;
}

/**
 * Which commits changed which file, from one streamed `git log` per tip. When the tip moves forward only the
 * new commits are read; when it moves elsewhere everything is. Merge commits count for a path only when they
 * differ there from every parent, as in `git log -- <path>`.
 */
export class History {
  readonly #gitDir: string;
  readonly #abort = new AbortController();
  #tip: string | undefined;
  #walks: Walk[] = [];
  #updating: Promise<void> = Promise.resolve();

  constructor(gitDir: string) {
    this.#gitDir = gitDir;
  }

  /** Shas of the commits up to `tip` that changed the file or anything below the folder `path`, newest first. */
  async commitsOf(tip: string, path: string, isAncestor: IsAncestor): Promise<string[]> {
    await this.advance(tip, isAncestor);
    return this.#walks.flatMap((walk) => {
      const indexes = walk.byPath.get(path) ?? indexesBelow(walk, `${path}/`);
      return indexes.map((index) => walk.commits[index] ?? '');
    });
  }

  /** Shas of all commits up to `tip`, newest first. */
  async commits(tip: string, isAncestor: IsAncestor): Promise<string[]> {
    await this.advance(tip, isAncestor);
    return this.#walks.flatMap((walk) => walk.commits);
  }

  /** Reads what is missing to answer for `tip`. Calls at the same time share one walk. */
  advance(tip: string, isAncestor: IsAncestor): Promise<void> {
    const update = async (): Promise<void> => {
      if (tip === this.#tip) return;
      const onward = this.#tip !== undefined && (await isAncestor(this.#tip, tip));
      const walk = await this.#walk(tip, onward ? this.#tip : undefined);
      this.#walks = onward ? [walk, ...this.#walks] : [walk];
      this.#tip = tip;
    };
    const result = this.#updating.then(update);
    this.#updating = result.catch(() => undefined);
    return result;
  }

  close(): Promise<void> {
    this.#abort.abort();
    return this.#updating;
  }

  async #walk(tip: string, since: string | undefined): Promise<Walk> {
    const args = ['log', '-z', '--format=%x01%H', '--name-only', '--no-renames', '-c', '--date-order', tip];
    if (since !== undefined) args.push(`^${since}`);
    const child = spawnGit(this.#gitDir, args, { signal: this.#abort.signal });
    child.on('error', () => undefined);
    child.stdin.end();
    const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
    const walk: Walk = { commits: [], byPath: new Map() };
    let rest = '';
    child.stdout.setEncoding('utf8');
    for await (const chunk of child.stdout as AsyncIterable<string>) {
      const fields = (rest + chunk).split('\0');
      rest = fields.pop() ?? '';
      for (const field of fields) addField(walk, field);
    }
    addField(walk, rest);
    const exitCode = await closed;
    if (exitCode !== 0) throw new GitError(['log'], exitCode, 'the walk over the history was cut short');
    return walk;
  }
}

type IsAncestor = (ancestor: string, descendant: string) => Promise<boolean>;

function addField(walk: Walk, field: string): void {
  const text = field.replace(/^\n/, '');
  if (text === '') return;
  if (text.startsWith('\u0001')) {
    walk.commits.push(text.slice(1));
    return;
  }
  const indexes = walk.byPath.get(text);
  const index = walk.commits.length - 1;
  if (indexes) indexes.push(index);
  else walk.byPath.set(text, [index]);
}

function indexesBelow(walk: Walk, prefix: string): number[] {
  const found = new Set<number>();
  for (const [path, indexes] of walk.byPath) {
    if (path.startsWith(prefix)) for (const index of indexes) found.add(index);
  }
  return [...found].sort((one, other) => one - other);
}
