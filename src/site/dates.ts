/** How the site writes dates: its language and its time zone (settings). */
export interface DateStyle {
  readonly language: string;
  readonly timeZone: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format takes longer than thousands of its dates. */
function getFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([language, options]);
  const format = formats.get(key) ?? new Intl.DateTimeFormat(language, options);
  formats.set(key, format);
  return format;
}

/** A day in words, in the time zone of the site: «4 de marzo de 2026». @param date ISO 8601 with offset or Z */
export const formatDate = (date: string, { language, timeZone }: DateStyle): string =>
  getFormat(language, { dateStyle: 'long', timeZone }).format(new Date(date));

/** The same without the year, for lists of one year: «4 de marzo». */
export const formatDayOfYear = (date: string, { language, timeZone }: DateStyle): string =>
  getFormat(language, { day: 'numeric', month: 'long', timeZone }).format(new Date(date));

/** The day in the time zone of the site, as ISO 8601 has it: `2026-03-04`. @param date ISO 8601 with offset or Z */
export const toDay = (date: string, { timeZone }: Pick<DateStyle, 'timeZone'>): string =>
  // Swedish writes dates so.
  getFormat('sv', { dateStyle: 'short', timeZone }).format(new Date(date));

/** The name of a month, with its year or without: «noviembre de 2026», «noviembre». @param month `2026-11` */
export const formatMonth = (month: string, language: string, year?: 'numeric'): string =>
  getFormat(language, { month: 'long', timeZone: 'UTC', ...(year && { year }) }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
