/** Nobody sees it, and it ends a mention, a number of an issue and an address. */
const joiner = '\u2060';

/**
 * A text that GitHub shows as it is: on one line, no element, no format, no link, no formula, no `:smile:`; nobody is mentioned and
 * no issue. GitHub looks for `@name` and `#1` in what it has rendered, where a backslash does not help.
 * https://github.github.com/gfm/#backslash-escapes
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(
      /@(?=[\w-])|#(?=\d)|\b(?:GH-)(?=\d)|w(?=ww\.)|:(?=\/\/|[\w+-]+:)|(?<=\b(?:mailto|xmpp)):/giu,
      (mark) => mark + joiner,
    )
    .replace(/[&<>"]/gu, (mark) => `&#${String(mark.charCodeAt(0))};`)
    .replace(/[\\`*_{}[\]()#+\-.!|~$^=]/gu, (mark) => `\\${mark}`)
    .replace(/&\\#(\d+);/gu, '&#$1;');
}
