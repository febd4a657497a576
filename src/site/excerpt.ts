/** Blocks of Markdown that are no running text: headings, lists, quotations, tables, images, components. */
const noParagraph = /^\s*(?:[#>|<!]|[-*+]\s|\d+[.)]\s|```|~~~)/u;

/** A first sentence of so few characters is followed by more. */
const shortest = 60;

/**
 * The first words of a Markdown body as plain text: whole sentences, or words with an ellipsis.
 * @param length most characters, before the ellipsis
 */
export function toExcerpt(body: string, length = 180): string {
  const paragraph = body.split(/\n{2,}/u).find((block) => block.trim() !== '' && !noParagraph.test(block));
  return shorten(toPlainText(paragraph ?? ''), length);
}

/**
 * The beginning of a text: whole sentences, or words with an ellipsis. A text that is short enough is left as it is.
 * @param length most characters, before the ellipsis
 */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const start = text.slice(0, length + 1);
  const sentence = /^.*[.!?…]["»”)]*(?=\s)/su.exec(start)?.[0] ?? '';
  if (sentence.length >= shortest) return sentence;
  return `${start.slice(0, Math.max(0, start.lastIndexOf(' ')) || length).replace(/[\s,;:.]+$/u, '')}…`;
}

const toPlainText = (markdown: string): string =>
  markdown
    .replace(/!\[[^\]]*\]\([^)]*\)|<[^>]*>|\[\^[^\]]*\]/gu, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/(?<!\\)(?:[*_~]{1,3}|`+)/gu, '')
    .replace(/\\([^\p{L}\p{N}\s])/gu, '$1')
    .replace(/\s+/gu, ' ')
    .trim();
