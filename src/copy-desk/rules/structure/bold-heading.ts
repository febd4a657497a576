import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { toRange } from '../../body.ts';
import { structure } from '../../messages/structure.ts';
import type { Rule } from '../../rule.ts';
import { shorten } from '../../messages/shorten.ts';
import { findHeadings } from './headings.ts';

const { message, hint, done } = structure.boldHeading;

/** Bold inside a heading; italics stay. */
export const boldHeading: Rule = {
  id: 'bold-heading',
  done,
  *find({ body, tree }) {
    if (!/\*\*|__/u.test(body)) return;
    for (const heading of findHeadings(tree)) {
      const edits: { path: string[]; start: number; end: number; text: string }[] = [];
      visit(heading, 'strong', (node) => {
        const { start, end } = toRange(node);
        edits.push(
          { path: ['body'], start, end: start + 2, text: '' },
          { path: ['body'], start: end - 2, end, text: '' },
        );
      });
      if (edits.length === 0) continue;
      const { start } = toRange(heading);
      yield {
        severity: 'warning',
        path: ['body'],
        start,
        message: message(shorten(toString(heading))),
        hint,
        edits,
      };
    }
  },
};
