/** An address as it is written in a text: in Markdown and in attributes some characters are escaped. */
export interface WrittenAddress {
  /** The address itself, without escapes. */
  readonly url: string;
  /** Where it is written, without the marks around it. */
  readonly start: number;
  readonly end: number;
  /** The offset in the text of a character of `url`; its length gives `end`. */
  readonly locate: (index: number) => number;
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const reference = '&(?:#[xX](?<hex>[\\da-fA-F]{1,6})|#(?<decimal>\\d{1,7})|(?<name>amp|lt|gt|quot|apos));';
const references = new RegExp(reference, 'gu');
const escapes = new RegExp(`\\\\(?<literal>[!-/:-@[-\`{-~])|${reference}`, 'gu');

/** Reads what stands in a range, in which `pattern` finds the escapes. */
function read(source: string, start: number, end: number, pattern: RegExp): WrittenAddress {
  const raw = source.slice(start, end);
  if (!/[\\&]/u.test(raw)) return { url: raw, start, end, locate: (index) => start + index };
  let url = '';
  const offsets: number[] = [];
  const add = (text: string, from: number, step: 0 | 1): void => {
    for (let index = 0; index < text.length; index++) offsets.push(start + from + index * step);
    url += text;
  };
  let from = 0;
  for (const { 0: whole, index, groups = {} } of raw.matchAll(pattern)) {
    add(raw.slice(from, index), from, 1);
    add(unescape(groups), index, 0);
    from = index + whole.length;
  }
  add(raw.slice(from), from, 1);
  return { url, start, end, locate: (index) => offsets[index] ?? end };
}

function unescape({
  literal,
  hex,
  decimal,
  name = '',
}: Readonly<Record<string, string | undefined>>): string {
  if (literal !== undefined) return literal;
  if (hex === undefined && decimal === undefined) return named[name] ?? '';
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
}

/** The address in an attribute of a component. */
export const readAttribute = (source: string, start: number, end: number): WrittenAddress =>
  read(source, start, end, references);

/** An address that is written as it is, but for a scheme that its `url` has before it (`www.…`, e-mail). */
export function readLiteral(start: number, end: number, url: string): WrittenAddress {
  const prefix = url.length - (end - start);
  return { url, start, end, locate: (index) => start + Math.max(0, index - prefix) };
}

/** The destination of a Markdown link or definition, from behind its `(` or `:` (CommonMark 0.31, 6.3 Links). */
export function readDestination(source: string, from: number, limit: number): WrittenAddress {
  const start = from + (/^[ \t\n]*/u.exec(source.slice(from, limit))?.[0].length ?? 0);
  const quoted = /^<(?<inside>(?:\\.|[^<>\\\n]|\\(?=>))*)>/u.exec(source.slice(start, limit))?.groups?.[
    'inside'
  ];
  if (quoted !== undefined) return read(source, start + 1, start + 1 + quoted.length, escapes);
  let depth = 0;
  let end = start;
  for (; end < limit && !/[\s\p{Cc}]/u.test(source[end] ?? ''); end++) {
    const character = source[end];
    if (character === '\\') end += /[!-/:-@[-`{-~]/u.test(source[end + 1] ?? '') ? 1 : 0;
    else if (character === '(') depth += 1;
    else if (character === ')' && --depth < 0) break;
  }
  return read(source, start, end, escapes);
}
