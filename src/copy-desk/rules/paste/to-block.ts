/** A text to be put in place of a range, with blank lines where it would be one block with its neighbours. */
export function toBlock(body: string, start: number, end: number, text: string): string {
  const isFirst = /(?:^|\n[ \t]*\n)[ \t]*$/u.test(body.slice(0, start));
  const isLast = /^[ \t]*(?:\n[ \t]*(?:\n|$)|$)/u.test(body.slice(end));
  return `${isFirst ? '' : '\n'}${text}${isLast ? '' : '\n'}`;
}
