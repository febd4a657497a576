/** A quotation in Markdown, such that `readQuote` finds it again. */
export const withQuote = (quote: string, text: string): string =>
  `${quote
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n')}\n\n${text}`;

/** A comment that begins with a quotation: the words quoted, and what is said of them. */
export function readQuote(body: string): { quote?: string; text: string } {
  const found = /^(?<quote>(?:>.*(?:\r?\n|$))+)\s*(?<text>[\s\S]*)$/u.exec(body);
  const { quote, text } = found?.groups ?? {};
  if (quote === undefined || text === undefined || text === '') return { text: body };
  return { quote: quote.replaceAll(/^> ?/gmu, '').trim(), text };
}
