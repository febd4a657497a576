import { describe, expect, test } from 'vitest';
import { judgeSchemas } from '../../../src/audit/checks/schemas.ts';

const judge = async (file: string, text: string): Promise<string[]> =>
  (await judgeSchemas([{ file, text }])).flatMap(({ failures }) => failures.map(({ message }) => message));

const news = `<news:news><news:publication><news:name>Gaceta</news:name><news:language>es</news:language></news:publication>
<news:publication_date>2026-01-01T10:00:00-06:00</news:publication_date><news:title>Uno</news:title></news:news>`;

const toSitemap = (urls: string): string =>
  `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
xmlns:image="http://www.google.com/schemas/sitemap-image/1.1" xmlns:xhtml="http://www.w3.org/1999/xhtml">${urls}</urlset>`;

const toRss = (item: string): string =>
  `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><description>Uno</description><title>Uno</title><link>https://a.example/</link><atom:link rel="self" href="https://a.example/rss.xml"/>${item}</channel></rss>`;

const item = `<item><title>Uno</title><link>https://a.example/uno/</link><guid>https://a.example/uno/</guid>
<pubDate>Mon, 01 Jun 2026 10:00:00 GMT</pubDate><content:encoded>&lt;p>${'Texto. '.repeat(5_000)}</content:encoded></item>`;

const toAtom = (id: string): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><id>${id}</id><title>Uno</title><updated>2026-01-01T10:00:00-06:00</updated>
<link rel="self" href="https://a.example/atom.xml"/><entry><id>${id}</id><title>Uno</title><updated>2026-01-01T10:00:00Z</updated>
<link href="https://a.example/uno/"/><author><name>Ana</name></author><content type="html">&lt;p>Texto</content></entry></feed>`;

const feed = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Uno',
  feed_url: 'https://a.example/feed.json',
  items: [{ id: '1', content_html: '<p>Texto', date_published: '2026-01-01T10:00:00-06:00' }],
};

describe('a good file passes', () => {
  test.each([
    [
      'sitemap.xml',
      toSitemap(
        `<url><loc>https://a.example/</loc><lastmod>2026-01-01</lastmod><xhtml:link rel="alternate" hreflang="en" href="https://a.example/en/"/>
<image:image><image:loc>https://a.example/a.jpg</image:loc></image:image></url><url><loc>https://a.example/uno/</loc>${news}</url>`,
      ),
    ],
    ['rss.xml', toRss(item)],
    ['atom.xml', toAtom('https://a.example/')],
    ['feed.json', JSON.stringify(feed)],
    ['favicon.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ])('%s', async (file, text) => {
    expect(await judge(file, text)).toEqual([]);
  });
});

describe('a bad file is told', () => {
  test.each([
    [
      'sitemap.xml',
      'one address twice',
      toSitemap('<url><loc>https://a.example/</loc></url>'.repeat(2)),
      /Duplicate key/u,
    ],
    ['sitemap.xml', 'a path for an address', toSitemap('<url><loc>/uno/</loc></url>'), /pattern/u],
    [
      'sitemap.xml',
      'a moment without a zone',
      toSitemap('<url><loc>https://a.example/</loc><lastmod>2026-01-01T10:00:00</lastmod></url>'),
      /lastmod/u,
    ],
    [
      'sitemap-noticias.xml',
      'a region in the language',
      toSitemap(`<url><loc>https://a.example/</loc>${news.replace('>es<', '>es-GT<')}</url>`),
      /language/u,
    ],
    ['sitemap.xml', 'no end', toSitemap('<url>').replace('</urlset>', ''), /parser error/u],
    [
      'rss.xml',
      'another date',
      toRss(item.replace('Mon, 01 Jun 2026 10:00:00 GMT', '2026-06-01')),
      /pubDate|item/u,
    ],
    ['rss.xml', 'no address of its own', toRss(item).replace(/<atom:link[^>]*>/u, ''), /channel/u],
    ['atom.xml', 'an id that is no IRI', toAtom('uno'), /id/u],
    [
      'feed.json',
      'no content',
      JSON.stringify({ ...feed, items: [{ id: '1' }] }),
      /content_html or content_text/u,
    ],
    [
      'feed.json',
      'one id twice',
      JSON.stringify({ ...feed, items: [...feed.items, ...feed.items] }),
      /one id/u,
    ],
    ['feed.json', 'no JSON', '{', /no JSON/u],
    ['favicon.svg', 'not well formed', '<svg><g></svg>', /parser error/u],
    ['otro.xml', 'no schema', '<otro/>', /no schema for <otro>/u],
  ])('%s: %s', async (file, _name, text, message) => {
    expect((await judge(file, text)).join('\n')).toMatch(message);
  });
});
