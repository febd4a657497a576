/**
 * Arithmetic between what an `<input type="datetime-local">` shows (`2026-03-04T08:30`, a local time without
 * a zone) and what a file stores (`2026-03-04T08:30:00-06:00`). Offsets come from the time zone database of
 * the platform, https://tc39.es/ecma402/#datetimeformat-objects.
 */

const minute = 60_000;

/** Local time of an instant (milliseconds since 1970 UTC) in a time zone: `YYYY-MM-DDTHH:mm`. */
export function toLocal(instant: number, timeZone: string): string {
  return toIso(instant + getOffset(instant, timeZone)).slice(0, 'YYYY-MM-DDTHH:mm'.length);
}

/**
 * What a file stores for a local time in a time zone. A local time that a change of clocks skips moves
 * forward by what the clocks skipped; of one that comes twice it is the first (as Temporal does by default,
 * https://tc39.es/proposal-temporal/docs/timezone.html#ambiguity-due-to-dst-or-other-time-zone-offset-changes).
 * Undefined when the text is no local time.
 */
export function toStored(local: string, timeZone: string): string | undefined {
  const match = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?/u.exec(local);
  const wall = match === null ? Number.NaN : Date.parse(`${match[0]}Z`);
  if (Number.isNaN(wall)) return undefined;
  const day = 24 * 60 * minute;
  const before = getOffset(wall - day, timeZone);
  const after = getOffset(wall + day, timeZone);
  // The larger offset is the earlier instant: it wins where both are right.
  const candidates = [Math.max(before, after), Math.min(before, after)].map((offset) => wall - offset);
  const instant = candidates.find((time) => time + getOffset(time, timeZone) === wall) ?? wall - before;
  return format(instant, timeZone);
}

/** What a file stores for an instant, to the minute. */
export const toStoredNow = (instant: number, timeZone: string): string =>
  format(Math.floor(instant / minute) * minute, timeZone);

/** Instant of a stored date, in any offset; undefined when the text is no date with time and offset. */
export function parseStored(stored: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/u.test(stored)) return undefined;
  const instant = Date.parse(stored);
  return Number.isNaN(instant) ? undefined : instant;
}

/** Offset of a zone from UTC at an instant, in milliseconds and whole minutes; negative in America. */
function getOffset(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const read = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((part) => part.type === type)?.value ?? Number.NaN);
  // Date.UTC takes years below 100 for those of the last century.
  const wall = new Date(0);
  const era = parts.find((part) => part.type === 'era')?.value;
  const year = era?.startsWith('B') ? 1 - read('year') : read('year');
  wall.setUTCFullYear(year, read('month') - 1, read('day'));
  wall.setUTCHours(read('hour'), read('minute'), read('second'));
  const seconds = Math.floor(instant / 1000) * 1000;
  // Before standard time, zones were apart from UTC by odd seconds, which ISO 8601 cannot write.
  return Math.round((wall.getTime() - seconds) / minute) * minute;
}

function format(instant: number, timeZone: string): string {
  const offset = getOffset(instant, timeZone);
  const minutes = Math.abs(offset) / minute;
  const sign = offset < 0 ? '-' : '+';
  const hh = String(Math.floor(minutes / 60)).padStart(2, '0');
  const mm = String(minutes % 60).padStart(2, '0');
  return `${toIso(instant + offset)}${sign}${hh}:${mm}`;
}

const toIso = (time: number): string => new Date(time).toISOString().slice(0, 'YYYY-MM-DDTHH:mm:ss'.length);
