import { setTimeout as wait } from 'node:timers/promises';
import type { GitHub } from '../github/client.ts';
import { type Outcome, publishDue } from '../github/publish-due/publish-due.ts';

export interface ScheduleOptions {
  readonly github: GitHub;
  /** Milliseconds between two looks. */
  readonly interval: number;
  readonly now: () => Date;
  readonly log: (line: string) => void;
}

/** Looks on a timer for what is due and publishes it; one look at a time. */
export function startSchedule({ github, interval, now, log }: ScheduleOptions): { close(): Promise<void> } {
  const stop = new AbortController();
  let said = '';
  const look = async (): Promise<void> => {
    const outcomes = await publishDue(github, { now: now(), pause: () => wait(100) });
    const news = outcomes
      .filter(({ state }) => state === 'published' || state === 'failed')
      .map(toLine)
      .join('\n');
    // A merge that fails does so at every look.
    if (news !== '' && news !== said) log(news);
    said = news;
  };
  const run = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      await look().catch((error: unknown) => {
        log(`Planned posts could not be published: ${String(error)}`);
      });
      await wait(interval, undefined, { signal: stop.signal, ref: false }).catch(() => undefined);
    }
  };
  const running = run();
  return {
    async close() {
      stop.abort();
      await running;
    },
  };
}

const toLine = ({ number, title, state, reason }: Outcome): string =>
  `Planned: #${String(number)} «${title}»: ${state}${reason === undefined ? '' : ` (${reason})`}`;
