import { type Browser, expect, type Page, test } from '@playwright/test';
import { git, createContentRepository, type RunningNewsroom, startNewsroom } from '../support/newsroom.ts';
import { takePhoto } from '../support/photo.ts';
import { fillPost, openDesk, openNewPost, save, sendToReview, waitUntilLive } from './newsroom.ts';

let newsroom: RunningNewsroom;

test.beforeAll(async () => {
  newsroom = await startNewsroom(await createContentRepository(), { GACETA_APPROVALS: '1' });
});

test.afterAll(async () => {
  await newsroom.stop();
});

const title = 'El puente abre en mayo';
const wrong = 'El puente costó tres millones.';
const right = 'El puente costó trece millones.';

/** Opens the first change that waits for Rosa. */
async function openRevision(browser: Browser): Promise<Page> {
  const { page } = await openDesk(browser, newsroom.origin, 'Rosa Revisora');
  await page.goto(`${newsroom.origin}/revision/`);
  await expect(page.getByRole('heading', { name: 'Lo que te espera' })).toBeVisible();
  return page;
}

/** Approves what is open in /revision, and publishes it. */
async function approveAndPublish(page: Page): Promise<void> {
  const bar = page.getByRole('complementary', { name: 'Qué hacer' });
  await bar.getByRole('button', { name: 'Aprobar' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Enviar' }).click();
  await bar.getByRole('button', { name: 'Publicar' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publicar ahora' }).click();
  await expect(page.getByText('Esto ya se publicó.')).toBeVisible();
}

/** Replaces a word of the text in the form. */
async function replaceText(page: Page, old: string, now: string): Promise<void> {
  const paragraph = page.locator('[data-slate-editor] p', { hasText: old }).first();
  await paragraph.click({ clickCount: 3 });
  await page.keyboard.type(now);
}

test('a text is seen as a page while it is written, commented on by paragraph, mended, approved, published, corrected, and its history is public', async ({
  browser,
}) => {
  const { origin, contentRepo } = newsroom;
  const { page: editor } = await openDesk(browser, origin, 'Ana Editora');
  await openNewPost(editor);
  await fillPost(editor, {
    title,
    description: 'Lo que falta para cruzarlo.',
    autor: 'Redacción',
    text: wrong,
    photo: { name: 'puente.jpg', content: await takePhoto() },
  });
  const beside = editor.getByTitle('La página como la verán los lectores').first().contentFrame();
  await expect(beside.locator('article')).toContainText(wrong);
  await save(editor);
  await sendToReview(editor);

  const reviewer = await openRevision(browser);
  await reviewer.getByRole('link', { name: new RegExp(title, 'u') }).click();
  await expect(
    reviewer
      .getByTitle(new RegExp(`^Página «${title}»`, 'u'))
      .first()
      .contentFrame()
      .locator('article'),
  ).toContainText(wrong);
  await reviewer.getByRole('navigation', { name: 'Vistas' }).getByRole('link', { name: 'Texto' }).click();
  await expect(reviewer.getByText(wrong).first()).toBeVisible();
  await reviewer
    .getByRole('button', { name: /^Comentar este párrafo/u })
    .first()
    .click();
  await reviewer.getByLabel(/^Comentario sobre/u).fill('Fueron trece, según el acta.');
  await reviewer.getByRole('button', { name: 'Enviar comentario' }).click();
  await expect(reviewer.getByText('Fueron trece, según el acta.').first()).toBeVisible();
  await reviewer
    .getByRole('complementary', { name: 'Qué hacer' })
    .getByRole('button', { name: 'Pedir cambios' })
    .click();
  await reviewer.getByLabel('Qué hay que cambiar').fill('Corrige la cifra, por favor.');
  await reviewer.getByRole('dialog').getByRole('button', { name: 'Enviar' }).click();
  await expect(reviewer.getByText('Rosa Revisora pidió cambios').first()).toBeVisible();

  const strip = editor.getByRole('region', { name: 'Solicitud de publicación' });
  await expect(strip.getByText('Fueron trece, según el acta.')).toBeVisible();
  await expect(strip.getByText('Corrige la cifra, por favor.')).toBeVisible();
  await replaceText(editor, wrong, right);
  await save(editor);
  await strip.getByRole('button', { name: 'Enviar de nuevo a revisión' }).click();
  await expect(editor.getByText('Se envió de nuevo a revisión').first()).toBeVisible();

  await expect(reviewer.getByText(right).first()).toBeVisible();
  await approveAndPublish(reviewer);
  await waitUntilLive(origin, contentRepo);
  const id = (await git(contentRepo, 'ls-tree', '--name-only', 'main:src/content/posts'))
    .split('\n')
    .find((name) => name.includes('el-puente-abre'))
    ?.replace('.mdx', '');
  const reader = await browser.newPage();
  await reader.goto(`${origin}/articulos/${String(id)}/`);
  await expect(reader.locator('article')).toContainText(right);
  await expect(reader.getByRole('link', { name: /ver cambios/iu })).toHaveCount(0);

  // What readers have seen is corrected.
  await strip.getByRole('button', { name: 'Ver lo publicado' }).click();
  await expect(strip.getByText('Este borrador ya se publicó.')).toBeHidden();
  await expect(editor.getByLabel('Título').first()).toHaveValue(title);
  await replaceText(editor, right, 'El puente costó doce millones.');
  await save(editor);
  await strip.getByRole('button', { name: 'Decir el motivo del cambio' }).click();
  await strip.getByLabel('Motivo del cambio').fill('El acta tenía otra cifra.');
  await strip.getByRole('button', { name: 'Guardar el motivo' }).click();
  await expect(editor.getByText('Se guardó el motivo del cambio').first()).toBeVisible();
  await sendToReview(editor);
  await reviewer.goto(`${origin}/revision/`);
  await reviewer.getByRole('link', { name: new RegExp(title, 'u') }).click();
  await approveAndPublish(reviewer);
  await waitUntilLive(origin, contentRepo);

  await reader.reload();
  await reader.getByRole('link', { name: /ver cambios/iu }).click();
  await expect(reader).toHaveURL(`${origin}/articulos/${String(id)}/historial/`);
  const record = reader.getByRole('main');
  await expect(record).toContainText('El acta tenía otra cifra.');
  await expect(record.locator('del').first()).toHaveText(/trece/u);
  await expect(record.locator('ins').first()).toHaveText(/doce/u);
});
