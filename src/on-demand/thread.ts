import { Worker } from 'node:worker_threads';
import { messages } from './messages.ts';
import type { Answer, Question } from './protocol.ts';
import { RenderError } from './render-error.ts';

/** What the thread may hold: a page takes a few, and Astro some dozens. Megabytes. */
const memory = 256;

/**
 * Runs the program apart from the server, one question at a time. Whatever a question does to the thread, the server goes
 * on, and the next question finds another one.
 */
export class Thread {
  readonly #program: string;
  readonly #limit: number;
  #worker: Promise<Worker> | undefined;
  #isClosed = false;

  /** @param limit after so many milliseconds a question is given up */
  constructor(program: string, limit: number) {
    this.#program = program;
    this.#limit = limit;
    this.#start().catch(() => undefined);
  }

  /** @throws RenderError, or Error with what failed in the program */
  async ask(question: Question): Promise<string | Uint8Array> {
    const worker = await (this.#worker ?? this.#start());
    const answer = await exchange(worker, question, this.#limit).catch(async (error: unknown) => {
      if (!(error instanceof RenderError && error.kind === 'refused')) await this.#replace(worker);
      throw error;
    });
    if ('refusal' in answer) throw new RenderError('refused', answer.refusal);
    if ('failure' in answer) throw new Error(answer.failure);
    return answer.result;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const worker = await this.#worker?.catch(() => undefined);
    await worker?.terminate();
  }

  /** Started before anybody asks, so that nobody waits for it. */
  async #replace(worker: Worker): Promise<void> {
    await worker.terminate();
    if (!this.#isClosed) this.#start().catch(() => undefined);
  }

  #start(): Promise<Worker> {
    const forget = (): void => {
      if (this.#worker === started) this.#worker = undefined;
    };
    const started = startWorker(this.#program, forget);
    this.#worker = started;
    return started;
  }
}

/** A thread that has loaded the program. @param onEnd it ended, for whatever reason */
async function startWorker(program: string, onEnd: () => void): Promise<Worker> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { program },
    resourceLimits: { maxOldGenerationSizeMb: memory },
    // Nothing of the server's: settings may be secrets.
    env: { NODE_ENV: 'production' },
  });
  worker.unref();
  // What fails in it while nobody waits for an answer would end the server.
  worker.on('error', onEnd).on('exit', onEnd);
  await next(worker);
  return worker;
}

/** @throws RenderError */
async function exchange(worker: Worker, question: Question, limit: number): Promise<Answer> {
  send(worker, question);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new RenderError('late'));
    }, limit);
  });
  try {
    return (await Promise.race([next(worker), late])) as Answer;
  } finally {
    clearTimeout(timer);
  }
}

function send(worker: Worker, question: Question): void {
  try {
    worker.postMessage(question);
  } catch (error) {
    // Some thousands of lists in each other: copying them goes deeper than the stack. No entry is like that.
    if (error instanceof RangeError) throw new RenderError('refused', messages.wrong(''));
    throw error;
  }
}

/** The next message of a thread. @throws Error when it ends instead; RenderError when it was too much for it */
function next(worker: Worker): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
    };
    const onMessage = (message: unknown): void => {
      settle();
      resolve(message);
    };
    const onError = (error: unknown): void => {
      settle();
      const isFull = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      reject(isFull ? new RenderError('late') : error instanceof Error ? error : new Error(String(error)));
    };
    const onExit = (code: number): void => {
      settle();
      reject(new Error(`The rendering thread ended with code ${String(code)}.`));
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
  });
}
