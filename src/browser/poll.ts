import { ZodError } from 'zod';
import { AnswerError } from './reader.ts';

export interface Polling {
  /** Asks at once, and once more when a question is under way. */
  refresh(): void;
  stop(): void;
}

/** After a failure, in milliseconds. */
const slow = 30_000;

/**
 * Asks again and again while the tab is visible; after a failure more slowly, and what is shown stays.
 * @param ask gives the milliseconds until the next time
 */
export function startPolling(ask: () => Promise<number>): Polling {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  let isAsking = false;
  let isWanted = false;

  const run = async (): Promise<void> => {
    clearTimeout(timer);
    if (isStopped) return;
    if (isAsking) {
      isWanted = true;
      return;
    }
    if (document.visibilityState === 'hidden') return;
    isAsking = true;
    isWanted = false;
    const wait = await ask().catch(toWait);
    isAsking = false;
    if (isWanted) void run();
    else if (!hasStopped()) timer = setTimeout(() => void run(), wait);
  };
  const hasStopped = (): boolean => isStopped;
  const refresh = (): void => void run();
  const onVisible = (): void => {
    if (document.visibilityState === 'visible') refresh();
  };
  document.addEventListener('visibilitychange', onVisible);
  addEventListener('online', refresh);
  refresh();
  return {
    refresh,
    stop() {
      isStopped = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisible);
      removeEventListener('online', refresh);
    },
  };
}

/** No connection, a refusal, an answer that is none or comes too late. */
const expected = [AnswerError, TypeError, ZodError, DOMException];

function toWait(error: unknown): number {
  if (expected.some((kind) => error instanceof kind)) return slow;
  throw error;
}
