import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { createDrawing, type Drawn, type DrawTask } from './draw.ts';

/** Fewer are drawn sooner than threads start. */
const fewestForThreads = 200;
const chunkSize = 40;

/**
 * Draws records, many of them on all processors.
 * @param open reads what a post was
 * @param keep is called once for each, in any order
 */
export async function drawAll<T>(
  posts: readonly T[],
  options: { readonly now: number; readonly timeZone: string },
  open: (post: T) => Promise<DrawTask>,
  keep: (post: T, drawn: Drawn) => Promise<void>,
): Promise<void> {
  const isMany = posts.length >= fewestForThreads;
  let next = 0;
  const work = async (draw: (tasks: readonly DrawTask[]) => Promise<readonly Drawn[]>): Promise<void> => {
    while (next < posts.length) {
      const chunk = posts.slice(next, (next += chunkSize));
      const drawn = await draw(await Promise.all(chunk.map(open)));
      await Promise.all(
        chunk.map((post, index) => {
          const one = drawn[index];
          return one && keep(post, one);
        }),
      );
    }
  };
  if (!isMany) {
    const draw = createDrawing(options);
    await work((tasks) => Promise.resolve(tasks.map(draw)));
    return;
  }
  await Promise.all(
    Array.from({ length: availableParallelism() }, async () => {
      const worker = new Worker(new URL('./draw-worker.ts', import.meta.url), {
        workerData: options,
        // What is made of one post is soon of no use: with more room, little of it is ever copied.
        resourceLimits: { maxYoungGenerationSizeMb: 64 },
      });
      const ask = async (tasks: readonly DrawTask[]): Promise<readonly Drawn[]> => {
        worker.postMessage(tasks);
        const [drawn] = (await once(worker, 'message')) as [readonly Drawn[]];
        return drawn;
      };
      let last: Promise<readonly Drawn[]> = Promise.resolve([]);
      const draw = (tasks: readonly DrawTask[]): Promise<readonly Drawn[]> =>
        (last = last.then(() => ask(tasks)));
      try {
        // While it draws some, others are read and kept.
        await Promise.all([work(draw), work(draw)]);
      } finally {
        await worker.terminate();
      }
    }),
  );
}
