import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { publishUploads, type PublishResult } from '../../../src/images/publish-uploads.ts';
import { VariantCache } from '../../../src/images/variant-cache.ts';

const photo = '1'.repeat(40);
const broken = '2'.repeat(40);
const document = '3'.repeat(40);
const secret = '4'.repeat(40);

let root: string;
let output: string;
let blobs: Map<string, Buffer>;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'gaceta-uploads-'));
  output = path.join(root, 'output');
  await mkdir(output);
  const jpeg = await sharp({ create: { width: 800, height: 400, channels: 3, background: '#369' } })
    .jpeg()
    .toBuffer();
  blobs = new Map([
    [photo, jpeg],
    [broken, Buffer.from('x')],
    [document, Buffer.from('%PDF')],
    [secret, Buffer.from('secreto')],
  ]);
});

afterEach(() => rm(root, { recursive: true }));

async function publish(html: string): Promise<PublishResult> {
  const page = path.join(output, 'index.html');
  await writeFile(page, html);
  return publishUploads({
    output,
    texts: [page],
    uploads: new Set([photo, broken, document]),
    originals: { readBlob: (sha) => Promise.resolve(blobs.get(sha) ?? Buffer.alloc(0)) },
    cache: new VariantCache(path.join(root, 'cache')),
  });
}

const listFiles = async (folder: string): Promise<string[]> => {
  const entries = await readdir(path.join(output, folder), { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();
};

test('makes what pages name and removes what they no longer name', async () => {
  expect(await publish(`/_img/${photo}-360.avif /_img/${photo}-720.jpg`)).toMatchObject({
    added: 2,
    removed: 0,
  });
  expect(await listFiles('_img')).toEqual([`${photo}-360.avif`, `${photo}-720.jpg`]);
  expect(await publish(`/_img/${photo}-720.jpg`)).toMatchObject({ added: 0, removed: 1 });
  expect(await listFiles('_img')).toEqual([`${photo}-720.jpg`]);
});

test('makes an image once: the next build takes it from the cache', async () => {
  await publish(`/_img/${photo}-360.avif`);
  await rm(path.join(output, '_img'), { recursive: true });
  blobs.delete(photo);
  expect(await publish(`/_img/${photo}-360.avif`)).toMatchObject({ added: 1, failed: [] });
});

test('an image of a site that an older program built is made again', async () => {
  await publish(`/_img/${photo}-360.avif`);
  const file = path.join(output, '_img', `${photo}-360.avif`);
  await writeFile(file, 'old');
  expect(await publish(`/_img/${photo}-360.avif`)).toMatchObject({ added: 0 });
  await rm(path.join(root, 'cache'), { recursive: true });
  expect(await publish(`/_img/${photo}-360.avif`)).toMatchObject({ added: 1 });
  expect((await sharp(file).metadata()).width).toBe(360);
});

test('the cache forgets what no site has asked for in a long time, and what older programs made', async () => {
  await publish(`/_img/${photo}-360.avif /_img/${photo}-720.jpg`);
  const folder = path.join(root, 'cache');
  const [version = ''] = await readdir(folder);
  await mkdir(path.join(folder, 'images-0'));
  const old = new Date(Date.now() - 61 * 24 * 60 * 60 * 1000);
  for (const name of await readdir(path.join(folder, version))) {
    await utimes(path.join(folder, version, name), old, old);
  }
  const cache = new VariantCache(folder);
  expect(await cache.has(`${photo}-720.jpg`)).toBe(true);
  await cache.forget();
  expect(await readdir(folder)).toEqual([version]);
  expect(await readdir(path.join(folder, version))).toEqual([`${photo}-720.jpg`]);
});

test('a page may name what cannot be made: the others are published', async () => {
  const result = await publish(`/_img/${broken}-360.avif /_img/${photo}-360.avif`);
  expect(result).toMatchObject({ added: 1, failed: [{ name: `_img/${broken}-360.avif` }] });
});

test('copies documents under their name', async () => {
  await publish(`<a href="/_files/${document}/Informe%20%C3%BAltimo.pdf">`);
  expect(await readFile(path.join(output, '_files', document, 'Informe último.pdf'), 'utf8')).toBe('%PDF');
});

test('publishes nothing that is no upload, and nothing outside its folder', async () => {
  await publish(
    [
      `/_files/${secret}/x.txt`,
      `/_img/${secret}-360.jpg`,
      `/_files/${document}/..%2F..%2Fx.pdf`,
      `/_files/${document}/..`,
    ].join(' '),
  );
  expect(await listFiles('_files')).toEqual([]);
  expect(await listFiles('_img')).toEqual([]);
  expect(await readdir(output)).toEqual(['_files', '_img', 'index.html']);
});
