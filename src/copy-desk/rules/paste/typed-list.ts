import type { List, Paragraph, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { toRange } from '../../body.ts';
import { paste } from '../../messages/paste.ts';
import type { Problem, Rule } from '../../rule.ts';
import { type MarkedLine, readMark } from './list-mark.ts';
import { shorten } from '../../messages/shorten.ts';

const { message, hint, done } = paste.typedList;

/**
 * Lists that are none: two or more lines or paragraphs that start with a bullet or an emoji. Bullets, numbers
 * in a box and an emoji that repeats are decoration and go; emoji that differ stay in the items. Items of a
 * true list with a mark besides, too.
 */
export const typedList: Rule = {
  id: 'typed-list',
  done,
  *find({ body, tree }) {
    if (!lineStart.test(body)) return;
    for (const chain of findChains(toLines(body, tree.children))) yield toProblem(body, chain);
    const doubled: Problem[] = [];
    visit(tree, 'list', (list) => {
      const problem = findDoubled(body, list);
      if (problem !== undefined) doubled.push(problem);
    });
    yield* doubled;
  },
};

/** A line that may start with a mark: with anything but a letter, a number or Markdown's own signs. */
const lineStart =
  /^[ \t]*(?:[-*+] +)?(?:[^\p{L}\p{P}\p{Nd}\s<|`~^+=$]|[·•§–\\]|o[ \t\u00A0]{1,2}[ \t\u00A0]|o\t|\d\uFE0F?\u20E3)/mu;

interface Line {
  readonly node: number;
  /** The end of the line before in the same paragraph, without its break; the start of the line if it is the first. */
  readonly previousEnd: number;
  readonly start: number;
  /** Without the break. */
  readonly end: number;
  /** The start of the next line of the paragraph. */
  readonly nextStart: number | undefined;
  readonly endsHard: boolean;
  readonly marked: MarkedLine | undefined;
}

interface Item {
  readonly line: Line;
  readonly marked: MarkedLine;
  /** Lines that the text of the item goes on over. */
  readonly more: Line[];
}

/** The lines of the paragraphs of a body. */
const toLines = (body: string, nodes: readonly RootContent[]): Line[] =>
  nodes.flatMap((node, index) => (node.type === 'paragraph' ? toParagraphLines(body, node, index) : []));

function toParagraphLines(body: string, paragraph: Paragraph, node: number): Line[] {
  const range = toRange(paragraph);
  const lines: Line[] = [];
  let at = range.start;
  const sources = body.slice(range.start, range.end).split('\n');
  sources.forEach((source, index) => {
    const start = at + (/^[ \t]*/u.exec(source)?.[0].length ?? 0);
    const text = source.replace(/(?:\\| {2,})$/u, '');
    const end = Math.max(start, at + text.trimEnd().length);
    const nextStart = index === sources.length - 1 ? undefined : at + source.length + 1;
    const isText = paragraph.children.some((child) => child.type === 'text' && isIn(start, toRange(child)));
    lines.push({
      node,
      previousEnd: lines.at(-1)?.end ?? start,
      start,
      end,
      nextStart,
      endsHard: text.length < source.length,
      marked: isText ? readMark(body.slice(start, end)) : undefined,
    });
    at += source.length + 1;
  });
  return lines;
}

const isIn = (offset: number, { start, end }: { start: number; end: number }): boolean =>
  start <= offset && offset < end;

/** Runs of two or more items. */
function findChains(lines: readonly Line[]): Item[][] {
  const chains: Item[][] = [];
  let chain: Item[] = [];
  let isOpen = false;
  let previous: Line | undefined;
  for (const line of lines) {
    const last = chain.at(-1);
    const { marked } = line;
    if (marked !== undefined) {
      if (!isOpen || last === undefined || previous === undefined || !follows(last, line, previous)) {
        chains.push((chain = []));
      }
      chain.push({ line, marked, more: [] });
      isOpen = true;
    } else if (isOpen && last !== undefined && previous?.node === line.node && !previous.endsHard) {
      last.more.push(line);
    } else isOpen = false;
    previous = line;
  }
  return chains.filter(({ length }) => length > 1);
}

/** Does a marked line go on with the list of an item? In another paragraph only with the same kind of mark. */
function follows(item: Item, { node, marked }: Line, previous: Line): boolean {
  if (node === previous.node) return true;
  const isSame =
    marked?.mark === item.marked.mark || (marked?.kind === item.marked.kind && marked.kind !== 'emoji');
  return node === previous.node + 1 && isSame;
}

function toProblem(body: string, chain: readonly Item[]): Problem {
  const first = chain[0]?.line;
  const lastItem = chain.at(-1);
  const last = lastItem?.more.at(-1) ?? lastItem?.line;
  if (first === undefined || last === undefined) throw new Error('A list has items.');
  const isOrdered = chain.every(({ marked }, index) => toNumber(marked) === index + 1);
  const isDecoration = ({ mark, kind }: MarkedLine): boolean =>
    kind === 'bullet' ||
    isOrdered ||
    (kind === 'emoji' && chain.filter(({ marked }) => marked.mark === mark).length > 1);
  const items = chain.map(({ line, marked, more }, index) => {
    const bullet = isOrdered ? `${String(index + 1)}. ` : '- ';
    const from = line.start + (isDecoration(marked) ? marked.length : 0);
    const rest = more.map(({ start, end }) => `\n${' '.repeat(bullet.length)}${body.slice(start, end)}`);
    return `${bullet}${body.slice(from, line.end)}${rest.join('')}`;
  });
  const isFirst = first.previousEnd === first.start;
  const isLast = last.nextStart === undefined;
  const edit = {
    path: ['body'],
    start: first.previousEnd,
    end: last.nextStart ?? last.end,
    text: `${isFirst ? '' : '\n\n'}${items.join('\n')}${isLast ? '' : '\n\n'}`,
  };
  const removed = chain.filter(({ marked }) => isDecoration(marked)).map(({ marked }) => marked.mark);
  return {
    severity: 'warning',
    path: ['body'],
    start: first.start,
    message: message(shorten(body.slice(first.start, first.end))),
    hint,
    edits: [edit],
    words: { removed: removed.join(' ') },
  };
}

const toNumber = ({ mark, kind }: MarkedLine): number | undefined =>
  kind !== 'number' ? undefined : mark === '🔟' ? 10 : Number(mark.replace(/\D/gu, ''));

/** A true list of which every item starts with the same mark once more. */
function findDoubled(body: string, list: List): Problem | undefined {
  const marks = list.children.map((item) => {
    const paragraph = item.children[0];
    const text = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
    if (text?.type !== 'text' || paragraph === undefined) return undefined;
    const { start } = toRange(text);
    const lineEnd = /\n|$/u.exec(body.slice(start, toRange(paragraph).end))?.index ?? 0;
    const marked = readMark(body.slice(start, start + lineEnd));
    return marked === undefined ? undefined : { start, ...marked };
  });
  const [first] = marks;
  if (list.ordered === true || first === undefined || marks.length < 2 || first.kind === 'number')
    return undefined;
  const isDoubled = marks.every(
    (mark) => mark?.kind === first.kind && (mark.kind === 'bullet' || mark.mark === first.mark),
  );
  if (!isDoubled) return undefined;
  const edits = marks.flatMap((mark) =>
    mark === undefined
      ? []
      : [{ path: ['body'], start: mark.start, end: mark.start + mark.length, text: '' }],
  );
  return {
    severity: 'warning',
    path: ['body'],
    start: first.start,
    message: message(shorten(body.slice(first.start, first.start + 60))),
    hint,
    edits,
    words: { removed: marks.map((mark) => mark?.mark ?? '').join(' ') },
  };
}
