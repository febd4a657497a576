import type { Cdata, Element } from 'xast';
import { x } from 'xastscript';
import type { Feed, FeedItem } from './feed.ts';
import { messages } from './messages.ts';
import { feedNames, iconPath, toAbsoluteUrl } from './urls.ts';
import { toXmlFile } from './xml.ts';

const atomNamespace = 'http://www.w3.org/2005/Atom';

/** Shorter than a text in which every tag is escaped. */
const toCdata = (value: string): Cdata => ({ type: 'cdata', value });

const toRights = ({ site: { name, licence } }: Feed): string =>
  `${messages.licence(name)} ${licence.name}: ${licence.href}`;

/** When something of the feed last changed; one without items never did. */
const toUpdated = ({ items }: Feed): Date =>
  new Date(Math.max(0, ...items.map(({ updated }) => Date.parse(updated))));

/** RSS 2.0 (https://www.rssboard.org/rss-specification) with full texts; authors by name, never by e-mail. */
export function toRss(feed: Feed): string {
  const { site, title, description, page, items } = feed;
  return toXmlFile(
    x(
      'rss',
      {
        version: '2.0',
        'xmlns:atom': atomNamespace,
        'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      },
      x('channel', [
        x('title', title),
        x('link', page),
        x('description', description),
        x('language', site.language.toLowerCase()),
        x('copyright', toRights(feed)),
        x('lastBuildDate', toUpdated(feed).toUTCString()),
        x('atom:link', { rel: 'self', type: 'application/rss+xml', href: `${page}${feedNames.rss}` }),
        x('atom:link', { rel: 'license', href: site.licence.href }),
        ...items.map(toRssItem),
      ]),
    ),
  );
}

const toRssItem = ({ id, url, title, summary, html, published, updated, author, tags }: FeedItem): Element =>
  x('item', [
    x('title', title),
    x('link', url),
    x('guid', { isPermaLink: String(id === url) }, id),
    x('pubDate', new Date(published).toUTCString()),
    ...(updated === published ? [] : [x('atom:updated', toInstant(updated))]),
    x('dc:creator', author.name),
    ...tags.map((tag) => x('category', tag)),
    x('description', summary),
    x('content:encoded', [toCdata(html)]),
  ]);

const toInstant = (date: string): string => new Date(date).toISOString();

/** Atom 1.0 (RFC 4287) with full texts. */
export function toAtom(feed: Feed): string {
  const { site, title, description, page, items } = feed;
  const self = `${page}${feedNames.atom}`;
  const home = toAbsoluteUrl(site.url, '/');
  return toXmlFile(
    x('feed', { xmlns: atomNamespace, 'xml:lang': site.language }, [
      x('id', self),
      x('title', title),
      x('subtitle', description),
      x('updated', toUpdated(feed).toISOString()),
      x('link', { rel: 'self', type: 'application/atom+xml', href: self }),
      x('link', { rel: 'alternate', type: 'text/html', href: page }),
      x('link', { rel: 'license', href: site.licence.href }),
      x('rights', toRights(feed)),
      x('icon', toAbsoluteUrl(site.url, iconPath)),
      x('author', [x('name', site.name), x('uri', home)]),
      ...items.map(toAtomEntry),
    ]),
  );
}

const toAtomEntry = (item: FeedItem): Element =>
  x('entry', item.language === undefined ? {} : { 'xml:lang': item.language }, [
    x('id', item.id),
    x('title', item.title),
    x('link', { rel: 'alternate', type: 'text/html', href: item.url }),
    x('published', toInstant(item.published)),
    x('updated', toInstant(item.updated)),
    x('author', [
      x('name', item.author.name),
      ...(item.author.url === undefined ? [] : [x('uri', item.author.url)]),
    ]),
    ...item.tags.map((term) => x('category', { term })),
    x('summary', item.summary),
    x('content', { type: 'html' }, toCdata(item.html)),
  ]);

/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/) with full texts. */
export function toJsonFeed({ site, title, description, page, items }: Feed): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    description,
    home_page_url: page,
    feed_url: `${page}${feedNames.json}`,
    favicon: toAbsoluteUrl(site.url, iconPath),
    language: site.language,
    authors: [{ name: site.name, url: toAbsoluteUrl(site.url, '/') }],
    _licence: { name: site.licence.name, url: site.licence.href },
    items: items.map(({ id, url, author, tags, ...item }) => ({
      id,
      url,
      title: item.title,
      summary: item.summary,
      content_html: item.html,
      image: item.image,
      date_published: toInstant(item.published),
      date_modified: item.updated === item.published ? undefined : toInstant(item.updated),
      authors: [author],
      tags: tags.length === 0 ? undefined : tags,
      language: item.language,
    })),
  };
  return `${JSON.stringify(feed)}\n`;
}

/** How a feed is written, by the name of its file. */
export const feedFormats = {
  [feedNames.rss]: toRss,
  [feedNames.atom]: toAtom,
  [feedNames.json]: toJsonFeed,
} as const satisfies Record<string, (feed: Feed) => string>;
