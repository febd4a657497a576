import { frontMatter } from '../../messages/front-matter.ts';
import type { Rule } from '../../rule.ts';
import { getText } from './field-text.ts';

const { start, startHint, end, endHint } = frontMatter.titleQuestion;

const marks = [
  ['¿', '?'],
  ['¡', '!'],
] as const;

/** «?» where «¿» is meant, and a question or an exclamation that nothing closes. */
export const titleQuestion: Rule = {
  id: 'title-question',
  *find(manuscript) {
    const title = getText(manuscript, 'title') ?? '';
    const path = ['title'];
    for (const [left, right] of marks) {
      if (title.startsWith(right)) {
        yield { severity: 'error', path, message: start(right), hint: startHint(left) };
      } else if (title.includes(left) && !title.includes(right)) {
        yield { severity: 'warning', path, start: title.indexOf(left), message: end(right), hint: endHint };
      }
    }
  },
};
