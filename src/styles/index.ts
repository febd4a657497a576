import article from './article.css?inline';
import base from './base.css?inline';
import callout from './callout.css?inline';
import card from './card.css?inline';
import code from './code.css?inline';
import contents from './contents.css?inline';
import corrections from './corrections.css?inline';
import embed from './embed.css?inline';
import footnotes from './footnotes.css?inline';
import front from './front.css?inline';
import home from './home.css?inline';
import lists from './lists.css?inline';
import record from './record.css?inline';
import prose from './prose.css?inline';
import play from './play.css?inline';
import quote from './quote.css?inline';
import search from './search.css?inline';
import stories from './stories.css?inline';
import table from './table.css?inline';

/** The sheets of the site by feature, in the order in which they have to stand; minified in a build. */
export const sheets = {
  base,
  prose,
  article,
  contents,
  corrections,
  callout,
  card,
  code,
  embed,
  footnotes,
  play,
  quote,
  table,
  stories,
  lists,
  record,
  front,
  home,
  search,
} as const;

export type StyleName = keyof typeof sheets;

/** What only some pages of a kind need. */
const optional = new Set<string>([
  'contents',
  'corrections',
  'callout',
  'card',
  'code',
  'embed',
  'footnotes',
  'play',
  'quote',
  'table',
] satisfies StyleName[]);

/**
 * The texts of the `<style>` elements of a page: one of what every page of its kind has, `base` first, then one
 * of each sheet that only some need. So pages of a kind share theirs, and the policy names few.
 * @param theme the colours of the settings
 */
export function toStyles(names: readonly StyleName[], theme: string): string[] {
  const wanted = new Set<string>(['base', ...names]);
  const texts = Object.entries(sheets).filter(([name]) => wanted.has(name));
  const common = texts.filter(([name]) => !optional.has(name)).map(([, text]) => text.trim());
  const others = texts.filter(([name]) => optional.has(name)).map(([, text]) => text.trim());
  return [theme + common.join(''), ...others];
}
