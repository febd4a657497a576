import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { isComponentName } from '../../../../content-schema/index.ts';
import { toRange } from '../../body.ts';
import { hasEmbed } from '../../html/embed-html.ts';

/** A piece of HTML that a service gives to show something of its own: a frame, a script, a marked quotation. */
export interface Snippet {
  /** Element name, in lower case. */
  readonly name: string;
  /** Where it stands, with the boxes around it that hold nothing else. */
  readonly start: number;
  readonly end: number;
  /** The element itself, as it is written. */
  readonly html: string;
  /** Its end tag is missing, or it is nothing but an end tag. */
  readonly flaw?: 'unclosed' | 'stray';
}

interface Range {
  readonly start: number;
  readonly end: number;
}

const names = 'iframe|script|object|embed|applet|video|audio';
const attributes = `(?:[^<>"']|"[^"]*"|'[^']*')*`;
const opening = new RegExp(
  `<(?<slash>/?)(?<name>${names}|blockquote|div|ins)(?=[\\s/>])(?:${attributes}|[^>]*)>`,
  'giu',
);

/** The snippets of a body, in order, those in others left out; none is in code. */
export function findSnippets(body: string, tree: Root): Snippet[] {
  if (!hasEmbed(body)) return [];
  const closed = findClosed(tree);
  const found: Snippet[] = [];
  for (const match of body.matchAll(opening)) {
    const { 0: tag, index: start } = match;
    const { slash, name = '' } = match.groups ?? {};
    if (start < (found.at(-1)?.end ?? 0) || isComponentName(name) || !hasEmbed(tag) || isEscaped(body, start))
      continue;
    if (closed.some((range) => range.start <= start && start < range.end)) continue;
    const limit = closed.find((range) => range.start > start)?.start ?? body.length;
    const text = body.slice(0, limit);
    const end = slash === '/' ? undefined : findEnd(text, name.toLowerCase(), start, tag);
    const html = body.slice(start, end ?? start + tag.length);
    const flaw = slash === '/' ? 'stray' : end === undefined ? 'unclosed' : undefined;
    const range = widen(text, start, start + html.length, found.at(-1)?.end ?? 0);
    found.push({ name: name.toLowerCase(), ...range, html, ...(flaw === undefined ? {} : { flaw }) });
  }
  return found;
}

/** Where nothing is HTML. */
function findClosed(tree: Root): Range[] {
  const ranges: Range[] = [];
  visit(tree, (node) => {
    if (node.type === 'code' || node.type === 'inlineCode' || node.type === 'component')
      ranges.push(toRange(node));
  });
  return ranges;
}

const isEscaped = (body: string, offset: number): boolean =>
  (/\\*$/u.exec(body.slice(Math.max(0, offset - 20), offset))?.[0].length ?? 0) % 2 === 1;

/** Where an element ends; undefined where its end tag is missing. */
function findEnd(text: string, name: string, start: number, tag: string): number | undefined {
  const from = start + tag.length;
  if (name === 'embed') return from;
  const rest = text.slice(from);
  if (tag.endsWith('/>')) return from + (new RegExp(`^\\s*</${name}\\s*>`, 'iu').exec(rest)?.[0].length ?? 0);
  if (name === 'script') {
    const close = /<\/script\s*>(?:\s*<noscript\b[\s\S]*?<\/noscript\s*>)?/iu.exec(rest);
    return close === null ? undefined : from + close.index + close[0].length;
  }
  let depth = 1;
  for (const match of rest.matchAll(new RegExp(`<(?<slash>/?)${name}(?![\\w-])[^>]*>`, 'giu'))) {
    if (name === 'iframe' && match.groups?.['slash'] === '') return undefined;
    depth += match.groups?.['slash'] === '' ? 1 : -1;
    if (depth === 0) return from + match.index + match[0].length;
  }
  if (!/^(?:blockquote|div|ins)$/u.test(name)) return undefined;
  // Browsers close a box by themselves.
  return from + (/\n[ \t]*\n|$/u.exec(rest)?.index ?? 0);
}

const boxBefore = new RegExp(`<(?<name>div|p|center|figure|section|span)(?:\\s${attributes})?>\\s*$`, 'iu');

/** Takes in the boxes that hold nothing else, as those that keep the proportions of a video. */
function widen(text: string, from: number, to: number, least: number): Range {
  let [start, end] = [from, to];
  for (;;) {
    const before = boxBefore.exec(text.slice(least, start));
    const name = before?.groups?.['name'];
    if (before === null || name === undefined) return { start, end };
    const after = new RegExp(`^\\s*</${name}\\s*>`, 'iu').exec(text.slice(end));
    if (after === null) return { start, end };
    start = least + before.index;
    end += after[0].length;
  }
}
