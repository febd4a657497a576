import { RefConflictError } from '../git/index.ts';
import type { RefUpdate, Repository, TreeChange } from '../git/index.ts';
import { Draft } from './draft.ts';
import { Snapshot } from './snapshot.ts';
import { commitEmail } from './types.ts';
import type { User } from './types.ts';

export const stateRef = 'refs/gaceta/state';

const attempts = 20;

export interface Change<T> {
  result: T;
  /** References to move together with the records; after the state's commit is known, if that matters. */
  refs?: readonly RefUpdate[] | ((stateCommit: string) => readonly RefUpdate[]);
  /** Runs after everything has moved, before the next change begins. */
  after?: () => Promise<void>;
}

/** Reads the records, fills the draft and says what else moves. */
type Prepare<T> = (snapshot: Snapshot, draft: Draft) => Promise<Change<T>> | Change<T>;

/**
 * The forge's memory: JSON records in a tree, one commit per change, under `refs/gaceta/state`. Changes are
 * serialised in this process; against others, each is a compare-and-swap that is prepared anew when it lost.
 */
export class StateStore {
  readonly #repository: Repository;
  #snapshot = new Snapshot(undefined, new Map());
  #files = new Map<string, { sha: string; value: unknown }>();
  #loading: Promise<void> | undefined;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(repository: Repository) {
    this.#repository = repository;
  }

  /** The records as they are now. */
  async read(): Promise<Snapshot> {
    // A load that was already under way may have begun before the last change.
    while ((await this.#repository.resolve(stateRef)) !== this.#snapshot.commit) {
      this.#loading ??= this.#load().finally(() => {
        this.#loading = undefined;
      });
      await this.#loading;
    }
    return this.#snapshot;
  }

  /**
   * Makes one change. `prepare` may run several times: it must only read, write objects and fill the draft.
   * @throws RefConflictError when one of its own references was not where it had to be.
   */
  change<T>(user: User, message: string, prepare: Prepare<T>): Promise<T> {
    return this.exclusively(() => this.changeInside(user, message, prepare));
  }

  /** Runs `task` while no change of this process is under way. */
  exclusively<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(task);
    this.#queue = result.catch(() => undefined);
    return result;
  }

  /** Like {@link change}, for callers that are already inside {@link exclusively}. */
  async changeInside<T>(user: User, message: string, prepare: Prepare<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      const snapshot = await this.read();
      const draft = new Draft(snapshot);
      const change = await prepare(snapshot, draft);
      const commit = draft.changes.size > 0 ? await this.#commit(user, message, snapshot, draft) : undefined;
      const refs = typeof change.refs === 'function' ? change.refs(commit ?? '') : (change.refs ?? []);
      try {
        await this.#repository.updateRefs([
          ...refs,
          ...(commit === undefined ? [] : [{ ref: stateRef, from: snapshot.commit ?? null, to: commit }]),
        ]);
      } catch (error) {
        const moved = (await this.#repository.resolve(stateRef)) !== snapshot.commit;
        if (error instanceof RefConflictError && moved && attempt < attempts) continue;
        throw error;
      }
      await change.after?.();
      return change.result;
    }
  }

  async #commit(user: User, message: string, snapshot: Snapshot, draft: Draft): Promise<string> {
    const changes = await Promise.all(
      [...draft.changes].map(async ([path, value]): Promise<TreeChange> => {
        if (value === null) return { path, entry: null };
        const sha = await this.#repository.writeBlob(`${JSON.stringify(value, null, 2)}\n`);
        return { path, entry: { mode: '100644', sha } };
      }),
    );
    const who = { name: user.name, email: commitEmail(user) };
    return this.#repository.writeCommit({
      tree: await this.#repository.writeTree(snapshot.commit, changes),
      parents: snapshot.commit === undefined ? [] : [snapshot.commit],
      message,
      author: who,
      committer: who,
    });
  }

  async #load(): Promise<void> {
    const commit = await this.#repository.resolve(stateRef);
    const entries =
      commit === undefined ? [] : await this.#repository.listTree(commit, '', { recursive: true });
    const files = new Map<string, { sha: string; value: unknown }>();
    await Promise.all(
      entries.map(async ({ path, sha, type }) => {
        if (type !== 'blob') return;
        const known = this.#files.get(path);
        const value = known?.sha === sha ? known.value : await this.#parse(path, sha);
        files.set(path, { sha, value });
      }),
    );
    this.#files = files;
    this.#snapshot = new Snapshot(commit, new Map([...files].map(([path, { value }]) => [path, value])));
  }

  async #parse(path: string, sha: string): Promise<unknown> {
    try {
      return JSON.parse((await this.#repository.readBlob(sha)).toString('utf8'));
    } catch (error) {
      throw new Error(`The record ${path} in ${stateRef} cannot be read.`, { cause: error });
    }
  }
}
