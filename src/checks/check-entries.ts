import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type CheckedEntry, type CheckTask, createEntryCheck } from './check-entry.ts';
import { type SiteFacts, toKnowledge } from './knowledge.ts';

/** A task whose file has not been read yet. */
export type OpenTask = () => Promise<CheckTask>;

/** Fewer are checked sooner than threads start. */
const fewestForThreads = 150;
const chunkSize = 40;

/** Checks entry files, many of them on all processors. Results are in the order of the tasks. */
export async function checkEntries(tasks: readonly OpenTask[], facts: SiteFacts): Promise<CheckedEntry[]> {
  if (tasks.length < fewestForThreads) {
    return (await Promise.all(tasks.map((open) => open()))).map(createEntryCheck(toKnowledge(facts)));
  }
  const results: CheckedEntry[] = [];
  let next = 0;
  const takeChunk = (): number | undefined => {
    const start = next;
    next += chunkSize;
    return start < tasks.length ? start : undefined;
  };
  const threads = Array.from({ length: availableParallelism() }, async () => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: facts });
    try {
      for (let start = takeChunk(); start !== undefined; start = takeChunk()) {
        const chunk = await Promise.all(tasks.slice(start, start + chunkSize).map((open) => open()));
        worker.postMessage(chunk);
        const [checked] = (await once(worker, 'message')) as [CheckedEntry[]];
        for (const [index, entry] of checked.entries()) results[start + index] = entry;
      }
    } finally {
      await worker.terminate();
    }
  });
  await Promise.all(threads);
  return results;
}
