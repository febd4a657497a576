import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { toRange } from '../../body.ts';
import { paste } from '../../messages/paste.ts';
import type { Problem, Rule } from '../../rule.ts';
import { shorten } from '../../messages/shorten.ts';

const { message, hint, done } = paste.leftover;

/** What is left of something that was not pasted: a lone dash, an empty item, a no-break space, «Cargando…». */
export const leftover: Rule = {
  id: 'leftover',
  done,
  *find({ body, tree }) {
    if (!/^[^\p{L}\p{N}\n]+$|^[ \t>]*(?:\d+[.)][ \t]*)+$|Cargando/mu.test(body)) return;
    const problems: Problem[] = [];
    visit(tree, (node, _, parent) => {
      const isEmptyItem = node.type === 'listItem' && node.children.length === 0;
      const isParagraph = node.type === 'paragraph' && parent?.type === 'root' && isLeftover(node);
      if (!isEmptyItem && !isParagraph) return;
      const { start, end } = toLineRange(body, node);
      const text = body.slice(start, end).trim();
      problems.push({
        severity: isParagraph && /\p{L}/u.test(text) ? 'error' : 'warning',
        path: ['body'],
        start,
        message: message(shorten(text)),
        hint,
        edits: [{ path: ['body'], start, end, text: '' }],
        ...(/[\p{L}\p{N}\p{M}]/u.test(text) ? { words: { removed: isParagraph ? text : '' } } : {}),
      });
    });
    yield* problems;
  },
};

function isLeftover(node: Nodes): boolean {
  if (
    !('children' in node) ||
    node.children.some(({ type }) => type !== 'text' && type !== 'strong' && type !== 'emphasis')
  )
    return false;
  return /^(?:[\s\u200B-\u200D\uFEFF]*|[-–—_]{1,2}|Cargando(?:…|\.\.\.))$/u.test(toString(node).trim());
}

/** The range of a node; with its line where nothing else stands on it. */
function toLineRange(body: string, node: Nodes): { start: number; end: number } {
  const { start, end } = toRange(node);
  const lineStart = body.lastIndexOf('\n', start - 1) + 1;
  const rest = /^[ \t]*(?:\n|$)/u.exec(body.slice(end));
  if (rest === null || body.slice(lineStart, start).trim() !== '') return { start, end };
  return { start: lineStart, end: end + rest[0].length };
}
