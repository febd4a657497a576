import { collections } from '../../content-schema/index.ts';
import { type Repair, repairValues } from './desk.ts';
import type { SiteKnowledge } from './rule.ts';
import { encodingRules } from './rules/encoding/index.ts';

/** Plain text for a field of a form, without what nobody sees or meant: the encoding rules alone, no Markdown. */
export function cleanText(
  text: string,
  site: SiteKnowledge,
): { readonly text: string; readonly repairs: readonly Repair[] } {
  const { posts } = collections;
  const { values, repairs } = repairValues(posts, { title: text }, posts.folder, site, encodingRules);
  return { text: String(values['title']), repairs };
}
