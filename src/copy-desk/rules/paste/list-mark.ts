/** A line that starts with what somebody typed for a bullet. */
export interface MarkedLine {
  readonly mark: string;
  /** A bullet is only that; an emoji may say something; a number orders. */
  readonly kind: 'bullet' | 'emoji' | 'number';
  /** How long the mark and the spaces after it are. */
  readonly length: number;
}

const space = '[ \\t\\u00A0\\u2000-\\u200A\\u202F\\u3000]';
const emoji =
  '(?:\\p{RI}{2}|(?![©®™])\\p{Extended_Pictographic}(?:\\uFE0F|\\p{EMod}|\\u200D\\p{Extended_Pictographic})*)';
const pattern = new RegExp(
  `^(?:(?<bullet>[·•▪‣●◦○■□◆◇◾◽∙❖▸►▶➤➢➔✓\\uF0A7\\uF0B7\\uF0D8]\\uFE0F?)${space}*` +
    `|(?<typed>\\\\[-*+]|–|§(?!${space}*\\d)|o(?=${space}{2}|\\t))${space}+` +
    `|(?<number>(?:\\d\\uFE0F?\\u20E3)+|🔟)${space}*` +
    `|(?<emoji>${emoji})${space}*)(?=\\S)`,
  'u',
);

/** What starts another block: the line stays as it is, or it would mean something else in a list. */
const block = /^(?:#{1,6}(?:\s|$)|[-+*>](?:\s|$)|\d{1,9}[.)](?:\s|$)|`{3}|~{3}|[-*_]{3}|[|<=]|\\\s*$)/u;

/** Emoji that are bullets and nothing else. */
const shape = /^[🔹🔸🔷🔶🔵🔴🟠🟡🟢🟣⚪⚫]/u;

/** The mark at the start of a line, if it has one and words after it. */
export function readMark(line: string): MarkedLine | undefined {
  const match = pattern.exec(line);
  if (match === null) return undefined;
  const { bullet, typed, number, emoji } = match.groups ?? {};
  const mark = bullet ?? typed ?? number ?? emoji ?? '';
  const rest = line.slice(match[0].length);
  // Several emoji in a row are a decoration, not a mark, unless the first is a plain shape.
  const words = shape.test(mark) ? /[\p{L}\p{N}]/u : /^[^\p{Extended_Pictographic}\p{RI}]*[\p{L}\p{N}]/u;
  if (block.test(rest) || !words.test(rest.slice(0, 40))) return undefined;
  const kind = number !== undefined ? 'number' : emoji !== undefined ? 'emoji' : 'bullet';
  return { mark, kind, length: match[0].length };
}
