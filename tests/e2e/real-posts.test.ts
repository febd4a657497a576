import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { collections, parseEntry } from '../../content-schema/index.ts';
import { repairValues } from '../../src/copy-desk/index.ts';
import { toWords } from '../../src/copy-desk/words.ts';
import { createContentRepository, git, type RunningNewsroom, startNewsroom } from '../support/newsroom.ts';
import { openDesk, publish, save, waitUntilLive } from './newsroom.ts';

const dataset = fileURLToPath(new URL('../../../shared/dataset/', import.meta.url));

test.skip(!existsSync(dataset), 'The real posts (../shared/dataset) are not here.');

let newsroom: RunningNewsroom;

/**
 * The posts as the first users' older site has them. The newer one, from which the files come, says
 * /src/assets/img/posts/ and /uploads/ for the folder of images, which no post may: that is all that changes. Those with a script in
 * them have to be imported: the build refuses them as they are.
 */
async function addRealPosts(dir: string): Promise<void> {
  const posts = path.join(dir, 'src/content/posts');
  for (const name of await readdir(path.join(dataset, 'posts'))) {
    const source = await readFile(path.join(dataset, 'posts', name), 'utf8');
    if (source.includes('<script')) continue;
    const content = source.replace(
      /(^image: |\]\()\/(?:src\/assets\/img\/posts|uploads)\//gmu,
      '$1/assets/images/posts/',
    );
    await writeFile(path.join(posts, `${path.basename(name, '.md')}.mdx`), content);
  }
  const images = path.join(dir, 'src/assets/images/posts');
  await mkdir(images, { recursive: true });
  await cp(path.join(dataset, 'images/src/assets/img/posts'), images, { recursive: true });
}

test.beforeAll(async () => {
  newsroom = await startNewsroom(await createContentRepository(addRealPosts));
});

test.afterAll(async () => {
  await newsroom.stop();
});

test('a real post is repaired, completed and published, and loses not a word', async ({ browser }) => {
  const { origin, contentRepo } = newsroom;
  const id =
    '2026-02-12-innovar-con-datos-abiertos-una-oportunidad-para-las-organizaciones-de-sociedad-civil';
  const file = `src/content/posts/${id}.mdx`;
  const before = parseEntry(
    collections.posts,
    await readFile(path.join(contentRepo, file), 'utf8'),
    file,
  ).values;

  const { page, context } = await openDesk(browser, origin, 'Rosa Revisora');
  await page.getByRole('link', { name: /^Innovar con datos abiertos/u }).click();
  await expect(page.getByLabel('Autor')).toHaveValue('Red Ciudadana');
  await page.getByLabel('Descripción').fill('Fondo de mini-grants para organizaciones de Centroamérica.');
  await page.getByRole('button', { name: 'Guardar' }).click();
  const review = page.getByRole('region', { name: 'Revisión del texto' });
  await expect(review).toContainText('2 errores');
  // The cover, and the image in the text.
  await page.getByLabel('Texto alternativo').first().fill('El cartel de la convocatoria.');
  await page.getByLabel('Texto alternativo').last().fill('El mismo cartel.');
  await save(page);
  await publish(page);
  await context.close();
  await waitUntilLive(origin, contentRepo);

  const saved = await git(contentRepo, 'show', `main:${file}`);
  const after = parseEntry(collections.posts, `${saved}\n`, file).values;
  const site = { url: origin, timeZone: 'America/Guatemala', now: new Date() };
  const repaired = repairValues(collections.posts, before, file, site).values;
  expect(toWords(String(after['body']))).toEqual(toWords(String(repaired['body'])));
  expect({ ...after, body: undefined }).toEqual({
    ...repaired,
    description: 'Fondo de mini-grants para organizaciones de Centroamérica.',
    imageAlt: 'El cartel de la convocatoria.',
    body: undefined,
  });
  const html = await (await fetch(`${origin}/articulos/${id}/`)).text();
  expect(html).toContain('Prototipos innovadores');
  expect(html).not.toContain('StartFragment');
});

test('the newest of them come first in the list of the admin', async ({ browser }) => {
  const { page, context } = await openDesk(browser, newsroom.origin, 'Ana Editora');
  const entries = page.getByRole('main').getByRole('listitem');
  await expect(entries.nth(0)).toContainText('Lista para antes de enviar a revisión');
  await expect(entries.nth(1)).toContainText('Cómo proteger los datos de las personas');
  await context.close();
});
