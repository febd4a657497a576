import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import sharp from 'sharp';
import { collections, parseEntry, type Values } from '../../content-schema/index.ts';
import {
  createContentRepository,
  git,
  readBlob,
  type RunningNewsroom,
  startNewsroom,
} from '../support/newsroom.ts';
import { takePhoto, takeRotatedPhoto } from '../support/photo.ts';
import { fillPost, openDesk, openNewPost, save } from './newsroom.ts';

let newsroom: RunningNewsroom;

test.beforeAll(async () => {
  newsroom = await startNewsroom(await createContentRepository());
});

test.afterAll(async () => {
  await newsroom.stop();
});

/** The post of the only draft whose file name contains `slug`, as it is stored. */
async function readDraft(slug: string): Promise<{ branch: string; source: string; values: Values }> {
  const { contentRepo } = newsroom;
  const branch = await git(
    contentRepo,
    'branch',
    '--list',
    `cms/posts/*${slug}`,
    '--format=%(refname:short)',
  );
  const file = `src/content/posts/${branch.replace('cms/posts/', '')}.mdx`;
  const source = `${await git(contentRepo, 'show', `${branch}:${file}`)}\n`;
  return { branch, source, values: parseEntry(collections.posts, source, file).values };
}

const text = (page: Page): Locator => page.locator('[data-slate-editor]');
const note = (page: Page): Locator => page.locator('.gaceta-note');
const panel = (page: Page): Locator => page.getByRole('region', { name: 'Revisión del texto' });

/** Copies HTML as another program does, and pastes it where the cursor is. */
async function paste(page: Page, html: string, plain = 'Texto sin formato.'): Promise<void> {
  await page.evaluate(
    async ([htmlText = '', plainText = '']) => {
      const toBlob = (content: string, type: string): Blob => new Blob([content], { type });
      await navigator.clipboard.write([
        new ClipboardItem({
          ...(htmlText === '' ? {} : { 'text/html': toBlob(htmlText, 'text/html') }),
          'text/plain': toBlob(plainText, 'text/plain'),
        }),
      ]);
    },
    [html, plain],
  );
  await page.keyboard.press('ControlOrMeta+V');
}

const readClipboard = (name: string): Promise<string> =>
  readFile(new URL(`../fixtures/clipboard/${name}.html`, import.meta.url), 'utf8');

/** What the five fixtures become, in part: headings, bold, links, lists, a quotation, a table. */
const expectedLines = [
  '## Acta de la asamblea',
  'El comité de agua se reunió el martes en la **escuela central** y acordó lo siguiente, según el [acta firmada](https://www.example.org/acta).',
  '- Publicar el gasto cada mes.',
  '1. Escribe qué documento buscas.',
  '- Se descarga sin registro.',
  '## El concejo publica sus contratos',
  '> «Nada queda fuera», afirmó la alcaldesa.',
  '| 2025 | 1,204     |',
];

test('what is pasted from other programs is stored as clean Markdown', async ({ browser }) => {
  const { page, context } = await openDesk(browser, newsroom.origin, 'Ana Editora');
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: newsroom.origin });
  await openNewPost(page);
  await fillPost(page, {
    title: 'Una nota pegada',
    description: 'De otros programas al texto.',
    autor: 'Redacción',
    text: '',
    photo: { name: 'colina.jpg', content: await takePhoto() },
  });
  for (const name of ['word', 'google-docs', 'linkedin', 'web-page', 'whatsapp']) {
    await text(page).focus();
    await page.keyboard.press('ControlOrMeta+End');
    if (name !== 'word') await page.keyboard.press('Enter');
    if (name !== 'word') await page.keyboard.press('Enter');
    await paste(page, await readClipboard(name));
    await expect(note(page)).toContainText('Se limpió lo que pegaste');
    if (name === 'linkedin') await expect(note(page)).toContainText('se agrega a «Etiquetas»');
  }

  // Undone, the words of the last one are as they came.
  await expect(text(page)).toContainText('Nos vemos a las nueve');
  await note(page).getByRole('button', { name: 'Deshacer' }).click();
  await expect(note(page)).toContainText('El texto quedó como venía');
  await expect(text(page)).toContainText('Texto sin formato.');
  await expect(text(page)).not.toContainText('Nos vemos a las nueve');

  const title = page.getByLabel('Título').first();
  await title.fill('');
  await paste(page, '', 'Una\u00A0nota\u200B pegada');
  await expect(title).toHaveValue('Una nota pegada');
  await save(page);
  await expect(title).toHaveValue('Una nota pegada');
  const { source, values } = await readDraft('pegada');
  expect(values['title']).toBe('Una nota pegada');
  expect(values['tags']).toEqual(['Datos abiertos', 'Presupuesto']);
  const body = String(values['body']);
  for (const line of expectedLines) expect(body.split('\n')).toContain(line);
  expect(source).not.toMatch(/utm_|hashtag|StartFragment|style=|<span|MsoNormal|✅|\u00A0|\u200B/u);
  expect(source).toMatch(/\nTexto sin formato\.\n$/u);
  await context.close();
});

test('an error stops the save beside its field, a warning is listed and does not', async ({ browser }) => {
  const { page, context } = await openDesk(browser, newsroom.origin, 'Ana Editora');
  await openNewPost(page);
  await fillPost(page, {
    title: 'Una nota con avisos',
    description: 'Una nota con avisos',
    autor: 'Redacción',
    text: 'Un párrafo.',
    photo: { name: 'colina.jpg', content: await takePhoto() },
  });
  await page.getByLabel('Texto alternativo').fill('');
  await page.getByRole('button', { name: 'Guardar' }).click();

  const message = 'La imagen de portada no tiene texto alternativo.';
  await expect(page.getByText('No se guardó. Hay 1 error que corregir.')).toBeVisible();
  await expect(page.locator('li', { hasText: message }).first()).toBeVisible();
  await expect(panel(page)).toContainText('1 error');
  await expect(panel(page)).toContainText(message);
  expect(await git(newsroom.contentRepo, 'branch', '--list', 'cms/*avisos')).toBe('');

  const { violations } = await new AxeBuilder({ page }).include('.gaceta-dock').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  // From the panel to the field; what is written there takes the mark away.
  await panel(page).getByRole('button', { name: message }).click();
  const alt = page.getByLabel('Texto alternativo');
  await expect(alt).toBeFocused();
  await page.keyboard.type('Una colina verde.');
  await save(page);
  await expect(panel(page)).not.toContainText(message);
  await expect(panel(page)).toContainText('1 aviso');
  const { values } = await readDraft('avisos');
  expect(values['imageAlt']).toBe('Una colina verde.');
  await context.close();
});

/** A photo of the real posts in a format that no browser but one shows. */
async function findHeic(): Promise<Buffer | undefined> {
  const dir = fileURLToPath(new URL('../../../shared/dataset/images/', import.meta.url));
  if (!existsSync(dir)) return undefined;
  const name = (await readdir(dir, { recursive: true })).find((file) => /\.heic$/iu.test(file));
  return name === undefined ? undefined : readFile(path.join(dir, name));
}

test('uploads are prepared in the browser, and refused with a reason', async ({ browser }) => {
  const { page, context } = await openDesk(browser, newsroom.origin, 'Beto Editor');
  await openNewPost(page);
  await fillPost(page, {
    title: 'Una nota con fotos',
    description: 'De la foto al repositorio.',
    autor: 'Redacción',
    text: 'Un párrafo.',
    photo: { name: 'Foto de la Plaza Ñ (1).JPG', content: await takeRotatedPhoto() },
  });
  await page.getByRole('button', { name: 'Elegir otra imagen' }).click();
  const library = page.getByRole('dialog');
  const upload = (name: string, content: Buffer | string): Promise<void> =>
    library
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'image/png', buffer: Buffer.from(content) });
  const svg = (inner: string): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inner}</svg>`;

  await upload('malo.svg', svg('<script>window.sentinel = true</script>'));
  await expect(page.getByRole('alert').filter({ hasText: 'No se subió «malo.svg»' })).toContainText(
    '<script>',
  );
  await upload('informe.png', 'Esto no es una imagen.');
  await expect(page.getByRole('alert').filter({ hasText: 'informe.png' })).toContainText('No es una imagen');
  await upload('cortada.jpg', (await takePhoto()).subarray(0, 3000));
  await expect(page.getByRole('alert').filter({ hasText: 'cortada.jpg' })).toContainText('dañada');
  await expect(library.getByText('malo')).toBeHidden();
  await upload('Dibujo limpio.svg', svg('<rect width="9" height="9"/>'));
  await expect(library.getByText('dibujo-limpio.svg')).toBeVisible();
  const heic = await findHeic();
  if (heic === undefined) {
    test
      .info()
      .annotations.push({ type: 'skipped', description: 'No HEIC photo: ../shared/dataset is not here.' });
  } else {
    await upload('IMG 1260.HEIC', heic);
    await expect(library.getByText('img-1260.jpg')).toBeVisible({ timeout: 60_000 });
  }
  await page.keyboard.press('Escape');
  await expect(library).toBeHidden();
  await save(page);

  const { branch, values } = await readDraft('fotos');
  expect(values['image']).toBe('/assets/images/posts/foto-de-la-plaza-n-1.jpg');
  const stored = await readBlob(newsroom.contentRepo, `${branch}:src${String(values['image'])}`);
  const { width, height, exif, orientation, format } = await sharp(stored).metadata();
  expect({ width, height, exif, orientation, format }).toEqual({
    width: 1707,
    height: 2560,
    exif: undefined,
    orientation: undefined,
    format: 'jpeg',
  });
  if (heic !== undefined) {
    const photo = await readBlob(newsroom.contentRepo, `${branch}:src/assets/images/posts/img-1260.jpg`);
    const converted = await sharp(photo).metadata();
    expect(converted.format).toBe('jpeg');
    expect(Math.max(converted.width, converted.height)).toBeLessThanOrEqual(2560);
    expect(converted.exif).toBeUndefined();
  }
  // Upright: the sky is above.
  const { data } = await sharp(stored)
    .resize(1, 2, { fit: 'fill' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(data[2]).toBeGreaterThan(data[5] ?? 255);
  await context.close();
});
