import { messages } from './messages.ts';
import type { Reporter } from './reporter.ts';
import type { StateStore } from './state.ts';
import { addStatus } from './statuses.ts';
import { bot } from './types.ts';
import type { HeadCheck, Verdict } from './types.ts';

/** How long a merge waits for the check of its head, milliseconds. */
const patience = 30_000;

/** Runs the required check on heads of pull requests, one after the other, away from the requests that ask for it. */
export class Checker {
  readonly #check: HeadCheck | undefined;
  readonly #state: StateStore;
  readonly #reporter: Reporter;
  readonly #underway = new Map<string, Promise<void>>();
  #queue: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(check: HeadCheck | undefined, state: StateStore, reporter: Reporter) {
    this.#check = check;
    this.#state = state;
    this.#reporter = reporter;
  }

  /** Begins the check of a head that has not had it; then the report on it, which finds there what the check has read. */
  async request(head: string): Promise<void> {
    if (this.#check !== undefined && (await this.#outcome(head)) === undefined) {
      void this.#start(head).then(() => {
        this.#reporter.request(head);
      });
    } else {
      this.#reporter.request(head);
    }
  }

  /**
   * Waits, for a while, until the head has been checked. One that did not pass is checked again: what it lacked
   * may be on main by now, and a check that broke may work.
   */
  async settle(head: string): Promise<void> {
    if (this.#check === undefined || (await this.#outcome(head)) === 'success') return;
    let timer: NodeJS.Timeout | undefined;
    const enough = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, patience);
    });
    await Promise.race([this.#start(head), enough]);
    clearTimeout(timer);
  }

  /** No check begins any more; ends when the present one has. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#queue;
  }

  async #outcome(head: string): Promise<string | undefined> {
    const statuses = (await this.#state.read()).statuses(head);
    return statuses.findLast(({ context }) => context === this.#check?.context)?.state;
  }

  #start(head: string): Promise<void> {
    const underway = this.#underway.get(head);
    if (underway !== undefined) return underway;
    const running = this.#queue
      .then(() => this.#run(head))
      .catch(warn)
      .finally(() => this.#underway.delete(head));
    this.#underway.set(head, running);
    this.#queue = running;
    return running;
  }

  async #run(head: string): Promise<void> {
    const check = this.#check;
    if (check === undefined || this.#closed) return;
    const verdict = await check.run(head).catch((error: unknown): Verdict => {
      warn(error);
      return { state: 'error', description: messages.checkBroken };
    });
    await addStatus(this.#state, bot, head, { context: check.context, ...verdict });
  }
}

function warn(error: unknown): void {
  process.emitWarning(error instanceof Error ? error : new Error(String(error)));
}
