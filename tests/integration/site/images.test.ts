import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { chromium } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chromiumArguments, findChromium } from '../../../src/audit/chromium.ts';
import { serveSite } from '../../../src/audit/serve.ts';
import { createSite, readBlobShas, type TestSite, toPost } from './site.ts';

const posts = 'src/content/posts';
const images = 'src/assets/images/posts';

/** What a camera writes into its files, in every place where a format has room for words. */
const secret = 'TelefonoDeAna';
const exif = {
  IFD0: { Make: secret, Copyright: 'Ana' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '14/1 38/1 0/1',
    GPSLongitudeRef: 'W',
    GPSLongitude: '90/1 30/1 0/1',
  },
};
const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="14,38N" exif:UserComment="${secret}"/></rdf:RDF></x:xmpmeta>`;

const create = (background: string): Sharp =>
  sharp({ create: { width: 900, height: 600, channels: 3, background } });

const tag = (image: Sharp): Sharp => image.withExif(exif).withXmp(xmp);

/** PNG with a text chunk after its head (PNG 11.3.3.2). */
function addText(png: Buffer): Buffer {
  const chunk = Buffer.from(`tEXtComment\0${secret}`, 'latin1');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(chunk.length - 4);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(chunk));
  return Buffer.concat([png.subarray(0, 33), length, chunk, sum, png.subarray(33)]);
}

/** GIF with a comment before its end (GIF89a 24). */
const addComment = (gif: Buffer): Buffer =>
  Buffer.concat([
    gif.subarray(0, -1),
    Buffer.from([0x21, 0xfe, secret.length]),
    Buffer.from(`${secret}\0;`, 'latin1'),
  ]);

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><title>${secret}</title><script>alert(1)</script><rect width="90" height="60" fill="#369" onclick="alert(2)"/></svg>`;

const toAnimation = (): Promise<Buffer> => {
  const frames = Buffer.concat([Buffer.alloc(16 * 16 * 3, 255), Buffer.alloc(16 * 16 * 3, 0)]);
  return sharp(frames, { raw: { width: 16, height: 32, channels: 3, pageHeight: 16 } })
    .gif({ delay: [100, 300] })
    .toBuffer();
};

let site: TestSite;
let originals: Record<string, Buffer>;
let html: string;

beforeAll(async () => {
  site = await createSite();
  originals = {
    'foto.jpg': await tag(create('#369')).jpeg().toBuffer(),
    'foto.png': addText(await tag(create('#a33')).png().toBuffer()),
    'foto.webp': await tag(create('#3a3')).webp().toBuffer(),
    'foto.avif': await tag(create('#963')).avif({ effort: 0 }).toBuffer(),
    'foto.gif': addComment(await toAnimation()),
    'dibujo.svg': Buffer.from(drawing),
    'nadie-la-usa.jpg': await create('#639').jpeg().toBuffer(),
  };
  const names = ['foto.png', 'foto.webp', 'foto.avif', 'dibujo.svg'];
  const body = [
    ...names.map((name) => `![Una imagen](/assets/images/posts/${name})`),
    '<Figure image="/assets/images/posts/foto.gif" alt="Se mueve" />',
    '[grande](/assets/images/posts/foto.jpg) y [vectores](/assets/images/posts/dibujo.svg)',
    '![Un mercado](/assets/images/posts/falta.jpg)',
    '![](/assets/images/posts/falta.jpg)',
    '![Mapa](https://www.example.org/mapa.png)',
    '[![](https://example.org/a.png)](https://example.com/b)',
  ].join('\n\n');
  await site.commit({
    ...Object.fromEntries(Object.entries(originals).map(([name, content]) => [`${images}/${name}`, content])),
    [`${posts}/uno.mdx`]: toPost({ imageFocus: 'arriba' }, body),
    [`${posts}/dos.mdx`]: toPost({
      image: 'https://example.org/portada.jpg',
      date: '2026-01-01T12:00:00-06:00',
    }),
  });
  await site.build();
  html = await site.read('articulos/uno/index.html');
});

afterAll(() => site.remove());

test('the originals of this test tell of the camera', () => {
  for (const [name, content] of Object.entries(originals)) {
    expect(content.includes(secret), name).toBe(name !== 'nadie-la-usa.jpg');
  }
});

test('no published file tells of the camera or the place, and none is an original', async () => {
  const shas = await readBlobShas(site);
  const files = await site.list();
  for (const file of files) {
    const content = await readFile(path.join(site.output, file));
    expect(content.includes(secret), file).toBe(false);
    if (!/\.(?:avif|webp|jpe?g|png|gif)$/u.test(file)) continue;
    const { exif, xmp, iptc, comments, orientation = 1 } = await sharp(content).metadata();
    const told = { exif, xmp, iptc, comments, orientation };
    expect(told, file).toEqual({ orientation: 1 });
  }
  const published = files.filter((file) => file.startsWith('_img/'));
  expect(published.length).toBeGreaterThan(20);
  for (const name of published) {
    expect(name).toMatch(/^_img\/[0-9a-f]{40}-[0-9]+\.(?:avif|webp|jpg|anim\.webp)$/u);
    expect(shas).not.toContain(name.slice('_img/'.length, '_img/'.length + 40));
  }
});

test('exactly the sizes that pages name are published', async () => {
  const files = await site.list();
  const named = new Set<string>();
  for (const file of files.filter((name) => /\.(?:html|xml|json)$/u.test(name))) {
    const text = await site.read(file);
    for (const [, name = ''] of text.matchAll(/\/(_img\/[\w.-]+)/gu)) named.add(name);
  }
  expect(files.filter((file) => file.startsWith('_img/'))).toEqual([...named].sort());
});

test('the cover loads first, every other picture when it comes into view; all have their size', () => {
  const [first = '', ...others] = html.match(/<img[^>]*>/gu) ?? [];
  expect(first).toMatch(/ fetchpriority="high"/u);
  expect(first).not.toMatch(/ loading="lazy"/u);
  expect(others.length).toBeGreaterThan(4);
  for (const image of others) expect(image).toMatch(/ loading="lazy"/u);
  for (const image of [first, ...others]) expect(image).toMatch(/ width="\d+" height="\d+"/u);
  expect(html).not.toMatch(/ style="/u);
});

test('the colours of a picture stand there until it is loaded; nothing stands behind what shows through', () => {
  expect(html).toMatch(/<img src="\/_img\/[^>]+-720\.jpg"[^>]* data-c="#369,#369,#369"/u);
  const placeholders = html.match(/ data-c="[^"]*"/gu) ?? [];
  for (const placeholder of placeholders) expect(placeholder.length).toBeLessThanOrEqual(40);
});

test('where it is cropped, what counts of a picture is seen', async () => {
  expect(await site.read('index.html')).toMatch(/<img class="focus-arriba" src=/u);
});

test('an animation stands still until it is played', () => {
  expect(html).toMatch(
    /<details class="play">\s*<summary>Ver la animación<\/summary>\s*<img src="\/_img\/[0-9a-f]{40}-16\.anim\.webp" alt="Se mueve" width="16" height="16" loading="lazy">\s*<\/details>\s*<picture>/u,
  );
});

test('in a browser: colours until a picture is there, and an animation is fetched when it is opened', async () => {
  const server = await serveSite(site.output);
  const browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumArguments });
  try {
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(new URL('/articulos/uno/', server.origin).href);
    const still = page.locator('.play + picture');
    await still.scrollIntoViewIfNeeded();
    await still.locator('img').evaluate((image: HTMLImageElement) => image.decode());
    const background = await page
      .locator('picture img')
      .first()
      .evaluate((image) => getComputedStyle(image).backgroundImage);
    expect(background).toBe('linear-gradient(rgb(51, 102, 153), rgb(51, 102, 153), rgb(51, 102, 153))');

    expect(asked.filter((url) => url.includes('.anim.'))).toEqual([]);
    const fetched = page.waitForRequest(/\.anim\.webp$/u);
    await page.getByText('Ver la animación').press('Enter');
    await fetched;
    expect(await still.isVisible()).toBe(false);
  } finally {
    await browser.close();
    await server.close();
  }
});

test('what is missing leaves no broken picture: its text stands there', () => {
  expect(html).toContain('<span class="missing-image">Un mercado</span>');
});

test('images of other sites are links that name the site', async () => {
  expect(html).not.toMatch(/src="https?:/u);
  expect(html).toContain('>Mapa · Ver imagen en example.org</a>');
  expect(html).toContain('>Abrir en example.com</a>');
  expect(await site.read('articulos/dos/index.html')).not.toMatch(/<img|<picture|src="https?:/u);
});
