import type { Nodes } from 'mdast';
import { parseBody, toRange } from '../../body.ts';
import { applyEdits } from '../../edit.ts';
import { paste } from '../../messages/paste.ts';
import type { Edit, Rule } from '../../rule.ts';

const { message, hint, done } = paste.indentation;

/** Spaces before paragraphs and other blocks: Markdown elsewhere takes four of them for code. Lists keep theirs. */
export const indentation: Rule = {
  id: 'indentation',
  done,
  *find({ body, tree }) {
    if (!/^[ \t]+\S/mu.test(body)) return;
    const edits = tree.children.flatMap((node) => [...dedent(body, node)]);
    const [first] = edits;
    if (first === undefined) return;
    const after = applyEdits({ body }, edits)['body'];
    // All at once: a paragraph that loses its spaces after a list that has not would belong to the list.
    const isCertain = typeof after === 'string' && toShape(parseBody(after)) === toShape(tree);
    yield {
      severity: 'warning',
      path: ['body'],
      start: first.start,
      message,
      hint,
      ...(isCertain ? { edits } : {}),
    };
  },
};

/** Takes the indentation of a block from all its lines; a paragraph loses that of each line. */
function* dedent(body: string, node: Nodes): Generator<Extract<Edit, { start: number }>> {
  const { start, end } = toRange(node);
  const lineStart = body.lastIndexOf('\n', start - 1) + 1;
  const width = node.type === 'paragraph' || node.type === 'html' ? Infinity : start - lineStart;
  if (!/^[ \t]*$/u.test(body.slice(lineStart, start))) return;
  let at = lineStart;
  for (const line of body.slice(lineStart, end).split('\n')) {
    const spaces = Math.min(width, /^[ \t]*/u.exec(line)?.[0].length ?? 0);
    if (spaces > 0 && line.trim() !== '') yield { path: ['body'], start: at, end: at + spaces, text: '' };
    at += line.length + 1;
    if (node.type === 'html') return;
  }
}

/** What a body is made of, without where it stands. A component is HTML until it is at the margin. */
const toShape = (node: Nodes): string =>
  'children' in node
    ? `${node.type}(${(node.children as Nodes[]).map(toShape).join()})`
    : node.type === 'component'
      ? 'html'
      : node.type;
