import { type Collection, isFolder } from './collection.ts';

/** First segments that belong to programs and derived files. */
const reserved = new Set([
  'admin',
  'revision',
  'preview',
  'forge',
  'oauth',
  '_img',
  '_files',
  '_astro',
  '_headers',
  '_redirects',
]);

/** Paths of the site's own routes, which no entry may take. */
const routes = new Set([
  '',
  'articulos',
  'autores',
  'temas',
  'archivo',
  'buscar',
  'correcciones',
  '404',
  'index',
  'robots.txt',
  'favicon.svg',
  'sitemap.xml',
  'sitemap-noticias.xml',
]);

/** Routes with a number or a name in them: pages of lists, years and months, feeds, what search reads. */
const numbered = /^(?:articulos\/pagina\/\d+|archivo\/\d{4}(?:\/\d{2})?)$/u;
const feed = /^(?:(?:temas|autores)\/[^/]+\/|correcciones\/)?(?:rss\.xml|atom\.xml|feed\.json)$/u;
const data = /^(?:buscar|tarjetas)\//u;

/** May content decide what stands at this path? @param path decoded, without slashes at its ends */
export function isFreePath(path: string): boolean {
  const segments = path.split('/');
  const [first = ''] = segments;
  if (reserved.has(first.toLowerCase()) || routes.has(path.toLowerCase())) return false;
  const isOwn = numbered.test(path) || feed.test(path) || data.test(path);
  return !isOwn && segments.every((name) => !/^\.{0,2}$|[\\\p{Cc}]/u.test(name));
}

/** Do readers get something of the site's own at this path? @param path decoded, without slashes at its ends */
export const isRoute = (path: string): boolean =>
  (routes.has(path) && !['404', 'index'].includes(path)) ||
  path === 'admin' ||
  path === 'revision' ||
  numbered.test(path) ||
  feed.test(path);

/** Where the page of an entry stands, decoded, without slashes at its ends; undefined: it has none. */
export const toEntryPath = (collection: Collection, id: string): string | undefined =>
  isFolder(collection) ? `${collection.path}${id}`.slice(1).normalize('NFC') : undefined;

/**
 * A site path as people write it, encoded or not, with or without slashes at its ends, in the form of
 * `toEntryPath`: `/blog/art%C3%ADculo/` is `blog/artículo`.
 */
export const toPlainPath = (path: string): string =>
  path.split('/').filter(Boolean).map(decodePart).join('/').normalize('NFC');

/** A whole address without percent signs where they stand for something; as it is where they do not. */
export const decodeAddress = (address: string): string => decodeWith(decodeURI, address);

/** The same of one part of an address, such as a file name or a word. People write it encoded or not. */
export const decodePart = (part: string): string => decodeWith(decodeURIComponent, part);

function decodeWith(decode: (text: string) => string, text: string): string {
  try {
    return decode(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}
