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
import prose from './prose.css?inline';
import stories from './stories.css?inline';
import table from './table.css?inline';

/**
 * The sheets of the site by feature, minified in a build. A page holds those that it needs, each in a
 * `<style>` of its own: the text of a sheet is the same on every page, and so is its hash in the policy.
 */
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
  table,
  stories,
  lists,
  front,
  home,
} as const;

export type StyleName = keyof typeof sheets;

/** The texts of these sheets, each once, in the order in which they have to stand. */
export const toSheets = (names: readonly StyleName[]): string[] => {
  const wanted = new Set<string>(names);
  return Object.entries(sheets)
    .filter(([name]) => wanted.has(name))
    .map(([, text]) => text.trim());
};
