import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { judgeSchemas } from '../../../src/audit/checks/schemas.ts';
import { createSite, type TestSite, toPost } from './site.ts';

const posts = 'src/content/posts';

const origin = 'https://prueba.example.org';

let site: TestSite;
let files: string[];

beforeAll(async () => {
  site = await createSite();
  const photo = sharp({ create: { width: 900, height: 600, channels: 3, background: '#369' } });
  await site.commit({
    'src/assets/images/posts/foto.jpg': await photo.jpeg().toBuffer(),
    'src/content/authors/ana.mdx': '---\nname: Ana López\n---\nEscribe a ana@example.org.\n',
    'src/content/pages/contacto.mdx':
      '---\ntitle: Contacto\ndescription: Escribe a ana@example.org.\n---\nana@example.org\n',
    [`${posts}/nueva.mdx`]: toPost(
      {
        title: '«¿Agua & sal?» <b>',
        correo: 'ana@example.org',
        date: new Date(Date.now() - 3_600_000).toISOString(),
        tags: '["Agua"]',
      },
      [
        'Escribe a ana@example.org o [aquí](mailto:ana@example.org). Mira [los temas](/temas/).[^1]',
        '![Un mercado](/assets/images/posts/foto.jpg)',
        '<Callout type="dato">\n\nUn dato.\n\n</Callout>',
        '<Video url="https://www.youtube.com/watch?v=aqz-KE-bpKQ" title="Asamblea" />',
        '[^1]: Una nota.',
      ].join('\n\n'),
    ),
    [`${posts}/vieja.mdx`]: toPost({
      aliases: '["/blog/vieja"]',
      corrections: '[{ date: "2026-03-06T08:00:00-06:00", text: "Eran 12." }]',
      tags: '["Agua", "Salud"]',
    }),
    [`${posts}/futura.mdx`]: toPost({
      title: 'Del futuro',
      date: '2999-01-01T00:00:00Z',
      tags: '["Futuro"]',
    }),
  });
  await site.build();
  files = await site.list();
});

afterAll(() => site.remove());

const isFeed = (file: string): boolean => /(?:^|\/)(?:rss\.xml|atom\.xml|feed\.json)$/u.test(file);

test('the site, topics, authors and corrections have feeds in three formats', () => {
  const folders = ['', 'autores/ana/', 'correcciones/', 'temas/agua/', 'temas/salud/'];
  const expected = folders.flatMap((folder) =>
    ['atom.xml', 'feed.json', 'rss.xml'].map((name) => folder + name),
  );
  expect(files.filter(isFeed)).toEqual(expected.sort());
});

test('feeds and sitemaps are valid, without e-mail addresses and without what waits for its date', async () => {
  const documents = await Promise.all(
    files
      .filter((file) => isFeed(file) || /^sitemap.*\.xml$/u.test(file))
      .map(async (file) => ({ file, text: await site.read(file) })),
  );
  for (const { file, text } of documents) expect(text, file).not.toMatch(/[\w.]+@[\w.]+\.\w|futur/iu);
  expect((await judgeSchemas(documents)).flatMap(({ failures }) => failures)).toEqual([]);
});

test('a feed has the whole text of a post, fit for readers that know nothing of the site', async () => {
  const { items } = JSON.parse(await site.read('feed.json')) as { items: { content_html: string }[] };
  const html = items[0]?.content_html ?? '';
  expect(html).toContain('>ana (arroba) example.org</a>');
  expect(html).toContain(`<a href="${origin}/temas/">los temas</a>`);
  expect(html).toContain(`<a href="${origin}/articulos/nueva/#`);
  expect(html).toMatch(
    /<img src="https:\/\/prueba\.example\.org\/_img\/[0-9a-f]{40}-720\.jpg" alt="Un mercado"/u,
  );
  expect(html).toContain('<blockquote><p><strong>Dato</strong></p>');
  expect(html).toContain('<a href="https://www.youtube.com/watch?v=aqz-KE-bpKQ">Asamblea</a>');
  expect(html).not.toMatch(
    /<(?:script|iframe|svg|style|source)\b| (?:class|id|style|data-\w+|aria-\w+|srcset)=/u,
  );
  for (const [, name = ''] of html.matchAll(/\/(_img\/[^"\s]+)/gu)) expect(files).toContain(name);
});

test('the sitemap lists exactly the pages that search engines may list, the news sitemap those of these days', async () => {
  const read = async (file: string): Promise<string[]> =>
    [...(await site.read(file)).matchAll(/<loc>(.*?)<\/loc>/gu)].map(([, url = '']) => url);
  const pages = files.filter((file) => file.endsWith('index.html') && !file.startsWith('buscar/'));
  const open = await Promise.all(
    pages.map(async (file) => (await site.read(file)).includes('content="noindex"')),
  );
  const expected = pages
    .filter((_, index) => !open[index])
    .map((file) => `${origin}/${file.slice(0, -'index.html'.length)}`);
  expect((await read('sitemap.xml')).sort()).toEqual(expected.sort());
  expect(await read('sitemap-noticias.xml')).toEqual([`${origin}/articulos/nueva/`]);
  expect(await site.read('robots.txt')).toContain(`Sitemap: ${origin}/sitemap.xml`);
});

test('every page names a share card that is there, a post its own; no other is published', async () => {
  const named = new Set<string>();
  for (const file of files.filter(
    (name) => /(?:^|\/)(?:index|404)\.html$/u.test(name) && !name.startsWith('blog/'),
  )) {
    const [, card = ''] =
      /property="og:image" content="https:\/\/prueba\.example\.org\/([^"]+)"/u.exec(await site.read(file)) ??
      [];
    expect(files, file).toContain(card);
    named.add(card);
  }
  const published = files.filter((file) => file.startsWith('tarjetas/'));
  expect(published).toEqual([...named].sort());
  expect(published).toHaveLength(3);
  for (const file of published) {
    const image = await readFile(path.join(site.output, file));
    const { width, height } = await sharp(image).metadata();
    expect([width, height, image.length < 100_000]).toEqual([1200, 630, true]);
  }
});

test('a post says in its head what it is, in the same words as to people', async () => {
  const html = await site.read('articulos/vieja/index.html');
  const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/su.exec(html) ?? [];
  expect(JSON.parse(json)).toMatchObject({
    '@graph': [
      {
        '@type': 'NewsArticle',
        headline: 'Un artículo',
        author: { url: `${origin}/autores/ana/` },
        correction: [{ text: 'Eran 12.' }],
      },
      { '@type': 'BreadcrumbList' },
    ],
  });
  expect(html).toContain('<meta property="article:modified_time" content="2026-03-06T08:00:00-06:00">');
});
