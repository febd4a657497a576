import { parse, postprocess, preprocess } from 'micromark';
import { gfm } from 'micromark-extension-gfm';

/** An HTML tag as it stands in a text. Attributes are as written, without their quotes. */
export interface HtmlTag {
  readonly kind: 'tag';
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly isClosing: boolean;
  readonly attributes: readonly (readonly [name: string, value: string])[];
}

/** What of a body MDX has not, but Markdown has: comments and addresses in angle brackets. */
interface LegacyMark {
  readonly kind: 'comment' | 'autolink';
  readonly start: number;
  readonly end: number;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

const attribute =
  /(?<name>[^\s"'<>/={}`]+)(?:\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^\s"'=<>`{}]+)))?/gu;
const mark = new RegExp(
  `<!--[\\s\\S]*?-->|</?(?<name>[A-Za-z][\\w.:-]*)(?<attributes>(?:\\s+${attribute.source.replace(/\?<\w+>/gu, '?:')})*)\\s*/?>`,
  'gu',
);

const withoutHtml = { disable: { null: ['codeIndented', 'htmlFlow', 'htmlText'] } };

/** Code, and where `<` belongs to a link: `[text](<address>)`, `<https://…>`. */
const notMarks = new Set([
  'codeFenced',
  'codeText',
  'autolink',
  'resourceDestinationLiteral',
  'definitionDestinationLiteral',
]);

/** Comments, autolinks and well-formed HTML tags of a text that is Markdown or MDX, outside code, in order. */
export function findMarks(text: string): (HtmlTag | LegacyMark)[] {
  // The parser takes a byte order mark away and does not count it.
  const events = parse({ extensions: [gfm(), withoutHtml] })
    .document()
    .write(preprocess()(text.replace(/^\uFEFF/u, 'x'), undefined, true));
  const taken: Range[] = [];
  const autolinks: LegacyMark[] = [];
  for (const [kind, { type, start, end }] of postprocess(events)) {
    if (kind !== 'enter') continue;
    const range = { start: start.offset, end: end.offset };
    if (notMarks.has(type)) taken.push(range);
    if (type === 'autolink') {
      autolinks.push({ kind: 'autolink', ...range });
    }
  }
  const found: (HtmlTag | LegacyMark)[] = [];
  for (const match of text.matchAll(mark)) {
    const start = match.index;
    const end = start + match[0].length;
    if (/(?<!\\)(?:\\\\)*\\$/u.test(text.slice(Math.max(0, start - 20), start))) continue;
    if (taken.some((range) => range.start <= start && start < range.end)) continue;
    const { name, attributes = '' } = match.groups ?? {};
    const isClosing = match[0].startsWith('</');
    if (name === undefined) found.push({ kind: 'comment', start, end });
    else found.push({ kind: 'tag', start, end, name, isClosing, attributes: parseAttributes(attributes) });
  }
  return [...found, ...autolinks].sort((a, b) => a.start - b.start);
}

const parseAttributes = (source: string): HtmlTag['attributes'] =>
  [...source.matchAll(attribute)].map(({ groups = {} }) => [
    (groups['name'] ?? '').toLowerCase(),
    groups['double'] ?? groups['single'] ?? groups['bare'] ?? '',
  ]);
