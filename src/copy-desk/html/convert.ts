import type { Html, Nodes, Parents } from 'mdast';
import { visit } from 'unist-util-visit';
import { toRange } from '../body.ts';
import { findTagLike, type TagLike } from './tags.ts';
import { toKeep, toMarkdown } from './to-markdown.ts';

/** A piece of a body that is HTML, with the Markdown that it contains. */
export interface HtmlPassage {
  readonly start: number;
  readonly end: number;
  /** The nodes that are HTML. */
  readonly html: readonly Html[];
  /** The Markdown in which it stands: flow may have several paragraphs, a line may not. */
  readonly kind: 'flow' | 'paragraph' | 'line';
  /** What each of its lines after the first starts with: `> `, or the indentation of a list. */
  readonly prefix: string;
}

const isInline = ({ type }: Parents): boolean =>
  type === 'paragraph' || type === 'heading' || type === 'tableCell';

/** All passages of HTML of a body, in order. None lies in another. */
export function findPassages(body: string, tree: Parents): HtmlPassage[] {
  const passages: HtmlPassage[] = [];
  const collect = (parent: Parents): void => {
    for (let index = 0; index < parent.children.length; index++) {
      const node = parent.children[index] as Nodes;
      if (node.type === 'html') {
        const last = findLast(parent.children, index);
        passages.push(toPassage(body, parent.children.slice(index, last + 1), 'flow'));
        index = last;
      } else if ('children' in node) {
        if (!isInline(node)) collect(node);
        else if (toHtml(node).length > 0) {
          passages.push(toPassage(body, [node], node.type === 'paragraph' ? 'paragraph' : 'line'));
        }
      }
    }
  };
  collect(tree);
  return passages;
}

function toHtml(node: Nodes): Html[] {
  const found: Html[] = [];
  visit(node, 'html', (html) => void found.push(html));
  return found;
}

/** The sibling that closes what the HTML at `first` opens; `first` itself where none does. */
function findLast(siblings: readonly Nodes[], first: number): number {
  const open: string[] = [];
  for (let index = first; index < siblings.length; index++) {
    const node = siblings[index];
    if (node?.type !== 'html') continue;
    for (const { name, kind, isHtml } of findTagLike(node.value)) {
      if (!isHtml || kind === 'void') continue;
      if (kind === 'open') open.push(name.toLowerCase());
      else if (open.includes(name.toLowerCase())) open.length = open.lastIndexOf(name.toLowerCase());
    }
    if (open.length === 0) return index;
  }
  return first;
}

function toPassage(body: string, nodes: readonly Nodes[], kind: HtmlPassage['kind']): HtmlPassage {
  const [first] = nodes;
  const last = nodes.at(-1);
  if (first === undefined || last === undefined) throw new Error('A passage has at least one node.');
  const { start } = toRange(first);
  const prefix = body.slice(body.lastIndexOf('\n', start - 1) + 1, start).replace(/[^\s>]/gu, ' ');
  // Inside a run of flow, Markdown between the HTML is kept; HTML in it is a passage of its own later.
  const html = kind === 'flow' ? nodes.filter((node) => node.type === 'html') : toHtml(first);
  return { start, end: toRange(last).end, html, kind, prefix };
}

/** The tags of a passage that stand in no code, with offsets in the body. */
export const findPassageTags = (body: string, passage: HtmlPassage): TagLike[] =>
  passage.html.flatMap((node) => {
    const { start, end } = toRange(node);
    return findTags(body.slice(start, end)).map((tag) => ({
      ...tag,
      start: start + tag.start,
      end: start + tag.end,
    }));
  });

/**
 * The text of a passage without HTML, to be put in its place: what was Markdown and what only looks like HTML
 * stays as it is. undefined: something that stays would be lost, because the HTML is too broken.
 */
export function toPlain(body: string, passage: HtmlPassage): string | undefined {
  const { kind, prefix } = passage;
  const keep: string[] = [];
  const markdown = toMarkdown(toSource(body, passage, keep), { keep, newlines: kind !== 'flow' });
  if (!keep.every((piece) => markdown.includes(piece.split('\n')[0] ?? ''))) return undefined;
  if (kind === 'line') return markdown.replace(/\\?\s*\n\s*/gu, ' ');
  return separate(body, passage, markdown).replaceAll('\n', `\n${prefix}`);
}

/** The HTML of a passage, in which all that stays stands as `toKeep`. */
function toSource(body: string, { start, end, html, kind }: HtmlPassage, keep: string[]): string {
  let source = '';
  let offset = start;
  const keepText = (text: string): void => {
    const content = text.replace(/\n[ \t>]*/gu, '\n');
    const {
      before = '',
      middle = '',
      after = '',
    } = /^(?<before>\s*)(?<middle>[\s\S]*?)(?<after>\s*)$/u.exec(content)?.groups ?? {};
    const isBreak = middle.endsWith('\\') && after.startsWith('\n');
    const piece = isBreak ? middle.slice(0, -1) : middle;
    source +=
      before +
      (/^\d*$/u.test(piece) ? piece : toKeep(keep.push(piece) - 1, false)) +
      (isBreak ? '<br>' : after);
  };
  const keepBetween = (until: number): void => {
    const text = body.slice(offset, until);
    if (kind !== 'flow') keepText(text);
    else if (text.trim() !== '') source += toKeep(keep.push(text.trim()) - 1, true);
  };
  for (const node of html) {
    const range = toRange(node);
    keepBetween(range.start);
    offset = range.start;
    for (const literal of findLiterals(body.slice(range.start, range.end))) {
      const at = range.start + literal.start;
      source += body.slice(offset, at);
      offset = range.start + literal.end;
      source += toKeep(keep.push(body.slice(at, offset)) - 1, false);
    }
    source += body.slice(offset, range.end);
    offset = range.end;
  }
  keepBetween(end);
  return source;
}

/** What stays as it is in a piece of HTML: code, and what only looks like a tag. */
const findLiterals = (html: string): { start: number; end: number }[] =>
  [...findCode(html), ...findTags(html).filter(({ isHtml }) => !isHtml)].sort((a, b) => a.start - b.start);

const findCode = (html: string): { start: number; end: number }[] =>
  [...html.matchAll(/`[^`\n]+`/gu)].map(({ 0: span, index }) => ({ start: index, end: index + span.length }));

/** The tags in a piece of HTML that stand in no code. */
function findTags(html: string): TagLike[] {
  const code = findCode(html);
  return findTagLike(html).filter(
    ({ start }) => !code.some((span) => span.start <= start && start < span.end),
  );
}

/** Blank lines where a passage touches other text, which would be one paragraph with it. */
function separate(body: string, { start, end, kind }: HtmlPassage, markdown: string): string {
  if (kind !== 'flow') return markdown;
  const lineStart = body.lastIndexOf('\n', start - 1) + 1;
  const before = body.slice(body.lastIndexOf('\n', lineStart - 2) + 1, Math.max(0, lineStart - 1));
  const isFirst = body.slice(lineStart, start).trim() !== '' || /^[\s>]*$/u.test(before);
  const isLast = /^(?:\n[ \t>]*(?:\n|$)|\s*$)/u.test(body.slice(end));
  return `${isFirst ? '' : '\n'}${markdown}${isLast ? '' : '\n'}`;
}
