import { collections, isFreePath } from '../../content-schema/index.ts';

/** Site paths, all with a final slash. An id may hold any character that a file name may. */
const segment = (text: string): string => encodeURIComponent(text.normalize('NFC'));

export const homePath = '/';
export const articlesPath = collections.posts.path;
export const authorsPath = collections.authors.path;
export const topicsPath = collections.topics.path;
export const archivePath = '/archivo/';
export const searchPath = '/buscar/';
export const correctionsPath = '/correcciones/';
export const sitemapPath = '/sitemap.xml';
export const newsSitemapPath = '/sitemap-noticias.xml';
/** Feeds stand beside the page whose posts they list: `/rss.xml`, `/temas/datos/rss.xml`. */
export const feedNames = { rss: 'rss.xml', atom: 'atom.xml', json: 'feed.json' } as const;
export const feedPath = `${homePath}${feedNames.rss}`;
export const iconPath = '/favicon.svg';

export const toPostPath = (id: string): string => `${articlesPath}${segment(id)}/`;
/** What became of a post: the newest changes, or (from 2) a page of earlier ones. */
export const toHistoryPath = (id: string, page = 1): string =>
  `${toPostPath(id)}historial/${page === 1 ? '' : `${String(page)}/`}`;
export const toHistoryDataPath = (id: string): string => `${toPostPath(id)}historial.json`;
export const toArchivePath = (page: number): string => `${articlesPath}pagina/${String(page)}/`;
export const toTopicPath = (id: string): string => `${topicsPath}${segment(id)}/`;
/** @param month `2026-11`, or a year: `2026` */
export const toMonthPath = (month: string): string => `${archivePath}${month.replace('-', '/')}/`;
export const toAuthorPath = (id: string): string => `${authorsPath}${segment(id)}/`;
export const toPagePath = (id: string): string => `${collections.pages.path}${segment(id)}/`;

/** The whole address of a site path. @param siteUrl from the settings, with or without a final slash */
export const toAbsoluteUrl = (siteUrl: string, path: string): string => new URL(path, siteUrl).href;

/** The host that readers would contact, as they know it: `www.youtube.com` is `youtube.com`. */
export const toHost = (url: string): string => new URL(url).hostname.replace(/^www\./u, '');

/** May this page of the collection stand at its address? */
export const isFreePage = (id: string): boolean => !id.includes('/') && isFreePath(id);
