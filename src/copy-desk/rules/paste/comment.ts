import { visit } from 'unist-util-visit';
import { toRange } from '../../body.ts';
import { paste } from '../../messages/paste.ts';
import type { Edit, Problem, Rule } from '../../rule.ts';

const { message, hint, done } = paste.comment;

/** HTML comments, such as the StartFragment and EndFragment of a clipboard. MDX has none; readers would see them. */
export const comment: Rule = {
  id: 'comment',
  done,
  *find({ body, tree }) {
    if (!body.includes('<!--')) return;
    const problems: Problem[] = [];
    visit(tree, 'html', (node) => {
      const { start, end } = toRange(node);
      for (const match of body.slice(start, end).matchAll(/<!--(?:>|->|[\s\S]*?-->)|<!--[\s\S]*$/gu)) {
        const at = start + match.index;
        const isClosed = /^<!--(?:-?>|[\s\S]*-->$)/u.test(match[0]);
        const edits = isClosed ? [toRemoval(body, at, at + match[0].length)] : undefined;
        problems.push({
          severity: 'error',
          path: ['body'],
          start: at,
          message,
          hint,
          ...(edits === undefined ? {} : { edits }),
        });
      }
    });
    yield* problems;
  },
};

/** Takes a comment that is alone on its lines away with them and the blank lines after it. */
function toRemoval(body: string, start: number, end: number): Edit {
  const before = /(?:^|\n)(?<indent>[ \t]*)$/u.exec(body.slice(0, start));
  const after = /^[ \t]*(?:\n|$)(?:[ \t]*\n)*/u.exec(body.slice(end));
  if (before !== null && after !== null) {
    const from = start - (before.groups?.['indent'] ?? '').length;
    const isFirst = /^(?:[\s\S]*\n)?[ \t]*\n$|^$/u.test(body.slice(0, from));
    return { path: ['body'], start: from, end: end + after[0].length, text: isFirst ? '' : '\n' };
  }
  const isDouble = / $/u.test(body.slice(0, start)) && /^\s|^$/u.test(body.slice(end));
  return { path: ['body'], start: isDouble ? start - 1 : start, end, text: '' };
}
