import { frontMatter } from '../../messages/front-matter.ts';
import type { Rule } from '../../rule.ts';
import { getLength } from './field-text.ts';

const toRule = (
  id: string,
  key: string,
  max: number,
  { message, hint }: typeof frontMatter.titleLength,
): Rule => ({
  id,
  *find(manuscript) {
    const length = getLength(manuscript, key);
    if (length > max) yield { severity: 'warning', path: [key], message: message(length, max), hint };
  },
});

/** A title that is cut off where it is shared. The schema allows some more. */
export const titleLength = toRule('title-length', 'title', 100, frontMatter.titleLength);

/** A description that is cut off in search results. The schema allows more. */
export const descriptionLength = toRule(
  'description-length',
  'description',
  160,
  frontMatter.descriptionLength,
);
