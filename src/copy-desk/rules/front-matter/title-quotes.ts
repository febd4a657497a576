import { frontMatter } from '../../messages/front-matter.ts';
import type { Problem, Rule } from '../../rule.ts';
import { getText } from './field-text.ts';

const { whole, wholeHint, open, openHint } = frontMatter.titleQuotes;

const wholes = /^(?:"[^"]+"|“[^“”]+”|«[^«»]+»|‘[^‘’]+’|'[^']+')$/u;
const pairs = [
  ['«', '»'],
  ['“', '”'],
] as const;
const count = (text: string, mark: string): number => text.split(mark).length - 1;

/** A title that is in quotation marks as a whole, or has one of a pair. */
export const titleQuotes: Rule = {
  id: 'title-quotes',
  *find(manuscript) {
    const title = getText(manuscript, 'title');
    if (title === undefined) return;
    const base: Pick<Problem, 'severity' | 'path'> = { severity: 'warning', path: ['title'] };
    if (wholes.test(title)) yield { ...base, message: whole, hint: wholeHint };
    const isOpen =
      count(title, '"') % 2 === 1 ||
      pairs.some(([left, right]) => count(title, left) !== count(title, right));
    if (isOpen) yield { ...base, message: open, hint: openHint };
  },
};
