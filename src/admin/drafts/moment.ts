import { messages } from '../locale/messages.ts';

/** A moment of the last days as somebody says it, in the time zone of the device unless told otherwise. */
export function toMoment(at: number, now: number, timeZone?: string): string {
  const zone = timeZone === undefined ? {} : { timeZone };
  const time = new Intl.DateTimeFormat('es-GT', {
    ...zone,
    hour: 'numeric',
    minute: '2-digit',
    hour12: false,
  });
  const day = new Intl.DateTimeFormat('en-CA', { ...zone, dateStyle: 'short' });
  const date = new Intl.DateTimeFormat('es-GT', { ...zone, day: 'numeric', month: 'long' });
  const days = Math.round((Date.parse(day.format(now)) - Date.parse(day.format(at))) / 86_400_000);
  const { today, yesterday, on } = messages.drafts.moment;
  const hour = time.format(at);
  if (days === 0) return today(hour);
  return days === 1 ? yesterday(hour) : on(date.format(at), hour);
}
