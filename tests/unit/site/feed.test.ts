import { describe, expect, test } from 'vitest';
import { judgeSchemas } from '../../../src/audit/checks/schemas.ts';
import { type FeedSource, toCorrectionsFeed, toPostFeed } from '../../../src/site/feed.ts';
import { feedFormats, toAtom, toJsonFeed, toRss } from '../../../src/site/feed-formats.ts';
import { toPostEntry } from './posts.ts';
import { toSite } from './settings.ts';

const source: FeedSource = {
  site: toSite(),
  authors: [{ id: 'ana', digest: 'a', data: { name: 'Ana López', body: '' } }],
  renderBody: ({ data }) => Promise.resolve(data.body),
  findPicture: ({ data: { image } }) =>
    image.startsWith('/') ? { path: '/_img/x-720.jpg', width: 16, height: 9 } : undefined,
};

const channel = { title: 'Agua', description: 'Todo sobre el agua.', path: '/temas/agua/' };

const corrections = [
  { date: '2026-03-05T08:00:00-06:00', text: 'Eran 12.' },
  { date: '2026-03-05T08:00:00-06:00', text: 'Era jueves.' },
];

/** A post with everything that is hard to write as XML. */
const hard = toPostEntry('a', {
  title: 'Agua <b> & "sal"',
  description: 'Escribe a ana@example.org\u0007.',
  correo: 'ana@example.org',
  body: '<p>x &lt; y ]]&gt; z</p><pre>a[b[0]]>1</pre>',
  image: '/assets/images/posts/x.jpg',
  imageAlt: '"A" < B',
  imageCaption: 'El pie.',
  imageCredit: 'Luz',
  tags: ['agua & sal'],
  corrections,
});

describe('a feed of posts', () => {
  test('has the newest twenty', async () => {
    const posts = Array.from({ length: 25 }, (_, index) => toPostEntry(`n${String(index)}`));
    const { items } = await toPostFeed(channel, posts, source);
    expect(items.map(({ url }) => url)).toEqual(
      posts.slice(0, 20).map(({ id }) => `https://gaceta.example.org/articulos/${id}/`),
    );
  });

  test('has whole texts: picture, body and corrections', async () => {
    const [item] = (await toPostFeed(channel, [hard], source)).items;
    expect(item?.html).toMatch(
      /^<figure><img src="https:\/\/gaceta[^"]*" alt="&#34;A&#34; &#60; B" width="16" height="9"><figcaption>El pie\. Imagen: Luz<\/figcaption><\/figure>\n<p>x/u,
    );
    expect(item?.html).toMatch(/<strong>Corrección, 5 de marzo de 2026:<\/strong> Era jueves\.<\/p>$/u);
    expect(item).toMatchObject({
      published: '2026-03-04T08:30:00-06:00',
      updated: '2026-03-05T08:00:00-06:00',
      author: { name: 'Ana López', url: 'https://gaceta.example.org/autores/ana/' },
    });
  });

  test.each(Object.entries(feedFormats))('has no e-mail address in %s', async (_name, write) => {
    expect(write(await toPostFeed(channel, [hard], source))).not.toContain('@example.org');
  });
});

test('every format of every feed is valid, whatever the texts hold', async () => {
  const feeds = [
    await toPostFeed(channel, [hard, toPostEntry('b', { language: 'en' })], source),
    await toPostFeed(channel, [], source),
    toCorrectionsFeed([hard], source),
  ];
  const documents = feeds.flatMap((feed, index) =>
    Object.entries(feedFormats).map(([name, write]) => ({
      file: `${String(index)}/${name}`,
      text: write(feed),
    })),
  );
  expect((await judgeSchemas(documents)).flatMap(({ failures }) => failures)).toEqual([]);
});

describe('RSS', () => {
  test('has authors by name, whole addresses and texts as they are', async () => {
    const xml = toRss(await toPostFeed(channel, [hard], source));
    expect(xml).toContain('<title>Agua &#x3C;b> &#x26; "sal"</title>');
    expect(xml).toContain('<dc:creator>Ana López</dc:creator>');
    expect(xml).toContain(
      'rel="self" type="application/rss+xml" href="https://gaceta.example.org/temas/agua/rss.xml"',
    );
    expect(xml).toContain('<guid isPermaLink="true">https://gaceta.example.org/articulos/a/</guid>');
    expect(xml).toContain('<pubDate>Wed, 04 Mar 2026 14:30:00 GMT</pubDate>');
    expect(xml).toContain('<lastBuildDate>Thu, 05 Mar 2026 14:00:00 GMT</lastBuildDate>');
    expect(xml).toContain('<content:encoded><![CDATA[<figure>');
    expect(xml).toContain('<pre>a[b[0]]&#x3E;1</pre>');
    expect(xml).not.toContain('\u0007');
  });
});

describe('Atom', () => {
  test('tells dates, language and licence', async () => {
    const english = toPostEntry('b', { language: 'en' });
    const xml = toAtom(await toPostFeed(channel, [hard, english], source));
    expect(xml).toContain('<id>https://gaceta.example.org/temas/agua/atom.xml</id>');
    expect(xml).toContain('<updated>2026-03-05T14:00:00.000Z</updated>');
    expect(xml).toContain('<entry xml:lang="en">');
    expect(xml).toContain(
      '<link rel="license" href="https://creativecommons.org/licenses/by/4.0/deed.es" />',
    );
  });

  test('of nothing is the same whenever it is written', async () => {
    const empty = toAtom(await toPostFeed(channel, [], source));
    expect(empty).toContain('<updated>1970-01-01T00:00:00.000Z</updated>');
  });
});

test('JSON Feed has what version 1.1 asks for', async () => {
  expect(JSON.parse(toJsonFeed(await toPostFeed(channel, [hard], source)))).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Agua',
    home_page_url: 'https://gaceta.example.org/temas/agua/',
    feed_url: 'https://gaceta.example.org/temas/agua/feed.json',
    language: 'es-GT',
    items: [
      {
        id: 'https://gaceta.example.org/articulos/a/',
        title: 'Agua <b> & "sal"',
        content_html: expect.stringContaining('<p>x &lt; y'),
        date_published: '2026-03-04T14:30:00.000Z',
        date_modified: '2026-03-05T14:00:00.000Z',
        authors: [{ name: 'Ana López' }],
        tags: ['agua & sal'],
      },
    ],
  });
});

test('a feed of corrections has each of them, named for good, with a link to the corrections of its post', () => {
  const { items, page } = toCorrectionsFeed([hard, toPostEntry('b')], source);
  expect(page).toBe('https://gaceta.example.org/correcciones/');
  expect(items).toMatchObject([
    {
      id: 'tag:gaceta.example.org,2026-03-05:/articulos/a/#14:00:00',
      url: 'https://gaceta.example.org/articulos/a/#correcciones',
      title: 'Corrección: Agua <b> & "sal"',
      summary: 'Eran 12.',
    },
    { id: 'tag:gaceta.example.org,2026-03-05:/articulos/a/#14:00:00-1', summary: 'Era jueves.' },
  ]);
});
