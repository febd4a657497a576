import { parse, postprocess, preprocess } from 'micromark';
import { gfm } from 'micromark-extension-gfm';
import { parseTag, type Tag } from './element.ts';

/**
 * A body in memory is Markdown in which `{`, `<` and `}` are plain characters; in a file it is MDX, where
 * they would start code. `toMdx` escapes them and `fromMdx` takes the escapes away, so that
 * `fromMdx(toMdx(body)) === body` for every body, and `toMdx` of any text at all is MDX without a single
 * expression, import or export. Code spans, fenced code and components stay as they are.
 *
 *     in memory   in the file
 *     {           \{
 *     \{          &#123;        (already escaped in Markdown)
 *     &#123;      &#0123;       (one zero more for every level)
 *     import      &#105;mport   (at the start of a line, where MDX would read a module)
 *
 * A component is a tag alone on its line at the left margin, between blank lines. Anything that only
 * looks like one is text.
 */

/** A tag in a body, with its offsets and its line (1 = first line of the body). */
export interface PlacedTag extends Tag {
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

const specials: Readonly<Record<string, string>> = { '<': '60', '{': '123', '}': '125' };
const literals: Readonly<Record<string, string>> = { '60': '<', '123': '{', '125': '}' };

/** The constructs that MDX has not; without JSX and expressions, text parses alike with and without escapes. */
const withoutHtml = { disable: { null: ['autolink', 'codeIndented', 'htmlFlow', 'htmlText'] } };

/** Code, where nothing is escaped, and `<` of `[text](<address>)`, which Markdown owns. */
function findVerbatim(body: string, tags: readonly Range[]): { code: Range[]; destinations: Set<number> } {
  let masked = body.startsWith('\uFEFF') ? `x${body.slice(1)}` : body;
  for (const { start, end } of tags) {
    masked = masked.slice(0, start) + masked.slice(start, end).replace(/[^\n]/gu, 'x') + masked.slice(end);
  }
  const events = postprocess(
    parse({ extensions: [gfm(), withoutHtml] })
      .document()
      .write(preprocess()(masked, undefined, true)),
  );
  const code: Range[] = [];
  const destinations = new Set<number>();
  for (const [kind, token] of events) {
    if (kind !== 'enter') continue;
    if (token.type === 'codeFenced' || token.type === 'codeText') {
      code.push({ start: token.start.offset, end: token.end.offset });
    } else if (token.type === 'resourceDestinationLiteral' || token.type === 'definitionDestinationLiteral') {
      destinations.add(token.start.offset);
    }
  }
  return { code: code.sort((a, b) => a.start - b.start), destinations };
}

const isBlank = (line: string | undefined): boolean => line === undefined || /^[ \t]*$/u.test(line);

/** Lines that hold nothing but one tag and stand between blank lines. */
function findTagLines(body: string): PlacedTag[] {
  const found: PlacedTag[] = [];
  const lines = body.split('\n');
  let start = 0;
  lines.forEach((source, index) => {
    const tag = source.startsWith('<') ? parseTag(source) : undefined;
    if (tag !== undefined && isBlank(lines[index - 1]) && isBlank(lines[index + 1])) {
      found.push({ ...tag, start, end: start + source.length, line: index + 1 });
    }
    start += source.length + 1;
  });
  return found;
}

/**
 * The tags of the components in a body, in order: self-closing ones and matched pairs. A tag without its
 * partner, in code, inside a paragraph or inside a list is text and is not listed.
 */
export function findTags(body: string): PlacedTag[] {
  const candidates = findTagLines(body);
  if (candidates.length === 0) return [];
  const { code } = findVerbatim(body, candidates);
  const tags: PlacedTag[] = [];
  let open: PlacedTag | undefined;
  for (const tag of candidates) {
    if (code.some((range) => range.start <= tag.start && tag.start < range.end)) continue;
    if (tag.kind === 'self') tags.push(tag);
    // Pairs do not nest: an opening tag before the last one was closed makes text of the last one.
    else if (tag.kind === 'open') open = tag;
    else if (open?.name === tag.name) {
      tags.push(open, tag);
      open = undefined;
    }
  }
  return tags.sort((a, b) => a.start - b.start);
}

/** Applies `change` to what is neither code nor a tag; `at` is the offset of the piece in the body. */
function mapText(
  body: string,
  change: (text: string, at: number, destinations: Set<number>) => string,
): string {
  const tags = findTags(body);
  const { code, destinations } = findVerbatim(body, tags);
  const verbatim = [...tags, ...code].sort((a, b) => a.start - b.start);
  let result = '';
  let offset = 0;
  for (const { start, end } of verbatim) {
    if (end <= offset) continue;
    result += change(body.slice(offset, start), offset, destinations) + body.slice(start, end);
    offset = end;
  }
  return result + change(body.slice(offset), offset, destinations);
}

const special =
  /(?<slashes>\\*)(?:(?<character>[<{}])|&#(?<zeros>0*)(?<code>60|123|125|105|101);)|^(?<keyword>import|export)(?=[ \t])/gmu;

const isLineStart = (text: string, index: number): boolean => index === 0 || text[index - 1] === '\n';
const isOdd = (text: string): boolean => text.length % 2 === 1;

/** From Markdown in memory to MDX in a file. */
export function toMdx(body: string): string {
  return mapText(body, (text, at, destinations) =>
    text.replace(special, (...match) => {
      const [whole, slashes = '', character, zeros = '', code, keyword] = match as string[];
      const index = match.at(-3) as unknown as number;
      if (keyword !== undefined) {
        if (!isLineStart(body, at + index)) return keyword;
        return `&#${keyword === 'import' ? '105' : '101'};${keyword.slice(1)}`;
      }
      if (code !== undefined) {
        if (isOdd(slashes)) return String(whole);
        return `${slashes}&#0${zeros}${code};`;
      }
      if (character === undefined) return String(whole);
      if (slashes === '' && destinations.has(at + index)) return character;
      if (isOdd(slashes)) return `${slashes.slice(1)}&#${String(specials[character])};`;
      return `${slashes}\\${character}`;
    }),
  );
}

/** From MDX in a file to Markdown in memory. */
export function fromMdx(mdx: string): string {
  return mapText(mdx, (text, at) =>
    text.replace(special, (...match) => {
      const [whole, slashes = '', character, zeros = '', code] = match as string[];
      const index = match.at(-3) as unknown as number;
      if (code !== undefined) {
        if (isOdd(slashes)) return String(whole);
        if (zeros !== '') return `${slashes}&#${zeros.slice(1)}${code};`;
        const literal = literals[code];
        if (literal !== undefined) return `${slashes}\\${literal}`;
        const rest = text.slice(index + String(whole).length);
        const keyword = code === '105' ? 'mport' : 'xport';
        const starts = slashes === '' && isLineStart(mdx, at + index);
        return starts && new RegExp(`^${keyword}[ \\t]`, 'u').test(rest)
          ? code === '105'
            ? 'i'
            : 'e'
          : String(whole);
      }
      if (character === undefined || !isOdd(slashes)) return String(whole);
      return `${slashes.slice(1)}${character}`;
    }),
  );
}
