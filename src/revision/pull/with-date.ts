/**
 * The text of an entry with another date; all else stays as it is, byte for byte.
 * @param date ISO 8601 with offset
 */
export const withDate = (source: string, date: string): string =>
  source.replace(
    /^(?<head>---\r?\n(?:(?!---\s*$).*\n)*?date:)[^\r\n]*/mu,
    (_, head: string) => `${head} ${date}`,
  );
