import { toString } from 'mdast-util-to-string';
import { toRange } from '../../body.ts';
import { structure } from '../../messages/structure.ts';
import type { Rule } from '../../rule.ts';
import { shorten } from '../../messages/shorten.ts';
import { findHeadings, toLevel } from './headings.ts';

const { message, hint, done } = structure.headingTop;

/** Headings of level 1 in the body: that is the title of the page. All headings of the body go down by one. */
export const headingTop: Rule = {
  id: 'heading-top',
  done,
  *find({ body, tree }) {
    if (!/#|^[ \t]*=+[ \t]*$/mu.test(body)) return;
    const headings = findHeadings(tree);
    const first = headings.find(({ depth }) => depth === 1);
    if (first === undefined) return;
    yield {
      severity: 'error',
      path: ['body'],
      start: toRange(first).start,
      message: message(shorten(toString(first))),
      hint,
      edits: headings.flatMap((heading) =>
        heading.depth < 6 ? [toLevel(body, heading, heading.depth + 1)] : [],
      ),
    };
  },
};
