import { frontMatter } from '../../messages/front-matter.ts';
import type { Rule } from '../../rule.ts';
import { findDamage } from '../encoding/damage.ts';
import { getText } from './field-text.ts';

const { message, hint, done } = frontMatter.titleFullStop;

/** Ends that keep their full stop: «S. A.», «EE. UU.», «etc.», «Plan B.», an ellipsis. */
const kept = new RegExp(
  [
    '[.…]\\.$',
    '(?<!\\p{L})\\p{L}\\.$',
    '(?<a>\\p{Lu})\\k<a>\\.\\s?(?<b>\\p{Lu})\\k<b>\\.$',
    '(?<!\\p{L})(?:etc|Sra?|Dra?|Lic|Licda|Ing|Arq|Ltda|Cía|Inc|Corp|Co|Jr|vol|ed|eds|n[úu]m|p[áa]gs?|cap|art|a\\.C|d\\.C|Av|Blvd|Dp?to|Depto|tel|ref|aprox|máx|mín|Hnos|dept|al)\\.$',
  ].join('|'),
  'iu',
);

/** A full stop at the end of a title. */
export const titleFullStop: Rule = {
  id: 'title-full-stop',
  done,
  *find(manuscript) {
    const title = getText(manuscript, 'title');
    if (title?.endsWith('.') !== true || title === '.' || kept.test(title)) return;
    // «Ã³.» is a letter that has to be decoded first.
    if (findDamage(title).length > 0 || /\p{Cc}/u.test(title)) return;
    const path = ['title'];
    const start = title.length - 1;
    const edits = [{ path, start, end: title.length, text: '' }];
    yield { severity: 'warning', path, start, message, hint, edits };
  },
};
