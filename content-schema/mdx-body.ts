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
 *     http://a/{  http&#58;//…  (GFM would take the escapes that follow into the link)
 *     <http://a>  [http://a](<http://a>)
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

/** A piece of a body as Markdown's grammar calls it. */
interface Token extends Range {
  readonly type: string;
}

/** What a body consists of besides text. Ranges are in order and do not overlap. */
interface Outline {
  readonly tags: readonly PlacedTag[];
  readonly code: readonly Token[];
  /** Links, images and definitions, where GFM looks for no bare address. */
  readonly links: readonly Range[];
  /** Where the `<` of `[text](<address>)` stands, which Markdown owns. */
  readonly destinations: ReadonlySet<number>;
}

/**
 * The constructs that MDX has not, and the bare addresses of GFM: text parses alike with and without
 * escapes as long as `findBreaks` keeps the latter away from them.
 */
const withoutHtml = {
  disable: {
    null: ['autolink', 'codeIndented', 'htmlFlow', 'htmlText', 'protocolAutolink', 'wwwAutolink'],
  },
};

const byteOrderMark = '\uFEFF';

/**
 * The Markdown tokens of a body in which every range of `masked` counts as a word, and so does a `<` at the
 * start of a line: MDX would read an element there, whatever the lines before say, so it is escaped.
 */
function tokenize(body: string, masked: readonly Range[]): Token[] {
  let text = '';
  let offset = 0;
  for (const { start, end } of masked) {
    text += body.slice(offset, start) + 'x'.repeat(end - start);
    offset = end;
  }
  text = (text + body.slice(offset)).replace(/^(?<prefix>[ \t>]*)</gmu, '$<prefix>x');
  // The parser takes a byte order mark away and does not count it.
  const shift = body.startsWith(byteOrderMark) ? 1 : 0;
  return postprocess(
    parse({ extensions: [gfm(), withoutHtml] })
      .document()
      .write(preprocess()(text, undefined, true)),
  )
    .filter(([kind]) => kind === 'enter')
    .map(([, { type, start, end }]) => ({ type, start: start.offset + shift, end: end.offset + shift }));
}

const codeTypes = new Set(['codeFenced', 'codeText']);
const linkTypes = new Set(['link', 'image', 'definition']);
const destinationTypes = new Set(['resourceDestinationLiteral', 'definitionDestinationLiteral']);

function toOutline(body: string): Outline {
  const candidates = findTagLines(body);
  const tokens = tokenize(body, candidates);
  const code = outermost(tokens.filter(({ type }) => codeTypes.has(type)));
  const isCode = toLookup(code);
  const tags = toPairs(candidates.filter(({ start }) => !isCode(start)));
  return {
    tags,
    code,
    links: outermost(tokens.filter(({ type }) => linkTypes.has(type))),
    destinations: new Set(tokens.filter(({ type }) => destinationTypes.has(type)).map(({ start }) => start)),
  };
}

function outermost<R extends Range>(ranges: readonly R[]): R[] {
  const found: R[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (range.start >= (found.at(-1)?.end ?? 0)) found.push(range);
  }
  return found;
}

/** Is an offset in one of the ranges? Offsets must be asked in ascending order. */
function toLookup(ranges: readonly Range[]): (offset: number) => boolean {
  let index = 0;
  return (offset) => {
    while ((ranges[index]?.end ?? Infinity) <= offset) index++;
    return (ranges[index]?.start ?? Infinity) <= offset;
  };
}

const isBlank = (line: string | undefined): boolean => line === undefined || /^[ \t]*$/u.test(line);

/** Lines that hold nothing but one tag and stand between blank lines. */
function findTagLines(body: string): PlacedTag[] {
  const found: PlacedTag[] = [];
  if (!body.startsWith('<') && !body.includes('\n<')) return found;
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

/** Self-closing tags and matched pairs, in order. */
function toPairs(candidates: readonly PlacedTag[]): PlacedTag[] {
  const tags: PlacedTag[] = [];
  let open: PlacedTag | undefined;
  for (const tag of candidates) {
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

/**
 * The tags of the components in a body, in order: self-closing ones and matched pairs. A tag without its
 * partner, in code, inside a paragraph or inside a list is text and is not listed.
 */
export function findTags(body: string): readonly PlacedTag[] {
  const candidates = findTagLines(body);
  // Where there is no code, no candidate is in any, and Markdown's grammar need not be asked.
  return candidates.length === 0 || !/`|~~~/u.test(body) ? toPairs(candidates) : toOutline(body).tags;
}

type Groups = Readonly<Record<string, string | undefined>>;

/**
 * Replaces what `pattern` finds outside the `verbatim` ranges; `change` gets the named groups of a match, the
 * whole match and its offset in the body.
 */
function replaceInText(
  body: string,
  verbatim: readonly Range[],
  pattern: RegExp,
  change: (groups: Groups, whole: string, offset: number) => string,
): string {
  const replace = (start: number, end?: number): string =>
    body.slice(start, end).replace(pattern, (whole: string, ...rest: unknown[]) => {
      const groups = rest.at(-1) as Groups;
      return change(groups, whole, start + (rest.at(-3) as number));
    });
  let result = '';
  let offset = 0;
  for (const { start, end } of outermost(verbatim)) {
    result += replace(offset, start) + body.slice(start, end);
    offset = end;
  }
  return result + replace(offset);
}

/** Where a line starts, for MDX's eyes. */
const isLineStart = (body: string, offset: number): boolean =>
  offset === 0 || body[offset - 1] === '\n' || (offset === 1 && body.startsWith(byteOrderMark));

const isOdd = (slashes: string): boolean => slashes.length % 2 === 1;
const toReference = (character: string): string => `&#${String(character.charCodeAt(0))};`;

const codes = '(?:46|58|60|101|105|123|125);';
const slashes = '(?<!\\\\)(?<slashes>\\\\*)';
const unescaped = new RegExp(
  `${slashes}(?:(?<special>[<{}])|&#(?=0*${codes}))` +
    '|(?<=^\\uFEFF?)(?<initial>i(?=mport[ \\t])|e(?=xport[ \\t]))|(?<mark>:(?=//)|(?<=[Ww]{3})\\.)',
  'gmu',
);
const escaped = new RegExp(
  `${slashes}(?:(?<special>[<{}])|&#0(?=0*${codes})|&#(?<code>60|123|125);)` +
    '|(?<=^\\uFEFF?)&#(?<initial>105(?=;mport[ \\t])|101(?=;xport[ \\t]));' +
    '|&#(?<mark>58(?=;//)|(?<=[Ww]{3}&#)46);',
  'gmu',
);

/**
 * Code and tags, where nothing is escaped; but a code span that goes on over a line that MDX would take for
 * an expression or an element is escaped like text.
 */
function findVerbatim(body: string, { tags, code }: Outline): Range[] {
  const interrupted = /\n[ \t>]*\\*(?:[<{]|&#0*(?:60|123|125);)/u;
  const isInterrupted = ({ type, start, end }: Token): boolean =>
    type === 'codeText' && interrupted.test(body.slice(start, end));
  return [...tags, ...code.filter((token) => !isInterrupted(token))];
}

/**
 * Where a bare address has to be broken (`http&#58;//`, `www&#46;`), because GFM would take what follows
 * into the link: an escape, a backtick, a bracket. A reader gets the link all the same, from the text.
 */
function findBreaks(body: string, { links }: Outline): Set<number> {
  const breaks = new Set<number>();
  const isLink = toLookup(links);
  for (const { 0: run, index } of body.matchAll(/\S+/gu)) {
    if (!/[<{}[`]|&#/u.test(run)) continue;
    for (const mark of run.matchAll(/(?<=https?):(?=\/\/)|(?<=www)\./giu)) {
      if (!isLink(index + mark.index)) breaks.add(index + mark.index);
    }
  }
  return breaks;
}

/** What `toMdx` may change: without it a body is its own MDX. */
const escapable = /[<{}]|&#|^\uFEFF?(?:im|ex)port[ \t]/mu;
const isBreakable = (body: string): boolean => /https?:\/\/|www\./iu.test(body) && /[[`]/u.test(body);

/** What `fromMdx` changes: without it MDX is its own Markdown. */
const unescapable = /\\[<{}]|&#/u;

/** From Markdown in memory to MDX in a file. */
export function toMdx(body: string): string {
  if (!escapable.test(body) && !isBreakable(body)) return body;
  const markdown = linkAddresses(body);
  const outline = toOutline(markdown);
  const breaks = findBreaks(markdown, outline);
  const verbatim = findVerbatim(markdown, outline);
  return replaceInText(markdown, verbatim, unescaped, (groups, whole, offset) => {
    const { slashes = '', special, initial, mark } = groups;
    if (initial !== undefined) return isLineStart(markdown, offset) ? toReference(initial) : whole;
    if (mark !== undefined) return breaks.has(offset) ? toReference(mark) : whole;
    if (special === undefined) return isOdd(slashes) ? whole : `${whole}0`;
    if (slashes === '' && outline.destinations.has(offset)) return whole;
    return isOdd(slashes) ? slashes.slice(1) + toReference(special) : `${slashes}\\${special}`;
  });
}

/** From MDX in a file to Markdown in memory. */
export function fromMdx(mdx: string): string {
  if (!unescapable.test(mdx)) return unlinkAddresses(mdx);
  const verbatim = findVerbatim(mdx, toOutline(mdx));
  const markdown = replaceInText(mdx, verbatim, escaped, (groups, whole, offset) => {
    const { slashes = '', special, code, initial, mark } = groups;
    if (initial !== undefined && !isLineStart(mdx, offset)) return whole;
    const literal = initial ?? mark;
    if (literal !== undefined) return String.fromCharCode(Number(literal));
    if (special !== undefined) return isOdd(slashes) ? slashes.slice(1) + special : whole;
    if (isOdd(slashes)) return whole;
    return code === undefined ? whole.slice(0, -1) : `${slashes}\\${String.fromCharCode(Number(code))}`;
  });
  return unlinkAddresses(markdown);
}

const address = 'https?://(?:[^\\s\\p{Cc}<>{}[\\]\\\\`*_~|&]|(?<=[\\p{L}\\p{N}])_|&(?![#\\p{L}\\p{N}]+;))+';
const linked = new RegExp(
  `(?<![\\\\!\\]])(?:\\[(?<text>${address})\\]\\(<\\k<text>>(?<spaces> *)\\)|<(?<address>${address})>)`,
  'gu',
);

/** `<address>`, which MDX has not, becomes `[address](<address>)`, and that gets one space more before `)`. */
function linkAddresses(body: string): string {
  if (!/<https?:/u.test(body)) return body;
  const { tags, code, links } = toOutline(body);
  const isLink = toLookup(links);
  return replaceInText(body, [...tags, ...code], linked, ({ text, address = '' }, whole, offset) => {
    if (text !== undefined) return `${whole.slice(0, -1)} )`;
    return isLink(offset) ? whole : `[${address}](<${address}>)`;
  });
}

/** The inverse of `linkAddresses`. */
function unlinkAddresses(body: string): string {
  if (!/\]\(<https?:/u.test(body)) return body;
  const { tags, code } = toOutline(body);
  return replaceInText(body, [...tags, ...code], linked, ({ text, spaces }, whole) => {
    if (text === undefined) return whole;
    return spaces === '' ? `<${text}>` : `${whole.slice(0, -2)})`;
  });
}
