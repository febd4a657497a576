import { parentPort, workerData } from 'node:worker_threads';
import { type CheckTask, createEntryCheck } from './check-entry.ts';
import { type SiteFacts, toKnowledge } from './knowledge.ts';

// Checks what it is sent; started by check-entries.ts with the facts of the site.

const check = createEntryCheck(toKnowledge(workerData as SiteFacts));

parentPort?.on('message', (tasks: readonly CheckTask[]) => {
  parentPort?.postMessage(tasks.map(check));
});
