import {
  GitError,
  RefConflictError,
  checkWorkTrees,
  clearOwnLocks,
  clearRefLocks,
  findWorkTrees,
  updateWorkTrees,
} from '../git/index.ts';
import type { Repository } from '../git/index.ts';
import type { Draft } from './draft.ts';
import { HttpError, forbidden, notFound, unprocessable } from './http.ts';
import { messages } from './messages.ts';
import { findObstacles } from './merge-rules.ts';
import { pullSchema, recordPath } from './records.ts';
import type { PullRecord } from './records.ts';
import { assertChangesInside, assertContentOnly, canMerge, mainRef } from './rules.ts';
import type { Snapshot } from './snapshot.ts';
import type { Change, StateStore } from './state.ts';
import { stateRef } from './state.ts';
import { bot, commitEmail } from './types.ts';
import type { ForgeOptions, User } from './types.ts';

/** Points at the state's commit of a merge from before main moves until the work tree has followed. */
const publishingRef = 'refs/gaceta/publishing';

const attempts = 5;

export interface MergeRequest {
  number: number;
  /** Refuse when the branch is elsewhere. */
  sha?: string | undefined;
  method: 'merge' | 'squash';
  title?: string | undefined;
  message?: string | undefined;
}

/**
 * Merges pull requests into main: the only way main moves. One transaction moves main and the records; a
 * marker, made first and deleted last, lets the next start finish what a crash interrupted.
 */
export class Merger {
  readonly #options: ForgeOptions;
  readonly #repository: Repository;
  readonly #state: StateStore;

  constructor(options: ForgeOptions, state: StateStore) {
    this.#options = options;
    this.#repository = options.repository;
    this.#state = state;
  }

  /**
   * https://docs.github.com/en/rest/pulls/pulls#merge-a-pull-request
   * @returns the commit main is at afterwards
   * @throws HttpError 403, 404, 405 (cannot be merged), 409 (head or base moved)
   */
  async merge(user: User, request: MergeRequest): Promise<string> {
    if (!canMerge(user)) throw forbidden(messages.cannotMerge);
    const moved = await this.#mergeOnto(user, request);
    if (moved.from !== moved.to) this.#announce(moved.from, moved.to);
    return moved.to;
  }

  /**
   * Clears up after a crash: removes locks that a killed git left, then finishes the merge it interrupted, or
   * forgets that one when main had not moved.
   * @throws HttpError 405 when files in the work tree are in the way
   */
  recover(): Promise<void> {
    return this.#state.exclusively(async () => {
      const { gitDir } = this.#repository;
      await clearRefLocks(gitDir, [mainRef, stateRef, publishingRef]);
      const marker = await this.#repository.readCommit(publishingRef);
      if (!marker) return;
      const trees = await findWorkTrees(this.#repository, mainRef);
      await clearOwnLocks(gitDir, trees, new Date(marker.committer.date));
      await this.#recover();
    });
  }

  /** Somebody may commit to main with git while a merge is prepared: then it is prepared again. */
  async #mergeOnto(user: User, request: MergeRequest): Promise<{ from: string; to: string }> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#state.change(user, `Publish #${request.number}`, (snapshot, draft) =>
          this.#prepare(user, request, snapshot, draft),
        );
      } catch (error) {
        if (!(error instanceof RefConflictError)) throw error;
        if (attempt === attempts)
          throw new HttpError(409, 'Base branch was modified. Review and try the merge again.');
      }
    }
  }

  #announce(from: string, to: string): void {
    const { onMainMoved } = this.#options;
    if (onMainMoved) queueMicrotask(() => onMainMoved(from, to));
  }

  async #prepare(
    user: User,
    request: MergeRequest,
    snapshot: Snapshot,
    draft: Draft,
  ): Promise<Change<{ from: string; to: string }>> {
    await this.#recover();
    const pull = snapshot.pulls.get(request.number);
    if (!pull) throw notFound();
    const [head, main] = await Promise.all([
      this.#repository.resolve(`refs/heads/${pull.branch}`),
      this.#repository.resolve(mainRef),
    ]);
    if (pull.state === 'closed' || pull.draft || head === undefined || main === undefined)
      throw notMergeable();
    if (request.sha !== undefined && request.sha !== head) {
      throw new HttpError(409, 'Head branch was modified. Review and try the merge again.');
    }
    const rules = { repository: this.#repository, options: this.#options };
    const obstacles = await findObstacles(rules, snapshot, { ...pull, headSha: head }, user);
    if (obstacles.length > 0) throw new HttpError(405, obstacles.join(' '));
    const to = await this.#makeCommit(user, request, pull, main, head);
    draft.putPull({
      ...pull,
      state: 'closed',
      headSha: head,
      baseSha: main,
      updatedAt: draft.now,
      closedAt: draft.now,
      mergedAt: draft.now,
      mergedBy: user.login,
      mergeCommitSha: to,
    });
    const result = { from: main, to };
    if (to === main) return { result };
    return {
      result,
      // The order matters after a crash: the marker first, the records last.
      refs: (stateCommit) => [
        { ref: publishingRef, from: null, to: stateCommit },
        { ref: mainRef, from: main, to },
      ],
      after: () => this.#followMain(main, to),
    };
  }

  async #makeCommit(
    user: User,
    { method, title, message }: MergeRequest,
    pull: PullRecord,
    main: string,
    head: string,
  ): Promise<string> {
    // Merged by other means, or by a run that a crash cut short.
    if (await this.#repository.isAncestor(head, main)) return main;
    await assertContentOnly(this.#options, head);
    const merged = await this.#repository.mergeTree(main, head);
    if (!merged.clean) throw notMergeable();
    await assertChangesInside(this.#options, main, merged.tree);
    const { owner } = this.#options;
    const heading =
      title ??
      (method === 'squash'
        ? `${pull.title} (#${pull.number})`
        : `Merge pull request #${pull.number} from ${owner}/${pull.branch}`);
    const body = message ?? (method === 'squash' ? '' : pull.title);
    const who = { name: user.name, email: commitEmail(user) };
    const commit = await this.#repository.writeCommit({
      tree: merged.tree,
      parents: method === 'squash' ? [main] : [main, head],
      message: body === '' ? heading : `${heading}\n\n${body}`,
      author: method === 'squash' ? await this.#authorOf(pull) : who,
      committer: who,
    });
    const collisions = await checkWorkTrees(this.#repository, mainRef, main, commit).catch(busyFolder);
    if (collisions.length > 0) throw new HttpError(405, messages.localChanges(collisions));
    return commit;
  }

  async #authorOf(pull: PullRecord): Promise<{ name: string; email: string }> {
    const user = this.#options.users.find(({ login }) => login === pull.user);
    return user
      ? { name: user.name, email: commitEmail(user) }
      : { name: pull.user, email: commitEmail({ login: pull.user }) };
  }

  /** The files were free a moment ago; if that changed, the marker stays and the next merge tries again. */
  async #followMain(from: string, to: string): Promise<void> {
    try {
      await updateWorkTrees(this.#repository, mainRef, from, to);
    } catch (error) {
      if (error instanceof GitError) return;
      throw error;
    }
    await this.#repository.updateRefs([{ ref: publishingRef, to: null }]);
  }

  async #recover(): Promise<void> {
    const marker = await this.#repository.readCommit(publishingRef);
    if (!marker) return;
    const interrupted = await this.#interruptedPull(marker.sha);
    const main = await this.#repository.resolve(mainRef);
    const { mergeCommitSha: to, baseSha: from } = interrupted;
    if (main !== undefined && to !== null && (await this.#repository.isAncestor(to, main))) {
      await this.#recordMerge(interrupted);
      if (main === to) {
        const collisions = await updateWorkTrees(this.#repository, mainRef, from, to).then(
          () => [],
          () => checkWorkTrees(this.#repository, mainRef, from, to).catch(busyFolder),
        );
        if (collisions.length > 0) throw new HttpError(405, messages.localChanges(collisions));
      }
    }
    await this.#repository.updateRefs([{ ref: publishingRef, from: marker.sha, to: null }]);
  }

  /** The pull request that the marker's commit closed. */
  async #interruptedPull(stateCommit: string): Promise<PullRecord> {
    const message = (await this.#repository.readCommit(stateCommit))?.message ?? '';
    const number = Number(/^Publish #(\d+)/.exec(message)?.[1]);
    const sha = await this.#repository.resolve(`${stateCommit}:${recordPath.pull(number)}`);
    if (sha === undefined) throw unprocessable(`${publishingRef} names no pull request.`);
    const text = (await this.#repository.readBlob(sha)).toString('utf8');
    return pullSchema.parse(JSON.parse(text));
  }

  async #recordMerge(merged: PullRecord): Promise<void> {
    await this.#state.changeInside(bot, `Publish #${merged.number}, finished later`, (snapshot, draft) => {
      if (snapshot.pulls.get(merged.number)?.mergeCommitSha !== merged.mergeCommitSha) draft.putPull(merged);
      return { result: undefined };
    });
  }
}

function notMergeable(): HttpError {
  return new HttpError(405, 'Pull Request is not mergeable');
}

function busyFolder(error: unknown): never {
  if (error instanceof GitError) throw new HttpError(405, messages.folderBusy);
  throw error;
}
