import { visit } from 'unist-util-visit';
import { toRange } from '../../body.ts';
import { paste } from '../../messages/paste.ts';
import type { Problem, Rule } from '../../rule.ts';

const { message, hint, done } = paste.comment;

/** HTML comments, such as the StartFragment and EndFragment of a clipboard. MDX has none; readers would see them. */
export const comment: Rule = {
  id: 'comment',
  done,
  *find({ body, tree }) {
    if (!body.includes('<!--')) return;
    const problems: Problem[] = [];
    visit(tree, 'html', (node) => {
      const { start } = toRange(node);
      for (const match of node.value.matchAll(/<!--(?:>|->|[\s\S]*?-->)/gu)) {
        const from = start + match.index;
        const edits = [{ path: ['body'], start: from, end: from + match[0].length, text: '' }];
        problems.push({ severity: 'error', path: ['body'], start: from, message, hint, edits });
      }
    });
    yield* problems;
  },
};
