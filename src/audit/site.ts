import type { Element, Root } from 'hast';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { collections } from '../../content-schema/index.ts';
import { countWords, find, findAll, getAttribute, hasClass, parsePage, toText } from './html.ts';

/** A page of the built site. */
export interface Page {
  /** Its address on the site: `/articulos/uno/`. */
  readonly path: string;
  /** Its file, relative to the site's folder. */
  readonly file: string;
  readonly html: string;
  readonly tree: Root;
  readonly kind: 'home' | 'post' | 'search' | 'redirect' | 'not-found' | 'other';
}

/** A built site: what a host of static files is given. The apps of editors and reviewers are no part of it. */
export interface Site {
  readonly dir: string;
  /** Every public file, relative to the folder, in order. */
  readonly files: readonly string[];
  readonly pages: readonly Page[];
  /** Origin in the site's own absolute addresses; undefined when its front page names none. */
  readonly origin: string | undefined;
}

const searchPath = '/buscar/';

/**
 * Reads a built site.
 * @throws Error when the folder has no front page
 */
export async function readSite(dir: string): Promise<Site> {
  const entries = await readdir(dir, { withFileTypes: true, recursive: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .filter((file) => !/^(?:admin|revision)\//u.test(file))
    .sort();
  const pages = await Promise.all(
    files
      .filter((file) => file.endsWith('.html'))
      .map(async (file) => toPage(file, await readFile(path.join(dir, file), 'utf8'))),
  );
  const home = pages.find(({ kind }) => kind === 'home');
  if (home === undefined) throw new Error(`${dir} holds no built site: index.html is missing.`);
  return { dir, files, pages, origin: findOrigin(home.tree) };
}

/** A page of the site by its file and its markup. */
export function toPage(file: string, html: string): Page {
  const pathname = toPath(file);
  const tree = parsePage(html);
  return { path: pathname, file, html, tree, kind: toKind(pathname, tree) };
}

/** The address at which a host serves a file: `autores/ana/index.html` at `/autores/ana/`. */
export const toPath = (file: string): string =>
  `/${file
    .replace(/(?<=^|\/)index\.html$/u, '')
    .split('/')
    .map(encodeURIComponent)
    .join('/')}`;

function toKind(pathname: string, tree: Root): Page['kind'] {
  if (pathname === '/') return 'home';
  if (pathname === '/404.html') return 'not-found';
  if (pathname === searchPath) return 'search';
  const isRefresh = (element: Element) =>
    element.tagName === 'meta' && getAttribute(element, 'httpEquiv')?.toLowerCase() === 'refresh';
  if (find(tree, isRefresh) !== undefined) return 'redirect';
  const rest = pathname.startsWith(collections.posts.path)
    ? pathname.slice(collections.posts.path.length)
    : '';
  return /^[^/]+\/$/u.test(rest) ? 'post' : 'other';
}

function findOrigin(tree: Root): string | undefined {
  const canonical = find(tree, (element) => getAttribute(element, 'rel') === 'canonical');
  const href = canonical && getAttribute(canonical, 'href');
  return href !== undefined && URL.canParse(href) ? new URL(href).origin : undefined;
}

/** The words of a post's own text. */
export function countPostWords({ tree }: Page): number {
  const body = findAll(tree, (element) => hasClass(element, 'prose'));
  return body.reduce((sum, element) => sum + countWords(toText(element)), 0);
}

/** The pages that readers come to, in order: no redirect. */
export const toContentPages = ({ pages }: Site): Page[] => pages.filter(({ kind }) => kind !== 'redirect');

export const readText = (site: Site, file: string): Promise<string> =>
  readFile(path.join(site.dir, file), 'utf8');
