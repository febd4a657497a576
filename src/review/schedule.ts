/**
 * The moment at which a ready draft is published by itself; undefined: it is published when a person does it.
 * A date counts as a plan only where it lay ahead when the version was saved: what was late already is not
 * published by a clock.
 * @param date of the entry, ISO 8601 with offset or Z
 * @param savedAt of the head commit, ISO 8601
 */
export function toPlannedMoment(date: unknown, savedAt: string): Date | undefined {
  const moment = Date.parse(typeof date === 'string' ? date : '');
  return moment > Date.parse(savedAt) ? new Date(moment) : undefined;
}

/** Has the moment come? */
export const isDue = (moment: Date, now: Date): boolean => moment.getTime() <= now.getTime();
