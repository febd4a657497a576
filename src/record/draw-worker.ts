import { parentPort, workerData } from 'node:worker_threads';
import { createDrawing, type DrawTask } from './draw.ts';

// Draws the records that it is sent; started by draw-all.ts with the moment of the build and the time zone of the site.

const draw = createDrawing(workerData as { now: number; timeZone: string });

parentPort?.on('message', (tasks: readonly DrawTask[]) => {
  parentPort?.postMessage(tasks.map(draw));
});
