import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test';
import { z } from 'zod';
import { type ApiTrace, findForcedUpdates, findWritesToMain } from '../support/api-trace.ts';
import { signIn } from '../support/github.ts';
import { git } from '../support/newsroom.ts';

/** A browser window of one person, signed in at the admin. */
export interface Desk {
  readonly context: BrowserContext;
  readonly page: Page;
}

/** Opens the admin as one of the local users, through the sign-in window. @param trace records its calls */
export async function openDesk(
  browser: Browser,
  origin: string,
  name: string,
  options: { viewport?: { width: number; height: number } } = {},
  trace?: ApiTrace,
): Promise<Desk> {
  const context = await browser.newContext({ locale: 'es-GT', timezoneId: 'America/Guatemala', ...options });
  trace?.watch(context);
  const page = await context.newPage();
  // Decap asks «¿Publicar en el sitio?» and the like with the browser's own dialogs.
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(`${origin}/admin/`);
  const [popup] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('button', { name: 'Entrar' }).click(),
  ]);
  await popup.getByRole('button', { name: `Entrar como ${name}` }).click();
  await expect(page.getByRole('link', { name: 'Artículos' })).toBeVisible();
  return { context, page };
}

/** Opens a post in a window of its own, whose calls are recorded. */
export async function openPost(
  browser: Browser,
  { origin, trace }: { origin: string; trace: ApiTrace },
  name: string,
  slug: string,
): Promise<Page> {
  const { page } = await openDesk(browser, origin, name, {}, trace);
  await page.goto(`${origin}/admin/#/collections/posts/entries/${slug}`);
  // A block of the text may have one, too.
  await expect(page.getByLabel('Título').first()).not.toHaveValue('');
  return page;
}

/**
 * Nothing has been written to main but merges of pull requests, and nothing moved by force: in what the windows
 * asked for, and in every step of main since the commit with which the newsroom began.
 */
export async function expectLawful({ calls }: ApiTrace, contentRepo: string): Promise<void> {
  expect(findWritesToMain(calls)).toEqual([]);
  expect(findForcedUpdates(calls)).toEqual([]);
  const parents = await git(contentRepo, 'log', '--first-parent', '--format=%P', 'main');
  expect(parents.split('\n').filter((line) => line !== '' && !line.includes(' '))).toEqual([]);
}

export interface PostDraft {
  readonly title: string;
  readonly description: string;
  readonly autor: string;
  readonly text: string;
  /** A photo to upload: name and content. */
  readonly photo: { readonly name: string; readonly content: Buffer };
}

/** Opens the form of a new post. */
export async function openNewPost(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Crear artículo' }).click();
  await expect(page.getByLabel('Título')).toBeVisible();
}

/** Fills the form of a new post, photo included. */
export async function fillPost(page: Page, draft: PostDraft): Promise<void> {
  await page.getByLabel('Título').fill(draft.title);
  await uploadCover(page, draft.photo);
  await page.getByLabel('Texto alternativo').fill('Una colina verde bajo un cielo azul.');
  await page.getByLabel('Descripción').fill(draft.description);
  await page.getByLabel('Autor').fill(draft.autor);
  await page.locator('[data-slate-editor]').click();
  await page.keyboard.type(draft.text);
}

async function uploadCover(page: Page, { name, content }: PostDraft['photo']): Promise<void> {
  await page.getByRole('button', { name: 'Elegir una imagen' }).click();
  const library = page.getByRole('dialog');
  await library.locator('input[type=file]').setInputFiles({ name, mimeType: 'image/jpeg', buffer: content });
  await library.getByRole('button', { name: 'Usar' }).click();
  await expect(library).toBeHidden();
}

/** Presses «Guardar» and waits until the draft is stored. */
export async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Guardar' }).click();
  await expect(page.getByText('Cambios guardados')).toBeVisible();
  // A new entry goes to its own address after that, from wherever one is by then.
  await expect(page).not.toHaveURL(/\/new$/u);
}

/** Moves the open draft to «En revisión». */
export async function sendToReview(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Estado/u }).click();
  await page.getByRole('menuitem', { name: 'En revisión' }).click();
  await expect(page.getByText('Estado cambiado')).toBeVisible();
}

/** Opens the board of drafts. */
export async function openBoard(page: Page): Promise<void> {
  await page.goto(new URL('/admin/#/workflow', page.url()).href);
  await expect(page.getByRole('heading', { name: 'Flujo de trabajo' })).toBeVisible();
}

/** Publishes the open draft, as a reviewer; with `allowed: false` only tries to. */
export async function publish(page: Page, { allowed } = { allowed: true }): Promise<void> {
  await page.getByRole('button', { name: /^Estado/u }).click();
  await page.getByRole('menuitem', { name: 'Listo' }).click();
  await expect(page.getByText('Estado cambiado').first()).toBeVisible();
  await page.getByRole('button', { name: 'Publicar', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Publicar ahora' }).click();
  if (allowed) await expect(page.getByText('Publicado', { exact: true }).first()).toBeVisible();
}

/** Waits until readers get what main says. */
export async function waitUntilLive(origin: string, contentRepo: string): Promise<void> {
  const client = await signIn(origin, 'rosa');
  const schema = z.object({ sha: z.string(), state: z.string() });
  await expect
    .poll(() => client.request('GET', '/commits/main/status', schema), { timeout: 60_000 })
    .toEqual({ sha: await git(contentRepo, 'rev-parse', 'main'), state: 'success' });
}
