import type { Element } from 'xast';
import { x } from 'xastscript';
import type { Site } from '../../content-schema/index.ts';
import type { ArchiveYear } from './archive.ts';
import type { AuthorEntry } from './authors.ts';
import { toPostsBy } from './authors.ts';
import type { PostEntry } from './posts.ts';
import { toModified } from './structured-data.ts';
import type { Topic } from './topics.ts';
import {
  archivePath,
  articlesPath,
  authorsPath,
  correctionsPath,
  homePath,
  newsSitemapPath,
  sitemapPath,
  toAbsoluteUrl,
  toAuthorPath,
  toMonthPath,
  topicsPath,
  toPagePath,
  toPostPath,
  toTopicPath,
} from './urls.ts';
import { toXmlFile } from './xml.ts';

/** A page that search engines shall know of. */
export interface SitemapEntry {
  /** Site path. */
  readonly path: string;
  /** When it last changed, as far as that is known. */
  readonly modified: string | undefined;
  /** Site path of its picture. */
  readonly image?: string | undefined;
}

/** Everything that the pages of the site are made of. */
export interface SitemapSource {
  /** Newest first. */
  readonly posts: readonly PostEntry[];
  readonly topics: readonly Topic[];
  readonly authors: readonly AuthorEntry[];
  readonly years: readonly ArchiveYear[];
  /** Ids of the pages that have an address. */
  readonly pages: readonly string[];
  /** Site path of the picture of a post. */
  readonly findImage: (post: PostEntry) => string | undefined;
  /** When the record of a post says that it last changed. */
  readonly findChanged?: (post: PostEntry) => string | undefined;
}

/**
 * The pages of the site, posts first. Further pages of lists are left out, since every post has its month, and
 * search, which has nothing of its own.
 */
export function toSitemapEntries({
  posts,
  topics,
  authors,
  years,
  pages,
  findImage,
  findChanged = () => undefined,
}: SitemapSource): SitemapEntry[] {
  const list = (path: string, listed: readonly PostEntry[]): SitemapEntry => ({
    path,
    modified: toNewest(listed),
  });
  return [
    list(homePath, posts),
    ...posts.map((post) => ({
      path: toPostPath(post.id),
      modified: toModified(post, findChanged(post)),
      image: findImage(post),
    })),
    list(articlesPath, posts),
    list(topicsPath, posts),
    ...topics.map((topic) => list(toTopicPath(topic.id), topic.posts)),
    list(authorsPath, posts),
    ...authors.map((author) => list(toAuthorPath(author.id), toPostsBy(posts, author))),
    list(archivePath, posts),
    ...years.flatMap(({ year, months }) => [
      list(
        toMonthPath(year),
        months.flatMap((month) => month.posts),
      ),
      ...months.map((month) => list(toMonthPath(month.month), month.posts)),
    ]),
    list(
      correctionsPath,
      posts.filter(({ data }) => (data.corrections ?? []).length > 0),
    ),
    ...pages.map((id) => ({ path: toPagePath(id), modified: undefined })),
  ];
}

const toNewest = (posts: readonly PostEntry[]): string | undefined =>
  posts
    .map((post) => toModified(post))
    .reduce<string | undefined>(
      (newest, date) => (newest === undefined || Date.parse(date) > Date.parse(newest) ? date : newest),
      undefined,
    );

/** How many addresses a file may hold: https://www.sitemaps.org/protocol.html */
const fileLength = 50_000;

const sitemapNamespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** Cuts entries into as many files as they need; one is enough for nearly every site. */
export function toSitemapParts(entries: readonly SitemapEntry[], length = fileLength): SitemapEntry[][] {
  const count = Math.max(1, Math.ceil(entries.length / length));
  return Array.from({ length: count }, (_, index) => entries.slice(index * length, (index + 1) * length));
}

/** The site path of a part of a sitemap that has several. @param number from 1 */
const toPartPath = (number: number): string => sitemapPath.replace('.xml', `-${String(number)}.xml`);

/** What stands at `/sitemap.xml`: the pages, or the parts that list them. */
export const toMainSitemap = (parts: readonly (readonly SitemapEntry[])[], siteUrl: string): string =>
  parts.length === 1 ? toSitemap(parts[0] ?? [], siteUrl) : toSitemapIndex(parts.length, siteUrl);

/** A sitemap with the picture of each page: https://www.sitemaps.org/protocol.html */
export const toSitemap = (entries: readonly SitemapEntry[], siteUrl: string): string =>
  toXmlFile(
    x(
      'urlset',
      { xmlns: sitemapNamespace, 'xmlns:image': 'http://www.google.com/schemas/sitemap-image/1.1' },
      entries.map(({ path, modified, image }) =>
        x('url', [
          x('loc', toAbsoluteUrl(siteUrl, path)),
          modified === undefined ? undefined : x('lastmod', modified),
          image === undefined ? undefined : x('image:image', [x('image:loc', toAbsoluteUrl(siteUrl, image))]),
        ]),
      ),
    ),
  );

const toSitemapIndex = (count: number, siteUrl: string): string =>
  toXmlFile(
    x(
      'sitemapindex',
      { xmlns: sitemapNamespace },
      Array.from({ length: count }, (_, index) =>
        x('sitemap', [x('loc', toAbsoluteUrl(siteUrl, toPartPath(index + 1)))]),
      ),
    ),
  );

/** How long a post is news to Google: two days. */
const newsTime = 2 * 24 * 3_600_000;

/** How many addresses a news sitemap may hold. */
const newsLength = 1000;

/**
 * A news sitemap: https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap
 * A file without any address would break the schema, so that the front page stands there without a mark of news
 * when nothing is new.
 * @param posts newest first
 */
export function toNewsSitemap(posts: readonly PostEntry[], site: Site, now: Date): string {
  const news = posts
    .filter(({ data }) => now.getTime() - Date.parse(data.date) <= newsTime)
    .slice(0, newsLength)
    .map((post) => toNewsEntry(post, site));
  return toXmlFile(
    x(
      'urlset',
      { xmlns: sitemapNamespace, 'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9' },
      news.length === 0 ? [x('url', [x('loc', toAbsoluteUrl(site.url, homePath))])] : news,
    ),
  );
}

const toNewsEntry = ({ id, data }: PostEntry, site: Site): Element =>
  x('url', [
    x('loc', toAbsoluteUrl(site.url, toPostPath(id))),
    x('news:news', [
      x('news:publication', [
        x('news:name', site.name),
        // Google asks for ISO 639: the language without its country.
        x('news:language', (data.language ?? site.language).replace(/-.*$/u, '')),
      ]),
      x('news:publication_date', data.date),
      x('news:title', data.title),
    ]),
  ]);

/** What programs may read, and where the sitemaps are: RFC 9309. */
export const toRobots = (siteUrl: string): string =>
  [
    'User-agent: *',
    'Disallow: /admin/',
    'Disallow: /revision/',
    'Disallow: /preview/',
    'Disallow: /forge/',
    // History pages say so themselves (noindex); their data cannot.
    `Disallow: ${articlesPath}*/historial.json`,
    '',
    ...[sitemapPath, newsSitemapPath].map((path) => `Sitemap: ${toAbsoluteUrl(siteUrl, path)}`),
    '',
  ].join('\n');
