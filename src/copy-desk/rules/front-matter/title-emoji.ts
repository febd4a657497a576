import { frontMatter } from '../../messages/front-matter.ts';
import type { Rule } from '../../rule.ts';
import { getText } from './field-text.ts';

const { message, hint } = frontMatter.titleEmoji;

const emoji =
  /\p{Regional_Indicator}{2}|(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}(?=\uFE0F)|(?=[\u2600-\u27BF])\p{Extended_Pictographic})\uFE0F?/u;

/** An emoji in a title. */
export const titleEmoji: Rule = {
  id: 'title-emoji',
  *find(manuscript) {
    const found = emoji.exec(getText(manuscript, 'title') ?? '');
    if (found === null) return;
    yield { severity: 'warning', path: ['title'], start: found.index, message: message(found[0]), hint };
  },
};
