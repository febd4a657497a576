import type { Nodes, Root } from 'mdast';
import { toRange } from '../../body.ts';
import type { Edit } from '../../rule.ts';
import type { Snippet } from './snippets.ts';

type TextEdit = Extract<Edit, { start: number }>;

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Snippets that leave their place together, and the edits that put what they become where it can stand. */
export interface Placement {
  readonly snippets: readonly Snippet[];
  readonly edits: readonly TextEdit[];
}

const edit = (start: number, end: number, text: string): TextEdit => ({ path: ['body'], start, end, text });

const lineStart = (body: string, offset: number): number => body.lastIndexOf('\n', offset - 1) + 1;
const lineEnd = (body: string, offset: number): number => {
  const end = body.indexOf('\n', offset);
  return end < 0 ? body.length : end;
};

const findBlock = (tree: Root, offset: number): Nodes | undefined =>
  tree.children.find((node) => toRange(node).start <= offset && offset < toRange(node).end);

/** Does a snippet stand alone on its lines, in no list or quotation? */
function isAlone(body: string, tree: Root, { start, end }: Range): boolean {
  const around = body.slice(lineStart(body, start), start) + body.slice(end, lineEnd(body, end));
  const type = findBlock(tree, start)?.type;
  return around.trim() === '' && (type === 'html' || type === 'paragraph');
}

/**
 * Where the blocks go that snippets become: in their place where they are alone on their lines; otherwise
 * behind the lines of text (and the list item) in which they stand, all of those lines together.
 */
export function place(
  body: string,
  tree: Root,
  snippets: readonly Snippet[],
  toMarkdown: (snippet: Snippet) => string,
): Placement[] {
  const alone = snippets.filter((snippet) => isAlone(body, tree, snippet));
  const groups = new Map<number, Snippet[]>();
  for (const snippet of snippets) {
    if (alone.includes(snippet)) continue;
    const end = findEnd(body, tree, snippet.end, alone);
    groups.set(end, [...(groups.get(end) ?? []), snippet]);
  }
  const inPlace = alone.map((snippet) => ({
    snippets: [snippet],
    edits: [replace(body, snippet, toMarkdown(snippet))],
  }));
  const moved = [...groups].map(([end, group]) => {
    const blocks = group.map(toMarkdown).join('\n\n');
    const start = lineStart(body, group[0]?.start ?? 0);
    const isAll = withoutRanges(body, start, end, group)
      .split('\n')
      .every((line) => marks.test(line));
    const edits = isAll
      ? [replace(body, { start, end }, blocks)]
      : [...toDeletions(body, group), insert(body, end, blocks)];
    return { snippets: group, edits };
  });
  return [...inPlace, ...moved];
}

/** What a part of the body holds besides some snippets, in order. */
function withoutRanges(body: string, start: number, end: number, ranges: readonly Range[]): string {
  const rest = ranges.reduce(
    ({ text, offset }, range) => ({ text: text + body.slice(offset, range.start), offset: range.end }),
    { text: '', offset: start },
  );
  return rest.text + body.slice(rest.offset, end);
}

/** Puts a block in the place of lines, with one blank line before and after it. */
function replace(body: string, { start, end }: Range, block: string): TextEdit {
  const from = body.slice(0, start).trimEnd().length;
  const rest = body.slice(end);
  const to = end + (rest.length - rest.trimStart().length);
  if (to === body.length) return edit(from, lineEnd(body, end), `${from === 0 ? '' : '\n\n'}${block}`);
  return edit(from, to, `${from === 0 ? '' : '\n\n'}${block}\n\n`);
}

function insert(body: string, offset: number, blocks: string): TextEdit {
  const isApart = /^\s*$|^\n[ \t]*\n/u.test(body.slice(offset));
  return edit(offset, offset, `\n\n${blocks}${isApart ? '' : '\n'}`);
}

/** A line that can stand under text without being part of it, or would make a heading of it. */
const rule = /^[ \t]*(?:-[- \t]*|=+[ \t]*|[*_][*_ \t]+)$/u;

/** The end of the lines of text in which an offset lies, and of the list item. */
function findEnd(body: string, tree: Root, offset: number, alone: readonly Range[]): number {
  const starts = new Set(
    tree.children
      .filter(({ type }) => type === 'code' || type === 'component')
      .map((node) => lineStart(body, toRange(node).start)),
  );
  for (const { start } of alone) starts.add(lineStart(body, start));
  let end = lineEnd(body, offset);
  for (;;) {
    const next = body.slice(end + 1, lineEnd(body, end + 1));
    const isEnd = end === body.length || next.trim() === '' || rule.test(next) || starts.has(end + 1);
    if (!isEnd) {
      end = lineEnd(body, end + 1);
      continue;
    }
    const itemEnd = findItemEnd(tree, end);
    if (itemEnd === undefined || itemEnd <= end) return end;
    end = lineEnd(body, itemEnd);
  }
}

/** Where the item of a list (or the footnote) ends that goes on behind an offset. */
function findItemEnd(tree: Root, offset: number): number | undefined {
  const block = findBlock(tree, offset);
  if (block?.type === 'footnoteDefinition') return toRange(block).end;
  if (block?.type !== 'list') return undefined;
  const item = block.children.find((child) => toRange(child).start < offset && offset < toRange(child).end);
  return item === undefined ? undefined : toRange(item).end;
}

/** Marks of lists, quotations and headings, and nothing else. */
const marks = /^(?:[ \t>]|(?:[-*+]|\d{1,9}[.)]|#{1,6}|\[[ xX]\])(?=[ \t]))*$/u;

/** Takes snippets out of text, with the lines that then have no text and one of two spaces around them. */
export function toDeletions(body: string, snippets: readonly Range[]): TextEdit[] {
  const runs: { start: number; end: number }[] = [];
  for (const { start, end } of snippets) {
    const last = runs.at(-1);
    if (last !== undefined && /^[ \t]*$/u.test(body.slice(last.end, start))) last.end = end;
    else runs.push({ start, end });
  }
  return runs.map(({ start, end }) => {
    const [from, to] = [lineStart(body, start), lineEnd(body, end)];
    const [before, after] = [body.slice(from, start), body.slice(end, to)];
    const left = /[ \t]*$/u.exec(before)?.[0].length ?? 0;
    const right = /^[ \t]*/u.exec(after)?.[0].length ?? 0;
    if (after.length === right) {
      const isContinued = /^[ \t]+\S/u.test(body.slice(to + 1, lineEnd(body, to + 1)));
      if (!marks.test(before) || isContinued) return edit(start - left, to, '');
      return from === 0 ? edit(0, to + 1, '') : edit(from - 1, to, '');
    }
    if (marks.test(before)) return edit(start, end + right, '');
    if (left > 0 && right > 0) return edit(start - left, end, '');
    return edit(start, end, left > 0 || right > 0 ? '' : ' ');
  });
}
