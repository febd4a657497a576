import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { toPlainPath } from '../../content-schema/index.ts';
import { messages } from '../site/messages.ts';
import { findNearest } from '../site/nearest.ts';
import { listPages, readStart } from './hosting.ts';

/** Where the page says what is like the address asked for (src/pages/404.astro). */
const marker = '<!--cerca-->';

/**
 * The page of a site for an address that leads nowhere, with links to those that are most like it.
 * @param dir of the built site
 * @param pathname as the browser sent it
 * @param redirects old paths, which only lead on, by toPlainPath
 * @throws Error when the site has no such page
 */
export async function renderNotFound(
  dir: string,
  pathname: string,
  redirects: ReadonlyMap<string, string>,
): Promise<string> {
  const page = await readFile(path.join(dir, '404.html'), 'utf8');
  if (!page.includes(marker)) return page;
  const published = (await listPublished(dir)).filter((address) => !redirects.has(toPlainPath(address)));
  const nearest = findNearest(pathname, published);
  const items = await Promise.all(
    nearest.map(async (address) => `<li><a href="${address}">${await readTitle(dir, address)}</a></li>`),
  );
  const list =
    items.length === 0
      ? ''
      : `<h2 class="band">${messages.nearest}</h2><ul class="lines">${items.join('')}</ul>`;
  return page.replace(marker, () => list);
}

/** By folder: a release never changes. */
const published = new Map<string, Promise<string[]>>();

/** The site paths of all pages, encoded. */
function listPublished(dir: string): Promise<string[]> {
  const known = published.get(dir);
  if (known !== undefined) return known;
  published.clear();
  const listed = listPages(dir).then((names) =>
    names
      .filter((name) => name.endsWith('index.html'))
      .map((name) => `/${name.slice(0, -'index.html'.length).split('/').map(encodeURIComponent).join('/')}`),
  );
  published.set(dir, listed);
  return listed;
}

const headLength = 65_536;

/** The title of a page, as it stands in its markup, without the name of the site; else its address. */
async function readTitle(dir: string, address: string): Promise<string> {
  const start = await readStart(path.join(dir, decodeURIComponent(address), 'index.html'), headLength);
  const [, title = ''] = /<title>([^<]*)<\/title>/u.exec(start) ?? [];
  return title.replace(/ [·|–] [^·|–]*$/u, '') || address;
}
