const language = 'es-GT';
const day = 24 * 60 * 60 * 1000;

/**
 * A moment in words, as one says it: «hoy a las 16:05», «ayer a la 1:30», «el lunes 16 de noviembre a las
 * 9:00», with its year when that is another. Days and hours are those of the time zone.
 */
export function toWhen(moment: Date, now: Date, timeZone: string): string {
  return `${toDayName(moment, now, timeZone)} ${toHour(moment, timeZone)}`;
}

function toDayName(moment: Date, now: Date, timeZone: string): string {
  const distance = Math.round((toMidnight(moment, timeZone) - toMidnight(now, timeZone)) / day);
  if (distance === 0) return 'hoy';
  if (distance === 1) return 'mañana';
  if (distance === -1) return 'ayer';
  const format = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(language, { ...options, timeZone }).format(moment);
  const name = `el ${format({ weekday: 'long' })} ${format({ day: 'numeric', month: 'long' })}`;
  const year = format({ year: 'numeric' });
  const thisYear = new Intl.DateTimeFormat(language, { year: 'numeric', timeZone }).format(now);
  return year === thisYear ? name : `${name} de ${year}`;
}

/** The day in the time zone, as the start of the same day in UTC: days are then equally long. */
const toMidnight = (moment: Date, timeZone: string): number =>
  // Swedish writes dates as ISO 8601 does.
  Date.parse(new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeZone }).format(moment));

function toHour(moment: Date, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en', {
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  });
  const parts = format.formatToParts(moment);
  const read = (type: 'hour' | 'minute'): string => parts.find((part) => part.type === type)?.value ?? '';
  const hour = Number(read('hour'));
  return `${hour === 1 ? 'a la' : 'a las'} ${String(hour)}:${read('minute')}`;
}
