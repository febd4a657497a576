import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { buildProgram } from './build.ts';
import type { Answer, Question } from './protocol.ts';
import { RenderError } from './render-error.ts';
import type { CardInput, PageInput } from './request.ts';

export interface RendererOptions {
  readonly projectDir: string;
  /** Folder below the project that keeps the compiled program. */
  readonly stateDir: string;
  /** After so many milliseconds a rendering is given up. */
  readonly limit?: number;
}

/** Renders in a thread of its own, one after the other. */
export interface Renderer {
  /** The page of an entry, whole. @throws RenderError */
  render(request: PageInput): Promise<string>;
  /** The picture that messengers show with its link: JPEG. @throws RenderError */
  drawCard(request: CardInput): Promise<Buffer>;
  close(): Promise<void>;
}

/** How many may wait for their turn. */
const longestQueue = 30;

/** What the thread may hold: a page takes a few, and Astro some dozens. Megabytes. */
const memory = 256;

/** Compiles the program when that is needed, and starts its thread. */
export async function openRenderer({
  projectDir,
  stateDir,
  limit = 3000,
}: RendererOptions): Promise<Renderer> {
  const program = await buildProgram(projectDir, path.join(stateDir, 'on-demand'));
  const thread = new Thread(program, limit);
  return {
    async render(input) {
      return String(await thread.ask({ kind: 'page', input }));
    },
    async drawCard(input) {
      return Buffer.from((await thread.ask({ kind: 'card', input })) as Uint8Array);
    },
    close: () => thread.close(),
  };
}

class Thread {
  readonly #program: string;
  readonly #limit: number;
  #worker: Promise<Worker> | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  constructor(program: string, limit: number) {
    this.#program = program;
    this.#limit = limit;
    this.#worker = startWorker(program);
    this.#worker.catch(() => undefined);
  }

  ask(question: Question): Promise<string | Uint8Array> {
    if (this.#waiting >= longestQueue) return Promise.reject(new RenderError('busy'));
    this.#waiting++;
    const answered = this.#last.then(() => this.#askNow(question)).finally(() => this.#waiting--);
    this.#last = answered.catch(() => undefined);
    return answered;
  }

  async close(): Promise<void> {
    await this.#end();
  }

  async #askNow(question: Question): Promise<string | Uint8Array> {
    this.#worker ??= startWorker(this.#program);
    const worker = await this.#worker;
    const answer = await exchange(worker, question, this.#limit).catch(async (error: unknown) => {
      // Whatever it is doing, the next question finds a new one.
      await this.#end();
      throw error;
    });
    if ('refusal' in answer) throw new RenderError('refused', answer.refusal);
    if ('failure' in answer) throw new Error(answer.failure);
    return answer.result;
  }

  async #end(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.then((one) => one.terminate()).catch(() => undefined);
  }
}

/** A thread that has loaded the program. */
async function startWorker(program: string): Promise<Worker> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { program },
    resourceLimits: { maxOldGenerationSizeMb: memory },
    // Nothing of the server's: settings may be secrets.
    env: { NODE_ENV: 'production' },
  });
  worker.unref();
  await next(worker);
  return worker;
}

async function exchange(worker: Worker, question: Question, limit: number): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new RenderError('late'));
    }, limit);
  });
  try {
    const answer = next(worker);
    worker.postMessage(question);
    return (await Promise.race([answer, late])) as Answer;
  } finally {
    clearTimeout(timer);
  }
}

/** The next message of a thread. @throws Error when it ends instead */
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
      reject(error instanceof Error ? error : new Error(String(error)));
    };
    const onExit = (code: number): void => {
      settle();
      reject(new Error(`The rendering thread ended with code ${String(code)}.`));
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
  });
}
