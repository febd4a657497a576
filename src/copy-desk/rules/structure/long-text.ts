import { structure } from '../../messages/structure.ts';
import type { Rule } from '../../rule.ts';
import { countWords, longTextWords } from './length.ts';
import { findHeadings } from './headings.ts';

const { message, hint } = structure.longText;

/** A long text without a single heading. */
export const longText: Rule = {
  id: 'long-text',
  *find({ body, tree }) {
    // A word and its space take at least two characters.
    if (body.length < 2 * longTextWords || findHeadings(tree).length > 0) return;
    const words = countWords(tree);
    if (words > longTextWords) yield { severity: 'warning', path: ['body'], message: message(words), hint };
  },
};
