import { parentPort, workerData } from 'node:worker_threads';
import { pathToFileURL } from 'node:url';
import type * as Program from './program.ts';
import type { Answer, Question } from './protocol.ts';

// A thread of its own: what it is asked may take long or never end, and it may be ended at any time.

const { program } = workerData as { program: string };
const { renderPage, drawEntryCard, RequestError } = (await import(
  pathToFileURL(program).href
)) as typeof Program;

async function answer({ kind, input }: Question): Promise<Answer> {
  try {
    return { result: kind === 'page' ? await renderPage(input) : await drawEntryCard(input) };
  } catch (error) {
    if (error instanceof RequestError) return { refusal: error.message };
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on('message', (question: Question) => {
  void answer(question).then((reply) => parentPort?.postMessage(reply));
});
parentPort?.postMessage('ready');
