import path from 'node:path';
import { expect, test } from '@playwright/test';
import { saveDraft, signIn } from '../support/github.ts';
import { createContentRepository, git, type RunningNewsroom, startNewsroom } from '../support/newsroom.ts';
import { takePhoto } from '../support/photo.ts';
import { toSamplePost } from '../support/sample-posts.ts';
import {
  fillPost,
  openBoard,
  openDesk,
  openNewPost,
  publish,
  save,
  sendToReview,
  waitUntilLive,
} from './newsroom.ts';

let newsroom: RunningNewsroom;

test.beforeAll(async () => {
  newsroom = await startNewsroom(await createContentRepository());
});

test.afterAll(async () => {
  await newsroom.stop();
});

const branches = (): Promise<string> =>
  git(newsroom.contentRepo, 'branch', '--list', 'cms/*', '--format=%(refname:short)');

const headline = '2026-03-04-como-escribir-un-titular-que-se-entienda';

test('wrong values stop the save, each with a Spanish message beside its field', async ({ browser }) => {
  const { page, context } = await openDesk(browser, newsroom.origin, 'Ana Editora');
  await openNewPost(page);
  await page.getByLabel('Título').fill('x'.repeat(126));
  await page.getByLabel('Correo de contacto').fill('ana en example');
  await page.getByRole('button', { name: 'Guardar' }).click();

  await expect(page.getByText('Título: escribe entre 3 y 125 caracteres, en una sola línea.')).toBeVisible();
  await expect(page.getByText('Correo de contacto: no es una dirección de correo.')).toBeVisible();
  await expect(page.getByText(/Descripción.*(?:es obligatori|falta)/u).first()).toBeVisible();
  await expect(page.getByText('No se guardó. Corrige los campos marcados en rojo.')).toBeVisible();
  expect(await branches()).not.toContain('xxx');
  await context.close();
});

test('an edit of a published post is a draft until a reviewer publishes it', async ({ browser }) => {
  const { origin, contentRepo } = newsroom;
  const main = await git(contentRepo, 'rev-parse', 'main');
  const editor = await openDesk(browser, origin, 'Ana Editora');
  await editor.page.goto(`${origin}/admin/#/collections/posts/entries/${headline}`);
  await editor.page.getByLabel('Descripción').fill('Un titular dice qué pasó, a quién y dónde, sin adornos.');
  await save(editor.page);
  expect(await git(contentRepo, 'rev-parse', 'main')).toBe(main);

  // One value changed, and nothing else in the file did.
  const diff = await git(contentRepo, 'diff', '--numstat', `main...cms/posts/${headline}`);
  expect(diff).toBe(`1\t1\tsrc/content/posts/${headline}.mdx`);
  await sendToReview(editor.page);
  await editor.context.close();

  const reviewer = await openDesk(browser, origin, 'Rosa Revisora');
  await reviewer.page.goto(`${origin}/admin/#/collections/posts/entries/${headline}`);
  await publish(reviewer.page);
  await waitUntilLive(origin, contentRepo);
  const page = await (await fetch(`${origin}/articulos/${headline}/`)).text();
  expect(page).toContain('Un titular dice qué pasó, a quién y dónde, sin adornos.');
  await expect(reviewer.page.getByRole('status').filter({ hasText: 'El sitio está al día' })).toBeVisible();
  await reviewer.context.close();
});

test('two editors have drafts at once; deleting one leaves the other and main as they are', async ({
  browser,
}) => {
  const { origin, contentRepo } = newsroom;
  const main = await git(contentRepo, 'rev-parse', 'main');
  const photo = { name: 'mercado.jpg', content: await takePhoto() };
  const text = {
    description: 'Para probar dos borradores a la vez.',
    autor: 'Redacción',
    text: 'Texto.',
    photo,
  };

  const ana = await openDesk(browser, origin, 'Ana Editora');
  await openNewPost(ana.page);
  await fillPost(ana.page, { title: 'Borrador de Ana', ...text });
  await save(ana.page);

  const beto = await openDesk(browser, origin, 'Beto Editor');
  await openNewPost(beto.page);
  await fillPost(beto.page, { title: 'Borrador de Beto', ...text });
  await save(beto.page);
  expect(await branches()).toMatch(/borrador-de-ana\n(?:.*\n)*.*borrador-de-beto(?:\n|$)/u);

  await openBoard(beto.page);
  await expect(beto.page.getByRole('link', { name: 'Borrador de Ana' })).toBeVisible();
  await expect(beto.page.getByRole('link', { name: 'Borrador de Beto' })).toBeVisible();

  await ana.page.getByRole('button', { name: 'Eliminar borrador' }).click();
  await expect.poll(branches).not.toContain('borrador-de-ana');
  expect(await branches()).toContain('borrador-de-beto');
  expect(await git(contentRepo, 'rev-parse', 'main')).toBe(main);
  await ana.context.close();
  await beto.context.close();
});

test('an editor has no button to publish, and reads why', async ({ browser }) => {
  const { origin, contentRepo } = newsroom;
  const main = await git(contentRepo, 'rev-parse', 'main');
  const { page, context } = await openDesk(browser, origin, 'Beto Editor');
  await page.getByRole('link', { name: 'Lista para antes de enviar a revisión' }).click();
  await page.getByLabel('Título').fill('Lista para antes de enviar');
  await save(page);
  await page.getByRole('button', { name: /^Estado/u }).click();
  await page.getByRole('menuitem', { name: 'Listo' }).click();
  await expect(page.getByRole('region', { name: 'Solicitud de publicación' })).toContainText(
    'Solo una revisora puede publicar.',
  );
  await expect(page.getByRole('button', { name: 'Publicar', exact: true })).toBeHidden();
  expect(await git(contentRepo, 'rev-parse', 'main')).toBe(main);
  await context.close();
});

test('what an editor asks to take down goes from the site when a reviewer has published that', async ({
  browser,
}) => {
  const { origin, contentRepo } = newsroom;
  const id = '2026-06-30-la-descripcion-dos-frases-que-invitan-a-leer';
  const main = await git(contentRepo, 'rev-parse', 'main');

  const editor = await openDesk(browser, origin, 'Ana Editora');
  await editor.page.goto(`${origin}/admin/#/collections/posts/entries/${id}`);
  await editor.page.getByRole('button', { name: 'Eliminar del sitio' }).click();
  await expect(editor.page.getByText('Se pidió retirarlo del sitio').first()).toBeVisible();
  expect(await git(contentRepo, 'rev-parse', 'main')).toBe(main);
  await editor.context.close();

  const reviewer = await openDesk(browser, origin, 'Rosa Revisora');
  await reviewer.page.goto(`${origin}/admin/#/collections/posts/entries/${id}`);
  await publish(reviewer.page, { allowed: false });
  await expect.poll(() => git(contentRepo, 'rev-parse', 'main^1')).toBe(main);
  await waitUntilLive(origin, contentRepo);
  expect((await fetch(`${origin}/articulos/${id}/`)).status).toBe(404);
  await reviewer.context.close();
});

test('the board is worked by keyboard alone', async ({ browser }) => {
  const post = toSamplePost(4242);
  const beto = await signIn(newsroom.origin, 'beto');
  await saveDraft(beto, `cms/posts/${path.basename(post.path, '.mdx')}`, [post]);

  const { page, context } = await openDesk(browser, newsroom.origin, 'Rosa Revisora');
  await page.getByRole('link', { name: 'Flujo de trabajo' }).focus();
  await page.keyboard.press('Enter');
  const card = page.getByRole('link', { name: 'Nota número 04242' });
  await expect(card).toBeVisible();
  for (let presses = 0; presses < 40; presses++) {
    if (await card.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await expect(card).toBeFocused();
  await page.keyboard.press('Enter');
  const status = page.getByRole('button', { name: 'Estado: Borrador' });
  await expect(status).toBeVisible();
  await expect(page.getByLabel('Título')).toHaveValue(/04242/u);
  await status.focus();
  await page.keyboard.press('Enter');
  const review = page.getByRole('menuitem', { name: 'En revisión' });
  await expect(review).toBeVisible();
  await expect(async () => {
    await page.keyboard.press('ArrowDown');
    await expect(review).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Estado: En revisión' })).toBeVisible();
  await context.close();
});

test('the admin works 375 pixels wide, without scrolling sideways', async ({ browser }) => {
  const { origin } = newsroom;
  const draft = toSamplePost(4343);
  await saveDraft(await signIn(origin, 'ana'), `cms/posts/${path.basename(draft.path, '.mdx')}`, [draft]);
  const { page, context } = await openDesk(browser, origin, 'Ana Editora', {
    viewport: { width: 375, height: 720 },
  });
  const isTooWide = (): Promise<boolean> =>
    page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  await expect(page.getByRole('link', { name: /^Nota número 04343/u })).toBeVisible();
  await expect.poll(isTooWide).toBe(false);
  await openBoard(page);
  await expect.poll(isTooWide).toBe(false);
  await page.goto(`${origin}/admin/#/collections/posts/entries/2026-05-12-como-citar-a-tus-fuentes`);
  await page.getByLabel('Título').fill('Cómo citar a tus fuentes, paso a paso');
  await expect.poll(isTooWide).toBe(false);
  await save(page);
  await context.close();
});
