import { budgets } from '../budgets.ts';
import { findAll } from '../html.ts';
import { judgeMost, type Outcome } from '../outcome.ts';
import { countPostWords, type Site } from '../site.ts';

/** How many elements a post of 800 words is made of, head included. */
export function judgeElements({ pages }: Pick<Site, 'pages'>): Outcome[] {
  const posts = pages.filter((page) => page.kind === 'post' && countPostWords(page) <= budgets.post.words);
  const measurements = posts.map(({ path, tree }) => ({
    where: path,
    value: findAll(tree, () => true).length,
  }));
  return [judgeMost('Elements of a post', budgets.post.elements, 'elements', measurements)];
}
