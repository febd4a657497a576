import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import sharp from 'sharp';
import { createContentRepository, git, type RunningNewsroom, startNewsroom } from '../support/newsroom.ts';
import { toStateDir } from '../../src/server/environment.ts';
import { takePhoto } from '../support/photo.ts';
import { fillPost, openBoard, openDesk, openNewPost, publish, save, sendToReview } from './newsroom.ts';

let newsroom: RunningNewsroom;

test.beforeAll(async () => {
  newsroom = await startNewsroom(await createContentRepository());
});

test.afterAll(async () => {
  await newsroom.stop();
});

const title = 'La comuna publica su presupuesto: ¿qué dice?';
const slug = 'la-comuna-publica-su-presupuesto-que-dice';

test('a post goes from the form of an editor, past a reviewer, to its readers', async ({ browser }) => {
  const { origin, contentRepo } = newsroom;
  const before = await git(contentRepo, 'rev-parse', 'main');

  const editor = await openDesk(browser, origin, 'Ana Editora');
  await openNewPost(editor.page);
  await fillPost(editor.page, {
    title,
    description: 'El presupuesto de este año, explicado en tres cifras.',
    autor: 'Ana Lucía Méndez',
    text: 'Hay 3 < 5 razones {y llaves} para leerlo.',
    photo: { name: 'Foto de la Plaza Ñ.jpg', content: await takePhoto() },
  });
  await editor.page.keyboard.press('Enter');
  await editor.page.getByRole('button', { name: 'Agregar un bloque' }).click();
  await editor.page.getByText('Recuadro', { exact: true }).click();
  await editor.page.getByLabel('Texto', { exact: true }).fill('La cifra cambió en mayo.');
  await save(editor.page);

  const branches = await git(contentRepo, 'branch', '--list', 'cms/*', '--format=%(refname:short)');
  expect(branches).toMatch(new RegExp(`^cms/posts/\\d{4}-\\d\\d-\\d\\d-${slug}$`, 'u'));
  expect(await git(contentRepo, 'rev-parse', 'main')).toBe(before);
  const id = branches.replace('cms/posts/', '');

  const file = await git(contentRepo, 'show', `${branches}:src/content/posts/${id}.mdx`);
  expect(file.split('\n').slice(0, 2)).toEqual(['---', `title: "${title}"`]);
  expect(file).toContain('image: /assets/images/posts/foto-de-la-plaza-n.jpg\n');
  expect(file).toMatch(/\ndate: \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?-06:00\n/u);
  expect(file).toContain('Hay 3 \\< 5 razones \\{y llaves\\} para leerlo.');
  expect(file).toContain('<Callout type="aviso">\n\nLa cifra cambió en mayo.\n\n</Callout>');
  const author = await git(contentRepo, 'log', '-1', '--format=%an <%ae>', branches);
  expect(author).toBe('Ana Editora <ana@users.noreply.localhost>');

  await sendToReview(editor.page);
  await editor.context.close();

  const reviewer = await openDesk(browser, origin, 'Rosa Revisora');
  await openBoard(reviewer.page);
  await reviewer.page.getByRole('link', { name: title }).click();
  await expect(reviewer.page.getByLabel('Título')).toHaveValue(title);
  await publish(reviewer.page);
  await reviewer.context.close();

  await expect
    .poll(async () => (await fetch(`${origin}/articulos/${id}/`)).status, { timeout: 60_000 })
    .toBe(200);

  const reader = await browser.newPage();
  await reader.goto(`${origin}/`);
  await reader.getByRole('link', { name: title }).first().click();
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText(title);
  await expect(reader.getByText('Hay 3 < 5 razones {y llaves} para leerlo.')).toBeVisible();
  await expect(reader.getByText('La cifra cambió en mayo.')).toBeVisible();
  const lead = reader.locator('main img').first();
  await expect(lead).toHaveJSProperty('complete', true);
  expect(await lead.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(300);
  await reader.close();

  // A real merge; the draft's branch is gone; the work tree of the checked out main came along.
  const graph = await git(contentRepo, 'log', '--format=%p|%an|%ae', '-1', 'main');
  expect(graph).toMatch(/^[0-9a-f]+ [0-9a-f]+\|Rosa Revisora\|rosa@users\.noreply\.localhost$/u);
  expect(await git(contentRepo, 'branch', '--list', 'cms/*')).toBe('');
  expect(await git(contentRepo, 'status', '--porcelain')).toBe('');
  expect(await readFile(path.join(contentRepo, `src/content/posts/${id}.mdx`), 'utf8')).toBe(`${file}\n`);
});

test('no published image carries what a camera wrote into it', async () => {
  const site = path.join(toStateDir(newsroom.contentRepo), 'releases/current/site');
  const files = await readdir(site, { recursive: true, withFileTypes: true });
  const images = files.filter((file) => file.isFile() && /\.(?:jpe?g|png|webp|avif|gif)$/u.test(file.name));
  expect(images.length).toBeGreaterThan(0);
  for (const { name, parentPath } of images) {
    const metadata = await sharp(path.join(parentPath, name)).metadata();
    expect(metadata.exif, name).toBeUndefined();
  }
});
