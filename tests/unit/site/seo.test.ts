import { describe, expect, test } from 'vitest';
import { type PageHead, toJsonLd, toPostHead, toTags, toTitle } from '../../../src/site/seo.ts';
import { toPostEntry } from './posts.ts';
import { toSite } from './settings.ts';

const site = toSite();

const page = (values: Partial<PageHead> = {}): PageHead => ({
  title: 'Temas',
  description: 'De qué hablamos.',
  path: '/temas/',
  ...values,
});

/** The value of every tag of a name: its content or its address. */
function read(values: PageHead, name: string): (string | undefined)[] {
  return toTags(site, values)
    .map(({ attributes }) => attributes)
    .filter(({ name: meta, property, rel }) => [meta, property, rel].includes(name))
    .map(({ content, href }) => content ?? href);
}

const author = { id: 'ana', digest: 'a', data: { name: 'Ana López', body: '' } };

describe('the head of a page', () => {
  test('has whole addresses, the language with its country and the card of the site', () => {
    expect(toTitle(site, page())).toBe('Temas · Gaceta & Co');
    expect(toTitle(site, { description: '', path: '/' })).toBe('Gaceta & Co');
    expect(read(page(), 'canonical')).toEqual(['https://gaceta.example.org/temas/']);
    expect(read(page(), 'og:type')).toEqual(['website']);
    expect(read(page(), 'og:locale')).toEqual(['es_GT']);
    expect(read(page({ language: 'en' }), 'og:locale')).toEqual([]);
    expect(read(page(), 'og:image')).toEqual([
      expect.stringMatching(/^https:\/\/gaceta\.example\.org\/tarjetas\/[0-9a-f]{16}\.jpg$/u),
    ]);
    expect(read(page(), 'og:image:width')).toEqual(['1200']);
  });

  test.each([
    ['without an address of its own', page({ path: undefined })],
    ['that is hidden', page({ isHidden: true })],
  ])('of a page %s is not for search engines', (_name, hidden) => {
    expect(read(hidden, 'robots')).toEqual(['noindex']);
  });

  test('names the feeds: three on the front page, else that of the site and its own', () => {
    const feeds = (values: Partial<PageHead>) => read(page(values), 'alternate');
    expect(feeds({ path: '/' })).toEqual(['/rss.xml', '/atom.xml', '/feed.json']);
    expect(feeds({})).toEqual(['/rss.xml']);
    expect(feeds({ feed: { title: 'Temas', path: '/temas/datos/rss.xml' } })).toEqual([
      '/rss.xml',
      '/temas/datos/rss.xml',
    ]);
  });

  test('names the neighbours of a page in a sequence', () => {
    expect(read(page({ previous: '/a/', next: '/b/' }), 'prev')).toEqual(['/a/']);
    expect(read(page({ previous: '/a/', next: '/b/' }), 'next')).toEqual(['/b/']);
  });
});

describe('languages', () => {
  const versions = (values: Partial<PageHead>) =>
    toTags(site, page(values)).flatMap(({ attributes: { hreflang, href } }) =>
      hreflang === undefined ? [] : [[hreflang, href]],
    );

  test('are named only where there are translations', () => {
    expect(versions({})).toEqual([]);
  });

  test('name the page itself, the others, and the one for everybody else', () => {
    expect(versions({ translations: [{ language: 'en', href: 'https://example.com/topics' }] })).toEqual([
      ['es-GT', 'https://gaceta.example.org/temas/'],
      ['en', 'https://example.com/topics'],
      ['x-default', 'https://gaceta.example.org/temas/'],
    ]);
  });

  test('agree on the page for everybody else from both sides', () => {
    const translations = [{ language: 'es-GT', href: '/articulos/a/' }];
    expect(versions({ path: '/articulos/b/', language: 'en', translations })).toContainEqual([
      'x-default',
      'https://gaceta.example.org/articulos/a/',
    ]);
  });
});

describe('the head of a post', () => {
  const post = toPostEntry('a', {
    title: 'Agua </script> limpia',
    tags: ['agua', 'salud'],
    corrections: [
      { date: '2026-03-06T08:00:00-06:00', text: 'Eran 14.' },
      { date: '2026-03-05T08:00:00-06:00', text: 'Eran 12.' },
    ],
  });

  test('tells when it appeared and when it was last corrected', () => {
    const head = toPostHead({ post, site, author, kicker: 'Agua' });
    expect(read(head, 'og:type')).toEqual(['article']);
    expect(read(head, 'article:published_time')).toEqual(['2026-03-04T08:30:00-06:00']);
    expect(read(head, 'article:modified_time')).toEqual(['2026-03-06T08:00:00-06:00']);
    expect(read(head, 'robots')).toEqual(['max-image-preview:large']);
  });

  test('has data for programs that cannot end their element', () => {
    const head = toPostHead({ post, site, author, image: '/_img/x-720.jpg', logo: '/_img/logo-360.webp' });
    const json = toJsonLd(site, {
      ...head,
      crumbs: [{ label: 'Agua', href: '/temas/agua/' }, { label: 'a' }],
    });
    expect(json).not.toMatch(/<|ana@/u);
    expect(JSON.parse(json ?? '')).toMatchObject({
      '@context': 'https://schema.org',
      '@graph': [
        {
          '@type': 'NewsArticle',
          headline: 'Agua </script> limpia',
          image: [expect.stringContaining('/tarjetas/'), 'https://gaceta.example.org/_img/x-720.jpg'],
          datePublished: '2026-03-04T08:30:00-06:00',
          dateModified: '2026-03-06T08:00:00-06:00',
          keywords: ['agua', 'salud'],
          author: { '@type': 'Person', name: 'Ana López', url: 'https://gaceta.example.org/autores/ana/' },
          publisher: { name: 'Gaceta & Co', logo: 'https://gaceta.example.org/_img/logo-360.webp' },
          license: site.licence.href,
          correction: [{ '@type': 'CorrectionComment', text: 'Eran 14.' }, { text: 'Eran 12.' }],
        },
        {
          '@type': 'BreadcrumbList',
          itemListElement: [
            { position: 1, item: 'https://gaceta.example.org/' },
            { position: 2, name: 'Agua', item: 'https://gaceta.example.org/temas/agua/' },
            { position: 3, name: 'a' },
          ],
        },
      ],
    });
  });

  test('never has an e-mail address', () => {
    const head = toPostHead({
      post: toPostEntry('a', { correo: 'ana@example.org', description: 'Escribe a ana@example.org.' }),
      site,
    });
    expect(JSON.stringify([toTags(site, head), toJsonLd(site, head)])).not.toContain('ana@example.org');
  });
});

test('a page that has nothing to say to programs says nothing', () => {
  expect(toJsonLd(site, page())).toBeUndefined();
});
