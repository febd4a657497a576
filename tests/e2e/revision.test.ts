import AxeBuilder from '@axe-core/playwright';
import { type Browser, expect, type Locator, type Page, test } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { type GitHubClient, saveDraft, signIn } from '../support/github.ts';
import { createContentRepository, git, type RunningNewsroom, startNewsroom } from '../support/newsroom.ts';
import { toSamplePost } from '../support/sample-posts.ts';

let newsroom: RunningNewsroom;
let ana: GitHubClient;

/** A text that is published, with another title and other words in its first paragraph. */
const published = 'src/content/posts/2026-05-12-como-citar-a-tus-fuentes.mdx';

test.beforeAll(async () => {
  newsroom = await startNewsroom(await createContentRepository(), { GACETA_APPROVALS: '1' });
  ana = await signIn(newsroom.origin, 'ana');
});

test.afterAll(async () => {
  await newsroom.stop();
});

/** A pull request of Ana's in review. */
async function propose(file: { path: string; content: string }, title: string): Promise<number> {
  const branch = `cms/posts/${path.basename(file.path, '.mdx')}`;
  const { number } = await saveDraft(ana, branch, [file]);
  await ana.request('PATCH', `/pulls/${String(number)}`, z.unknown(), { title });
  await ana.request('PUT', `/issues/${String(number)}/labels`, z.unknown(), {
    labels: ['gaceta/pending_review'],
  });
  return number;
}

/** The published text with its first words changed. */
async function edited(): Promise<string> {
  const source = await readFile(path.join(newsroom.contentRepo, published), 'utf8');
  return source
    .replace(/^title: .*$/mu, 'title: Cómo citar bien a tus fuentes')
    .replace(/^(?<head>---\n[\s\S]*?\n---\n\s*)/u, '$<head>Este párrafo es nuevo y abre el texto.\n\n');
}

/** Opens /revision in a window of its own, signed in by the button and its window. */
async function openRevision(
  browser: Browser,
  name: string,
  options: { viewport?: { width: number; height: number }; colorScheme?: 'light' | 'dark' } = {},
): Promise<Page> {
  const context = await browser.newContext({ locale: 'es-GT', timezoneId: 'America/Guatemala', ...options });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  await page.goto(`${newsroom.origin}/revision/`);
  await enter(page, name);
  await expect(page.getByRole('heading', { level: 1, name: 'Lo que te espera' })).toBeVisible();
  return page;
}

async function enter(page: Page, name: string): Promise<void> {
  const [popup] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('button', { name: 'Entrar', exact: true }).click(),
  ]);
  await popup.getByRole('button', { name: `Entrar como ${name}` }).click();
}

const barOf = (page: Page): Locator => page.getByRole('complementary', { name: 'Qué hacer' });
const newsOf = (page: Page): Locator => page.locator('.news');

async function expectNoBarriers(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
}

test('a reviewer finds what waits, reads it, comments on a paragraph, asks for changes, approves and publishes, by keyboard', async ({
  browser,
}) => {
  const number = await propose({ path: published, content: await edited() }, 'Cómo citar bien a tus fuentes');
  const page = await openRevision(browser, 'Rosa Revisora');
  const row = page.getByRole('region', { name: /^Por revisar/u }).getByRole('link');
  await expect(row).toContainText('Cómo citar bien a tus fuentes');
  await expect(row).toContainText('Ana Editora, hoy');
  await expect(row).toContainText('Artículo');
  await expect(row).toContainText('Sin problemas');
  await expectNoBarriers(page);

  await page.keyboard.press('j');
  await expect(row).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cómo citar bien a tus fuentes');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(barOf(page)).toContainText('Publicar: Falta la aprobación de una revisora.');
  await expect(barOf(page).getByRole('button', { name: 'Publicar' })).toHaveCount(0);

  await page.keyboard.press('2');
  await expect(page).toHaveURL(/vista=texto$/u);
  const text = page.getByRole('region', { name: 'Texto', exact: true });
  await expect(text).toContainText('Este párrafo es nuevo y abre el texto.');

  await text
    .getByRole('button', { name: /Comentar/u })
    .first()
    .click();
  await text.getByRole('textbox').first().fill('¿Hace falta este párrafo?');
  await text
    .getByRole('button', { name: /^Enviar|^Comentar$/u })
    .first()
    .click();
  const comments = z.array(z.object({ body: z.string(), path: z.string() }));
  await expect
    .poll(() => ana.request('GET', `/pulls/${String(number)}/comments`, comments))
    .toMatchObject([
      { path: published, body: expect.stringContaining('¿Hace falta este párrafo?') as unknown },
    ]);

  await barOf(page).getByRole('button', { name: 'Pedir cambios' }).click();
  await page.getByRole('textbox', { name: 'Qué hay que cambiar' }).fill('Quita el primer párrafo.');
  await page.getByRole('button', { name: 'Enviar' }).click();
  await expect(newsOf(page)).toContainText('Pediste cambios');
  await expect(barOf(page)).toContainText('Publicar: Rosa Revisora pidió cambios');
  await page.keyboard.press('4');
  await expect(page.getByRole('region', { name: 'Conversación' })).toContainText('Quita el primer párrafo.');

  await page.keyboard.press('a');
  await page.getByRole('dialog', { name: 'Aprobar' }).getByRole('button', { name: 'Enviar' }).click();
  await expect(newsOf(page)).toContainText('Aprobado.');
  await barOf(page).getByRole('button', { name: 'Publicar' }).click();
  await page.getByRole('button', { name: 'Publicar ahora' }).click();
  await expect(page.getByText('Esto ya se publicó.')).toBeVisible();
  expect(await git(newsroom.contentRepo, 'log', '-1', '--format=%B', 'main')).toContain(
    'Escrito-por: Ana Editora\nAprobado-por: Rosa Revisora',
  );
  await page.keyboard.press('u');
  await expect(page.getByRole('heading', { level: 1, name: 'Lo que te espera' })).toBeFocused();
});

test('an editor is told why the rules forbid what is not offered; a summary is on the clipboard', async ({
  browser,
}) => {
  const post = toSamplePost(6101);
  const number = await propose(post, 'Una nota nueva');
  const page = await openRevision(browser, 'Ana Editora');
  await page.getByRole('region', { name: /^Tuyo/u }).getByRole('link').first().click();
  const bar = barOf(page);
  await expect(bar).toContainText('Aprobar: Aprueban las revisoras.');
  await expect(bar).toContainText('Publicar: Publican las revisoras.');
  await expect(bar.getByRole('button', { name: /^Aprobar|^Publicar|^Pedir/u })).toHaveCount(0);
  await bar.getByText('Más').click();
  await expect(bar).toContainText('Pedir cambios: Es tuyo: cámbialo en el editor.');
  await bar.getByRole('button', { name: 'Copiar resumen para correo' }).click();
  await expect(newsOf(page)).toContainText('El resumen está copiado');
  const summary = await page.evaluate(() => navigator.clipboard.readText());
  expect(summary).toContain('Una nota nueva');
  expect(summary).toContain(`/revision/#/cambios/${String(number)}`);

  // Somebody else's decision shows by itself.
  const rosa = await signIn(newsroom.origin, 'rosa');
  await rosa.request('POST', `/issues/${String(number)}/comments`, z.unknown(), { body: '¿Y la foto?' });
  await page.keyboard.press('4');
  await expect(page.getByRole('region', { name: 'Conversación' })).toContainText('¿Y la foto?');
});

test('a session that ended asks to sign in again and sends what was typed', async ({ browser }) => {
  const number = await propose(toSamplePost(6102), 'Otra nota');
  const page = await openRevision(browser, 'Rosa Revisora');
  await page.goto(`${newsroom.origin}/revision/#/cambios/${String(number)}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Otra nota');
  await page.route('**/forge/**', async (route) => {
    const headers = route.request().headers();
    if (headers['authorization'] === undefined || !headers['authorization'].includes(oldToken))
      await route.continue();
    else await route.fulfill({ status: 401, json: { message: 'Bad credentials' } });
  });
  const oldToken = await page.evaluate(
    () => (JSON.parse(localStorage.getItem('decap-cms-user') ?? '{}') as { token: string }).token,
  );
  await page.keyboard.press('c');
  await page.getByRole('textbox', { name: 'Tu comentario' }).fill('Muy claro, gracias.');
  await page.getByRole('button', { name: 'Enviar' }).click();
  await expect(page.getByRole('dialog', { name: 'Tu sesión terminó' })).toBeVisible();
  await enter(page, 'Rosa Revisora');
  await expect(newsOf(page)).toContainText('Comentario enviado.');
  const comments = await ana.request(
    'GET',
    `/issues/${String(number)}/comments`,
    z.array(z.object({ body: z.string() })),
  );
  expect(comments.map(({ body }) => body)).toContain('Muy claro, gracias.');
});

test('nothing for axe to find and no sideways scroll, on a phone and on a desk, light and dark', async ({
  browser,
}) => {
  const number = await propose(toSamplePost(6103), 'Una nota para mirar');
  for (const [colorScheme, width] of [
    ['light', 375],
    ['dark', 1280],
  ] as const) {
    const page = await openRevision(browser, 'Rosa Revisora', {
      colorScheme,
      viewport: { width, height: 812 },
    });
    await expectNoBarriers(page);
    for (const view of ['pagina', 'texto', 'revision', 'conversacion']) {
      await page.goto(`${newsroom.origin}/revision/#/cambios/${String(number)}?vista=${view}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Una nota para mirar');
      await expect(page.locator('.pane .v-view')).toBeVisible();
      await expectNoBarriers(page);
    }
    await barOf(page).getByText('Más').click();
    await barOf(page).getByRole('button', { name: 'Asignar' }).click();
    await page.getByRole('radio', { name: 'Rosa Revisora' }).check();
    await expectNoBarriers(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Asignar' }).click();
    await expect(newsOf(page)).toContainText('La asignación cambió.');
  }
});
