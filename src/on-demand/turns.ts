import { RenderError } from './render-error.ts';

/** Who asks: those who share one turn, and who is told what it cost. */
export interface Caller {
  readonly name: string;
  /** @param milliseconds that a task of theirs took, without waiting */
  readonly spend: (milliseconds: number) => void;
}

/** How many tasks may wait: of all, and of one caller. */
const [most, mostOfOne] = [60, 12];

type Task = () => Promise<void>;

/** One task at a time, and callers by turns: however much one asks, another waits for one task of theirs. */
export class Turns {
  /** Tasks by caller; the caller whose turn it is comes first. */
  readonly #lanes = new Map<string, Task[]>();
  #waiting = 0;
  #isRunning = false;

  /** @throws RenderError `busy`, and what the task throws */
  run<T>({ name, spend }: Caller, task: () => Promise<T>): Promise<T> {
    const lane = this.#lanes.get(name) ?? [];
    if (this.#waiting >= most || lane.length >= mostOfOne) return Promise.reject(new RenderError('busy'));
    return new Promise((resolve, reject) => {
      lane.push(async () => {
        const started = performance.now();
        await task().then(resolve, reject);
        spend(performance.now() - started);
      });
      this.#lanes.set(name, lane);
      this.#waiting++;
      void this.#work();
    });
  }

  async #work(): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    for (let [first] = this.#lanes; first !== undefined; [first] = this.#lanes) {
      const [name, lane] = first;
      this.#waiting--;
      await lane.shift()?.();
      // Behind all others, who may have come meanwhile.
      this.#lanes.delete(name);
      if (lane.length > 0) this.#lanes.set(name, lane);
    }
    this.#isRunning = false;
  }
}
