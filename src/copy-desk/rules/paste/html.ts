import { compareWords } from '../../html/compare-words.ts';
import { findPassages, findPassageTags, toPlain } from '../../html/convert.ts';
import { hasEmbed } from '../../html/embed-html.ts';
import { paste } from '../../messages/paste.ts';
import type { Rule } from '../../rule.ts';
import { shorten } from '../../messages/shorten.ts';

const { message, hint, lostHint, done } = paste.html;

/**
 * HTML in the text, which readers would see as it is: it becomes Markdown. What only looks like HTML is left to
 * `literal-tag`, and a block with an embed to the rules of embeds.
 */
export const html: Rule = {
  id: 'html',
  done,
  *find({ body, tree }) {
    if (!/<[a-z/!?]/iu.test(body)) return;
    for (const passage of findPassages(body, tree)) {
      const { start, end } = passage;
      const before = body.slice(start, end);
      const [tag] = findPassageTags(body, passage).filter(({ isHtml }) => isHtml);
      if (tag === undefined || hasEmbed(before)) continue;
      const text = toPlain(body, passage);
      // Raised numbers become other characters, and readers see the name of an element such as `<o:p>`.
      const words = compareWords(before, text ?? '');
      const isSame = words.removed === '' && words.added === '';
      const isCertain = text !== undefined && (isSame || /<su[bp]\b|<\w+:\w/iu.test(before));
      yield {
        severity: 'error',
        path: ['body'],
        start: tag.start,
        message: message(shorten(body.slice(tag.start, tag.end))),
        hint: isCertain ? hint : lostHint,
        ...(isCertain ? { edits: [{ path: ['body'], start, end, text }] } : {}),
        ...(isCertain && !isSame ? { words } : {}),
      };
    }
  },
};
