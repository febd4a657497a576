import { toString } from 'mdast-util-to-string';
import { toRange } from '../../body.ts';
import { structure } from '../../messages/structure.ts';
import type { Rule } from '../../rule.ts';
import { shorten } from '../../messages/shorten.ts';
import { findHeadings } from './headings.ts';

const { message, hint } = structure.headingColon;

/** Headings that end in a colon. */
export const headingColon: Rule = {
  id: 'heading-colon',
  *find({ body, tree }) {
    if (!/^[ \t]*#.*:/mu.test(body)) return;
    for (const heading of findHeadings(tree)) {
      const text = toString(heading).trim();
      if (!text.endsWith(':')) continue;
      yield {
        severity: 'warning',
        path: ['body'],
        start: toRange(heading).start,
        message: message(shorten(text)),
        hint,
      };
    }
  },
};
