import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createSite, settings, type TestSite, toPost } from './site.ts';

const posts = 'src/content/posts';
const images = 'src/assets/images/posts';

let site: TestSite;

beforeAll(async () => {
  site = await createSite();
});

afterEach(() => site.clear());

afterAll(() => site.remove());

/** A photo as a phone makes it, with the place where it was taken. */
const toPhoto = (background: string): Promise<Buffer> =>
  sharp({ create: { width: 900, height: 600, channels: 3, background } })
    .withExif({
      IFD0: { Make: 'TelefonoDeAna', Copyright: 'Ana' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '14/1 38/1 0/1',
        GPSLongitudeRef: 'W',
        GPSLongitude: '90/1 30/1 0/1',
      },
    })
    .jpeg()
    .toBuffer();

describe('a build whose content has errors', () => {
  test('names every file, line, field and remedy, and reports them as data', async () => {
    await site.commit({
      [`${posts}/uno.mdx`]: toPost({ title: 'x', descripcion: 'x' }),
      [`${posts}/dos.mdx`]: toPost({}, 'Hola.\n\n<Callout type="peligro">\n\nTexto.\n\n</Callout>'),
      'src/content/authors/ana.mdx': '---\nrole: Editora\n---\n',
    });
    const output = await site.build().then(
      () => '',
      (error: unknown) => String(error),
    );
    expect(output).toMatch(
      /src\/content\/posts\/uno\.mdx:2:8: Título \(«title»\): escribe entre 3 y 125 caracteres/u,
    );
    expect(output).toMatch(
      /src\/content\/posts\/uno\.mdx:7:\d+: La clave «descripcion» no existe\. ¿Querías escribir «description»\?/u,
    );
    expect(output).toMatch(/src\/content\/posts\/dos\.mdx:10:1: Bloque «Recuadro»: /u);
    expect(output).toMatch(/src\/content\/authors\/ana\.mdx:\d+:\d+: Nombre \(«name»\)/u);
    const { findings } = JSON.parse(await readFile(site.report, 'utf8')) as {
      findings: { field?: string }[];
    };
    expect(findings.map(({ field }) => field).sort()).toEqual(['body', 'descripcion', 'name', 'title']);
  });
});

test('components become blocks that load nothing', async () => {
  const body = [
    '<Figure image="/assets/images/posts/foto.jpg" alt="Un mercado" caption="El mercado." credit="Ana" />',
    '<Callout type="aviso">\n\nCuidado con **esto**.\n\n</Callout>',
    '<Callout type="cita">\n\nUna cita.\n\n</Callout>',
    '<Video url="https://www.youtube.com/watch?v=1" title="Asamblea" />',
    '<Embed url="https://docs.google.com/forms/d/1" title="Inscripción" />',
    '<Download file="/assets/images/posts/informe final.pdf" label="Informe" />',
  ].join('\n\n');
  await site.commit({
    [`${images}/foto.jpg`]: await toPhoto('#369'),
    [`${images}/informe final.pdf`]: '%PDF-1.4',
    [`${posts}/uno.mdx`]: toPost({}, body),
  });
  await site.build();
  const html = await site.read('articulos/uno/index.html');
  expect(html).not.toMatch(
    /<(?:video|embed|object)\b|<iframe\b[^>]* src=|<script\b(?! type="application\/ld\+json")/u,
  );
  expect(html).toMatch(
    /<iframe class="wide" title="Asamblea" srcdoc="[^"]*youtube-nocookie\.com[^"]*" sandbox=/u,
  );
  expect(html).toContain('frame-src https://www.youtube-nocookie.com;');
  expect(html).toMatch(
    /<figure class="figure"><picture>.*alt="Un mercado".*<figcaption>El mercado\. <span/su,
  );
  expect(html).toMatch(
    /<div class="callout aviso" role="note" aria-label="Aviso">.*<strong>esto<\/strong>/su,
  );
  expect(html).toContain('Ver en YouTube');
  expect(html).toContain('Se abre en docs.google.com');
  const [, href = ''] = /<a class="link-card" href="(\/_files\/[^"]+)" download/u.exec(html) ?? [];
  const file = decodeURIComponent(href.slice(1));
  expect(await site.read(file)).toBe('%PDF-1.4');
  await site.build();
  expect(await site.list()).toContain(file);
});

test('posts of the future, contact addresses and reserved paths are not published', async () => {
  await site.commit({
    [`${posts}/hoy.mdx`]: toPost({
      correo: 'ana@example.org',
      aliases: '["/blog/vieja", "/admin/", "/../fuera"]',
    }),
    [`${posts}/futura.mdx`]: toPost({
      title: 'Del futuro',
      date: '2999-01-01T00:00:00Z',
      aliases: '["/blog/porvenir"]',
      tags: '["Porvenir"]',
      corrections: '[{ date: "2026-03-06T08:00:00-06:00", text: "Porvenir." }]',
    }),
    'src/content/pages/admin.mdx': '---\ntitle: Falsa\ndescription: No debe salir.\n---\n',
  });
  await site.build();
  const files = await site.list();
  expect(files.filter((file) => file.endsWith('.html'))).toEqual([
    '404.html',
    'archivo/2026/03/index.html',
    'archivo/2026/index.html',
    'archivo/index.html',
    'articulos/hoy/index.html',
    'articulos/index.html',
    'autores/index.html',
    'blog/vieja/index.html',
    'buscar/index.html',
    'correcciones/index.html',
    'index.html',
    'temas/index.html',
  ]);
  expect(await site.read('blog/vieja/index.html')).toContain('content="0; url=/articulos/hoy/"');
  expect(files.filter((file) => /futur|porven/iu.test(file))).toEqual([]);
  for (const file of files) {
    expect(await site.read(file), file).not.toMatch(/ana@example|Del futuro|futura|porven|Falsa/iu);
  }
});

test('a second build follows what changed: entries, images behind a name, settings, deletions', async () => {
  await site.commit({
    [`${images}/foto.jpg`]: await toPhoto('#369'),
    [`${posts}/uno.mdx`]: toPost({ title: 'Primero' }),
    [`${posts}/dos.mdx`]: toPost({ title: 'Segundo', image: 'https://example.org/x.jpg' }),
    'src/content/authors/ana.mdx': '---\nname: Ana López\n---\nHola.\n',
  });
  await site.build();
  const before = await site.read('articulos/uno/index.html');

  await site.commit({ [`${images}/foto.jpg`]: await toPhoto('#a33') });
  await site.build();
  const after = await site.read('articulos/uno/index.html');
  expect(after).not.toBe(before);
  const files = await site.list();
  for (const [, name = ''] of after.matchAll(/\/(_img\/[^"\s]+)/gu)) expect(files).toContain(name);
  for (const [, name = ''] of before.matchAll(/\/(_img\/[^"\s]+)/gu)) expect(files).not.toContain(name);

  await site.commit({
    [`${posts}/dos.mdx`]: undefined,
    'src/content/authors/ana.mdx': '---\nname: Ana Pérez\n---\n',
  });
  await site.build();
  expect(await site.list()).not.toContain('articulos/dos/index.html');
  expect(await site.read('index.html')).not.toContain('Segundo');
  expect(await site.read('articulos/uno/index.html')).not.toContain('/autores/ana/');

  await site.commit({ 'src/content/site.yml': settings.replace('name: Prueba', 'name: Otro nombre') });
  await site.build();
  expect(await site.read('articulos/uno/index.html')).toContain('Otro nombre');
});

test('a repository with nothing but settings builds', async () => {
  await site.build();
  expect(await site.read('index.html')).toContain('Todavía no hay artículos.');
  const config: unknown = JSON.parse(await site.read('admin/config.json'));
  expect(config).toMatchObject({
    siteName: 'Prueba',
    siteUrl: 'https://prueba.example.org',
    backend: { name: 'github' },
  });
});
