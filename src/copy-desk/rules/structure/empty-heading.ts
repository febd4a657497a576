import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { toRange } from '../../body.ts';
import { structure } from '../../messages/structure.ts';
import type { Problem, Rule } from '../../rule.ts';
import { findHeadings } from './headings.ts';

const { message, hint, done } = structure.emptyHeading;

/** Headings without text. One with an image or with HTML is not empty. */
export const emptyHeading: Rule = {
  id: 'empty-heading',
  done,
  *find({ body, tree }) {
    if (!body.includes('#')) return;
    const problems: Problem[] = [];
    for (const heading of findHeadings(tree)) {
      let isEmpty = /^[\s\u200B-\u200D\uFEFF]*$/u.test(toString(heading, { includeImageAlt: false }));
      visit(heading, ['image', 'html', 'link'], () => {
        isEmpty = false;
      });
      if (!isEmpty) continue;
      const { start, end } = toRange(heading);
      const edits = [{ path: ['body'], start, end, text: '' }];
      problems.push({ severity: 'error', path: ['body'], start, message, hint, edits });
    }
    yield* problems;
  },
};
