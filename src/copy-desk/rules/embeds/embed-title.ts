import { embeds } from '../../messages/embeds.ts';
import type { Rule } from '../../rule.ts';
import { isGenericTitle } from './services.ts';

const { message, hint } = embeds.title;

/** Blocks whose title names a service and not what it shows there. */
export const embedTitle: Rule = {
  id: 'embed-title',
  *find({ body, tree }) {
    if (!/^<(?:Video|Embed)\s/mu.test(body)) return;
    for (const node of tree.children) {
      if (node.type !== 'component' || (node.tag.name !== 'Video' && node.tag.name !== 'Embed')) continue;
      const title = node.tag.attributes['title'];
      if (title === undefined || !isGenericTitle(title)) continue;
      yield { severity: 'warning', path: ['body'], start: node.tag.start, message: message(title), hint };
    }
  },
};
