import { frontMatter } from '../../messages/front-matter.ts';
import type { Rule } from '../../rule.ts';
import { getText } from './field-text.ts';

const { message, hint } = frontMatter.descriptionRepeatsTitle;

/** The letters and numbers of a text. */
const toBase = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** A description that says the title again. */
export const descriptionRepeatsTitle: Rule = {
  id: 'description-repeats-title',
  *find(manuscript) {
    const [title, description] = [getText(manuscript, 'title'), getText(manuscript, 'description')];
    if (title === undefined || description === undefined || toBase(title) !== toBase(description)) return;
    yield { severity: 'warning', path: ['description'], message, hint };
  },
};
