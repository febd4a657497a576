/**
 * A moment (ISO 8601 with offset) as the form writes it: with the offset that the site's time zone has then,
 * so that its first ten characters are the local day. The moment stays the same. Undefined when the text is none.
 */
export function toLocalDate(text: string, timeZone: string): string | undefined {
  const match = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?<fraction>\.\d+)?)?\s*(?:Z|[+-]\d\d:?\d\d)$/iu.exec(
    text,
  );
  const instant =
    match === null ? Number.NaN : Date.parse(text.replace(/^(.{10}) /u, '$1T').replace(/\s/gu, ''));
  if (Number.isNaN(instant)) return undefined;
  const offset = readOffset(instant, timeZone);
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number);
  const shift = (offset.startsWith('-') ? -60_000 : 60_000) * (hours * 60 + minutes);
  const local = new Date(instant + shift).toISOString().slice(0, 'YYYY-MM-DDTHH:mm:ss.sss'.length);
  return `${local.replace(/\.000$/u, '')}${offset}`;
}

/** `-06:00`; https://tc39.es/ecma402/#sec-datetimeformat-abstracts (timeZoneName longOffset). */
function readOffset(instant: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).formatToParts(
    instant,
  );
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  return /[+-]\d\d:\d\d/u.exec(name)?.[0] ?? '+00:00';
}
