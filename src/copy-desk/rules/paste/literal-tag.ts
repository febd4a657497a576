import { findPassages, findPassageTags } from '../../html/convert.ts';
import { hasEmbed } from '../../html/embed-html.ts';
import { paste } from '../../messages/paste.ts';
import type { Rule } from '../../rule.ts';
import { shorten } from '../../messages/shorten.ts';

const { message, hint, componentMessage, componentHint } = paste.literalTag;

/** Text such as `<nombre>`, which is no HTML: readers see it as it is. A component that is not alone on its line, too. */
export const literalTag: Rule = {
  id: 'literal-tag',
  *find({ body, tree }) {
    if (!/<[a-z]/iu.test(body)) return;
    for (const passage of findPassages(body, tree)) {
      if (hasEmbed(body.slice(passage.start, passage.end))) continue;
      for (const { isHtml, isComponent, kind, start, end } of findPassageTags(body, passage)) {
        if (isHtml || kind === 'close') continue;
        const tag = shorten(body.slice(start, end));
        yield {
          severity: isComponent ? 'error' : 'warning',
          path: ['body'],
          start,
          message: isComponent ? componentMessage(tag) : message(tag),
          hint: isComponent ? componentHint : hint,
        };
      }
    }
  },
};
