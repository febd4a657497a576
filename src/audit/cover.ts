import type { Element } from 'hast';
import { findAll, getAttribute } from './html.ts';
import type { Page } from './site.ts';

/** What a page is made of: each kind of element once, by its name and classes. */
const toKinds = ({ tree }: Page): Set<string> =>
  new Set(
    findAll(tree, () => true).map(
      (element: Element) => `${element.tagName}.${getAttribute(element, 'className') ?? ''}`,
    ),
  );

/**
 * Few pages that together show everything that the site is made of: every page with a kind of element that no
 * page chosen before has. So there is no list of templates to keep, and a new block in one post is looked at.
 * @param pages in any order; the one with most kinds is the first of the result
 */
export function choosePages(pages: readonly Page[]): Page[] {
  const left = pages.map((page) => ({ page, kinds: toKinds(page) }));
  const seen = new Set<string>();
  const chosen: Page[] = [];
  for (;;) {
    const [best] = left
      .map(({ page, kinds }) => ({ page, fresh: kinds.difference(seen) }))
      .sort((one, other) => other.fresh.size - one.fresh.size);
    if (best === undefined || best.fresh.size === 0) return chosen;
    chosen.push(best.page);
    for (const kind of best.fresh) seen.add(kind);
  }
}
