import { frontMatter } from '../../messages/front-matter.ts';
import type { Rule } from '../../rule.ts';
import { getText } from './field-text.ts';

const { message, hint } = frontMatter.descriptionStart;

/** Not «iPhone» nor «example.org», which begin so. */
const small = /^["“«¿¡*_ ]*(?=\p{Ll})(?!\p{Ll}+\p{Lu}|\S+\.\p{Ll})/u;

/** A description that begins with a small letter: the first one may have been lost. */
export const descriptionStart: Rule = {
  id: 'description-start',
  *find(manuscript) {
    const text = getText(manuscript, 'description');
    if (text === undefined || !small.test(text)) return;
    yield { severity: 'warning', path: ['description'], message: message(text), hint };
  },
};
