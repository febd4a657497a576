import { visit } from 'unist-util-visit';
import { toRange } from '../../body.ts';
import { paste } from '../../messages/paste.ts';
import type { Rule } from '../../rule.ts';

const { message, hint, done } = paste.spacing;

/** More than one blank line in a row, blank lines at the ends of a body, and spaces at the ends of lines. */
export const spacing: Rule = {
  id: 'spacing',
  done,
  *find({ body, tree }) {
    if (!/[ \t](?:\n|$)|\n\n\n|^\s*\n|\n\n$/u.test(body)) return;
    const code: { start: number; end: number }[] = [];
    const breaks = new Set<number>();
    visit(tree, (node) => {
      if (node.type === 'code' || node.type === 'inlineCode') code.push(toRange(node));
      if (node.type === 'break') breaks.add(toRange(node).start);
    });
    const edits = [
      ...body.matchAll(/^\s+(?=\S)(?<=\n[ \t]*)|[ \t]*\n\s*$|[ \t]+$|[ \t]*\n(?:[ \t]*\n)+|[ \t]+(?=\n)/gu),
    ].flatMap(({ 0: found, index: start }) => {
      const end = start + found.length;
      if (code.some((range) => range.start < end && start < range.end)) return [];
      const text = toSpacing(found, start, end === body.length, breaks.has(start));
      return text === found ? [] : [{ path: ['body'], start, end, text }];
    });
    const [first] = edits;
    if (first !== undefined)
      yield { severity: 'info', path: ['body'], start: first.start, message, hint, edits };
  },
};

function toSpacing(found: string, start: number, isEnd: boolean, isBreak: boolean): string {
  if (isEnd) return found.includes('\n') && start > 0 ? '\n' : '';
  if (start === 0) return /[^\n]*$/u.exec(found)?.[0] ?? '';
  if (/\n[ \t]*\n/u.test(found)) return '\n\n';
  const end = found.endsWith('\n') ? '\n' : '';
  return isBreak && found.startsWith('  ') ? `\\${end}` : end;
}
