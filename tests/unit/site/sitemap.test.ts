import { describe, expect, test } from 'vitest';
import { judgeSchemas } from '../../../src/audit/checks/schemas.ts';
import { toArchiveYears } from '../../../src/site/archive.ts';
import {
  toMainSitemap,
  toNewsSitemap,
  toRobots,
  toSitemap,
  toSitemapEntries,
  toSitemapParts,
} from '../../../src/site/sitemap.ts';
import { toTopics } from '../../../src/site/topics.ts';
import { toPostEntry } from './posts.ts';
import { toSite } from './settings.ts';

const site = toSite();
const siteUrl = site.url;

const posts = [
  toPostEntry('b', { date: '2026-11-22T08:00:00-06:00', tags: ['Agua'] }),
  toPostEntry('a', {
    corrections: [{ date: '2026-03-05T08:00:00-06:00', text: 'Eran 12.' }],
    tags: ['Agua'],
  }),
];

const entries = toSitemapEntries({
  posts,
  topics: toTopics(posts, []),
  authors: [{ id: 'ana', digest: 'a', data: { name: 'Ana López', body: '' } }],
  years: toArchiveYears(posts, site),
  pages: ['contacto'],
  findImage: ({ id }) => (id === 'a' ? '/_img/a-720.jpg' : undefined),
});

const errors = async (text: string): Promise<unknown[]> =>
  (await judgeSchemas([{ file: 'sitemap.xml', text }])).flatMap(({ failures }) => failures);

test('a sitemap has every page with the day of its last change', async () => {
  expect(entries.map(({ path, modified }) => `${path} ${modified?.slice(0, 10) ?? ''}`.trim())).toEqual([
    '/ 2026-11-22',
    '/articulos/b/ 2026-11-22',
    '/articulos/a/ 2026-03-05',
    '/articulos/ 2026-11-22',
    '/temas/ 2026-11-22',
    '/temas/agua/ 2026-11-22',
    '/autores/ 2026-11-22',
    '/autores/ana/ 2026-11-22',
    '/archivo/ 2026-11-22',
    '/archivo/2026/ 2026-11-22',
    '/archivo/2026/11/ 2026-11-22',
    '/archivo/2026/03/ 2026-03-05',
    '/correcciones/ 2026-03-05',
    '/contacto/',
  ]);
  const xml = toSitemap(entries, siteUrl);
  expect(xml).toContain('<image:loc>https://gaceta.example.org/_img/a-720.jpg</image:loc>');
  expect(await errors(xml)).toEqual([]);
});

test('a sitemap that is too long for one file is an index of its parts', async () => {
  const parts = toSitemapParts(entries, 5);
  expect(parts.map(({ length }) => length)).toEqual([5, 5, 4]);
  const index = toMainSitemap(parts, siteUrl);
  expect(index).toContain('<loc>https://gaceta.example.org/sitemap-3.xml</loc>');
  expect(await errors(index)).toEqual([]);
  expect(toMainSitemap([entries], siteUrl)).toBe(toSitemap(entries, siteUrl));
});

describe('a news sitemap', () => {
  test('has the posts of the last two days', async () => {
    const xml = toNewsSitemap(posts, site, new Date('2026-11-24T13:59:00Z'));
    expect(xml.match(/<loc>.*?<\/loc>/gu)).toEqual(['<loc>https://gaceta.example.org/articulos/b/</loc>']);
    expect(xml).toContain('<news:name>Gaceta &#x26; Co</news:name><news:language>es</news:language>');
    expect(await errors(xml)).toEqual([]);
  });

  test('is valid when nothing is new, and names nothing as news', async () => {
    const xml = toNewsSitemap(posts, site, new Date('2026-11-24T14:01:00Z'));
    expect(xml).not.toContain('<news:news>');
    expect(await errors(xml)).toEqual([]);
  });
});

test('robots.txt names the sitemaps', () => {
  expect(toRobots(siteUrl)).toMatch(/^User-agent: \*\nDisallow: \/admin\/\n/u);
  expect(toRobots(siteUrl).match(/^Sitemap: .*$/gmu)).toEqual([
    'Sitemap: https://gaceta.example.org/sitemap.xml',
    'Sitemap: https://gaceta.example.org/sitemap-noticias.xml',
  ]);
});
