import type { Repository } from '../git/index.ts';
import { messages } from './messages.ts';
import type { CommentRecord, PullRecord } from './records.ts';
import type { Draft } from './draft.ts';
import type { Snapshot } from './snapshot.ts';
import type { StateStore } from './state.ts';
import { addStatus, toStatus } from './statuses.ts';
import { bot } from './types.ts';
import type { HeadReport, PullReport } from './types.ts';

/**
 * Reports on heads of pull requests, one after the other, away from the requests that ask for it: as statuses of the
 * head, and as the one comment of the pull request that the forge itself keeps up to date.
 */
export class Reporter {
  readonly #report: HeadReport | undefined;
  readonly #state: StateStore;
  readonly #repository: Repository;
  readonly #underway = new Set<string>();
  #queue: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(report: HeadReport | undefined, state: StateStore, repository: Repository) {
    this.#report = report;
    this.#state = state;
    this.#repository = repository;
  }

  /** Begins the report on a head that has none. */
  request(head: string): void {
    if (this.#report === undefined || this.#closed || this.#underway.has(head)) return;
    this.#underway.add(head);
    this.#queue = this.#queue
      .then(() => this.#run(head))
      .catch(warn)
      .finally(() => this.#underway.delete(head));
  }

  /** Begins those that open pull requests lack: pushed behind the forge's back, or ended with the process. */
  catchUp(): void {
    if (this.#report === undefined) return;
    this.#queue = this.#queue
      .then(async () => {
        for (const pull of (await this.#state.read()).openPulls()) {
          const head = await this.#headOf(pull);
          if (head !== undefined) this.request(head);
        }
      })
      .catch(warn);
  }

  /** No report begins any more; ends when the present one has. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#queue;
  }

  async #isDone(head: string): Promise<boolean> {
    const statuses = (await this.#state.read()).statuses(head);
    return statuses.some(({ context }) => context === this.#report?.context);
  }

  #headOf({ branch }: PullRecord): Promise<string | undefined> {
    return this.#repository.resolve(`refs/heads/${branch}`);
  }

  async #run(head: string): Promise<void> {
    const report = this.#report;
    if (report === undefined || this.#closed || (await this.#isDone(head))) return;
    // A head that came and went while it waited is nobody's any more.
    const pull = await this.#findPull(head);
    if (pull === undefined) return;
    try {
      await this.#publish(pull.number, head, await report.run({ number: pull.number, head }));
    } catch (error) {
      warn(error);
      const { context } = report;
      await addStatus(this.#state, bot, head, {
        context,
        state: 'error',
        description: messages.reportBroken,
      });
    }
  }

  async #findPull(head: string): Promise<PullRecord | undefined> {
    for (const pull of (await this.#state.read()).openPulls()) {
      if ((await this.#headOf(pull)) === head) return pull;
    }
    return undefined;
  }

  async #publish(number: number, head: string, { comment, statuses }: PullReport): Promise<void> {
    await this.#state.change(bot, `Report on #${number}`, (snapshot, draft) => {
      draft.putStatuses(head, [
        ...snapshot.statuses(head),
        ...statuses.map((status) => toStatus(draft, bot, status)),
      ]);
      this.#putComment(snapshot, draft, number, comment);
      return { result: undefined };
    });
  }

  #putComment(snapshot: Snapshot, draft: Draft, number: number, body: string): void {
    const marker = this.#report?.marker ?? '';
    const isOurs = (one: CommentRecord): boolean => one.user === bot.login && one.body.startsWith(marker);
    const present = snapshot.comments(number).find(isOurs);
    const pull = snapshot.pulls.get(number);
    if (present?.body === body || pull === undefined) return;
    const { now } = draft;
    draft.putComment({
      id: present?.id ?? draft.nextId(),
      issue: number,
      user: bot.login,
      body,
      createdAt: present?.createdAt ?? now,
      updatedAt: now,
    });
    draft.putPull({ ...pull, updatedAt: now });
  }
}

function warn(error: unknown): void {
  process.emitWarning(error instanceof Error ? error : new Error(String(error)));
}
