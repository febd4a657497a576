/** How the site writes dates: its language and its time zone (settings). */
export interface DateStyle {
  readonly language: string;
  readonly timeZone: string;
}

/** A day in words, in the time zone of the site: «4 de marzo de 2026». @param date ISO 8601 with offset or Z */
export const formatDate = (date: string, { language, timeZone }: DateStyle): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone }).format(new Date(date));
