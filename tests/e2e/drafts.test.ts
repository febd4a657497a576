import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, chromium, expect, type Locator, type Page, test } from '@playwright/test';
import { z } from 'zod';
import { chromiumArguments } from '../../src/audit/chromium.ts';
import { type ApiTrace, traceApi } from '../support/api-trace.ts';
import { findTestBrowser } from '../support/browser.ts';
import { saveDraft, signIn } from '../support/github.ts';
import { takePhoto } from '../support/photo.ts';
import { createContentRepository, git, type RunningNewsroom, startNewsroom } from '../support/newsroom.ts';
import { toSamplePost } from '../support/sample-posts.ts';
import { type Desk, expectLawful, fillPost, openDesk, openNewPost, save } from './newsroom.ts';

let newsroom: RunningNewsroom;
let trace: ApiTrace;

test.beforeAll(async () => {
  newsroom = await startNewsroom(await createContentRepository());
  trace = traceApi(`${newsroom.origin}/forge`);
});

test.afterEach(async () => {
  await expectLawful(trace, newsroom.contentRepo);
});

test.afterAll(async () => {
  await newsroom.stop();
});

/** Opens a window whose calls are recorded. */
const open = (browser: Browser, name: string): Promise<Desk> =>
  openDesk(browser, newsroom.origin, name, {}, trace);

const headline = '2026-03-04-como-escribir-un-titular-que-se-entienda';
const entryUrl = (slug: string): string => `${newsroom.origin}/admin/#/collections/posts/entries/${slug}`;

/** What is offered in the corner of the page. */
const card = (page: Page): Locator => page.getByRole('region', { name: /sin guardar/u });

/** How the unsaved texts of this device begin, as they are in IndexedDB. */
const keptTexts = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const open = indexedDB.open('gaceta-drafts');
    await new Promise((resolve, reject) => {
      open.onsuccess = resolve;
      open.onerror = reject;
    });
    if (!open.result.objectStoreNames.contains('drafts')) return [];
    const all = open.result.transaction('drafts').objectStore('drafts').getAll();
    await new Promise((resolve) => (all.onsuccess = resolve));
    open.result.close();
    return all.result.map((draft: { values: unknown }) => JSON.stringify(draft.values));
  });

const waitUntilKept = (page: Page, text: string): Promise<void> =>
  expect.poll(async () => (await keptTexts(page)).join('\n'), { timeout: 15_000 }).toContain(text);

/** A browser with a profile of its own, as on somebody's desk; it can be killed as a power cut does. */
async function startBrowser(
  profile: string,
): Promise<{ browser: Browser; page: Page; kill(): Promise<void> }> {
  const child: ChildProcess = spawn(
    await findTestBrowser(),
    [
      ...chromiumArguments,
      '--headless',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      '--no-first-run',
    ],
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const address = await new Promise<string>((resolve, reject) => {
    if (child.stderr === null) throw new Error('The browser says nothing.');
    createInterface(child.stderr).on('line', (line) => {
      const found = /DevTools listening on (ws:\S+)/u.exec(line)?.[1];
      if (found !== undefined) resolve(found);
    });
    void ended.then(() => {
      reject(new Error('The browser ended.'));
    });
  });
  const browser = await chromium.connectOverCDP(address);
  const context = browser.contexts()[0] ?? (await browser.newContext());
  trace.watch(context);
  return {
    browser,
    page: context.pages()[0] ?? (await context.newPage()),
    async kill() {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      await ended;
    },
  };
}

/** Opens an address of the admin, through the sign-in window when the browser does not know the person any more. */
async function enter(page: Page, url: string, name: string): Promise<void> {
  await page.goto(url);
  const door = page.getByRole('button', { name: 'Entrar' });
  await expect(door.or(page.getByLabel('Título').first())).toBeVisible();
  if (!(await door.isVisible())) return;
  const [popup] = await Promise.all([page.waitForEvent('popup'), door.click()]);
  await popup.getByRole('button', { name: `Entrar como ${name}` }).click();
  await expect(page.getByLabel('Título').first()).toBeVisible();
}

test('a browser that is killed in mid-sentence loses nothing: the text is offered, compared and stored', async () => {
  const profile = await mkdtemp(path.join(tmpdir(), 'gaceta-profile-'));
  const first = await startBrowser(profile);
  await enter(first.page, entryUrl(headline), 'Ana Editora');
  await first.page.getByLabel('Descripción').fill('Un titular dice qué pasó y dónde.');
  await first.page.locator('[data-slate-editor]').click();
  await first.page.keyboard.press('ControlOrMeta+End');
  await first.page.keyboard.type(' La frase se corta a la mit');
  await waitUntilKept(first.page, 'a la mit');
  await first.kill();

  const second = await startBrowser(profile);
  const { page } = second;
  page.on('dialog', (dialog) => void dialog.accept());
  await enter(page, entryUrl(headline), 'Ana Editora');
  await expect(card(page)).toContainText(/hoy a las \d/u);
  await expect(page.getByLabel('Descripción')).not.toHaveValue('Un titular dice qué pasó y dónde.');
  await card(page).getByRole('button', { name: 'Recuperar' }).click();
  await expect(page.getByLabel('Descripción')).toHaveValue('Un titular dice qué pasó y dónde.');
  await expect(page.locator('[data-slate-editor]')).toContainText('La frase se corta a la mit');
  await expect(card(page)).toBeHidden();

  // Another reload: still there until it is stored.
  await page.reload();
  await card(page).getByRole('button', { name: 'Recuperar' }).click();
  await expect(page.getByLabel('Descripción')).toHaveValue('Un titular dice qué pasó y dónde.');
  await save(page);
  const stored = await git(
    newsroom.contentRepo,
    'show',
    `cms/posts/${headline}:src/content/posts/${headline}.mdx`,
  );
  expect(stored).toContain('La frase se corta a la mit');
  await expect.poll(() => keptTexts(page)).toEqual([]);
  await page.reload();
  await expect(page.getByLabel('Descripción')).toHaveValue('Un titular dice qué pasó y dónde.');
  await expect(card(page)).toBeHidden();
  await second.kill();
  await rm(profile, { recursive: true, force: true });
});

/** The text of the only draft whose branch ends like this. */
async function readDraft(end: string): Promise<string> {
  const { contentRepo } = newsroom;
  const branch = await git(contentRepo, 'branch', '--list', `cms/posts/*${end}`, '--format=%(refname:short)');
  if (branch === '') return '';
  return git(contentRepo, 'show', `${branch}:src/content/posts/${branch.replace('cms/posts/', '')}.mdx`);
}

test('a save without a connection waits on the device and is stored when there is one again', async ({
  browser,
}) => {
  const { page, context } = await open(browser, 'Ana Editora');
  await openNewPost(page);
  await fillPost(page, {
    title: 'Una nota desde el camino',
    description: 'Escrita sin señal.',
    autor: 'Redacción',
    text: 'Sin señal en la montaña.',
    photo: { name: 'camino.jpg', content: await takePhoto() },
  });
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Guardar' }).click();
  await expect(page.getByText(/No hay conexión\. Tu texto quedó en este dispositivo/u)).toBeVisible();
  const waiting = page.getByRole('region', { name: 'Sin conexión' });
  await expect(waiting).toContainText('Se guardará solo');

  // Whoever goes on typing meanwhile has more than was saved.
  await page.getByLabel('Descripción').fill('Escrita sin señal, y algo más.');
  await waitUntilKept(page, 'y algo más');
  await context.setOffline(false);
  await expect(page.getByText('Volvió la conexión y se guardó tu texto')).toBeVisible();
  const stored = await readDraft('una-nota-desde-el-camino');
  expect(stored).toContain('Sin señal en la montaña.');
  expect(stored).toContain('description: Escrita sin señal.\n');
  expect(stored).toContain('camino.jpg');
  await expect(page).toHaveURL(/entries\/.*una-nota-desde-el-camino$/u);
  await expect(page.getByLabel('Descripción')).toHaveValue('Escrita sin señal, y algo más.');
  await save(page);
  expect(await readDraft('una-nota-desde-el-camino')).toContain('y algo más');
  await expect.poll(() => keptTexts(page)).toEqual([]);

  // With the form gone, it is stored all the same.
  await page.getByLabel('Descripción').fill('Otra vez sin señal.');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Guardar' }).click();
  await expect(waiting).toBeVisible();
  await page.getByRole('link', { name: /^← Artículos/u }).click();
  await expect(card(page)).toContainText('Espera conexión para guardarse');
  await context.setOffline(false);
  await expect.poll(() => readDraft('una-nota-desde-el-camino')).toContain('Otra vez sin señal.');
  await expect(card(page)).toBeHidden();
  await context.close();
});

test('who is signed out in mid-edit signs in above the form, as the same person, and the save goes on', async ({
  browser,
}) => {
  const { page, context } = await open(browser, 'Ana Editora');
  await page.goto(entryUrl(headline));
  await page.getByLabel('Descripción').fill('Escrito antes de que terminara la sesión.');

  // The forge forgets its sessions when it starts again.
  const { origin, contentRepo } = newsroom;
  await newsroom.stop({ remove: false });
  newsroom = await startNewsroom(contentRepo, { PORT: new URL(origin).port });

  await page.getByRole('button', { name: 'Guardar' }).click();
  const dialog = page.getByRole('dialog', { name: 'Tu sesión terminó' });
  await expect(dialog).toContainText('Tu texto está a salvo. Vuelve a entrar como Ana Editora');
  const enterAs = async (name: string): Promise<void> => {
    const [popup] = await Promise.all([
      page.waitForEvent('popup'),
      dialog.getByRole('button', { name: 'Volver a entrar' }).click(),
    ]);
    await popup.getByRole('button', { name: `Entrar como ${name}` }).click();
  };
  await enterAs('Beto Editor');
  await expect(dialog.getByRole('alert')).toContainText('Esa es la cuenta de Beto Editor');
  await enterAs('Ana Editora');
  await expect(page.getByText('Cambios guardados')).toBeVisible();
  await expect(dialog).toBeHidden();
  await expect(page.getByLabel('Descripción')).toHaveValue('Escrito antes de que terminara la sesión.');
  expect(await readDraft(headline)).toContain('Escrito antes de que terminara la sesión.');
  await context.close();
});

test('every unsaved text is listed, also those of new posts and of two tabs, until it is stored or discarded', async ({
  browser,
}) => {
  const { page, context } = await open(browser, 'Beto Editor');
  const list = `${newsroom.origin}/admin/#/collections/posts`;
  for (const title of ['Primera nota a medias', 'Segunda nota a medias']) {
    await page.goto(`${list}/new`);
    await page.getByLabel('Título').fill(title);
    await page.goto(list);
    await expect(card(page)).toContainText(title);
  }
  await expect(card(page)).toContainText('Tienes 2 textos sin guardar');

  // What is open in one tab is not offered in another, which writes a copy of its own.
  await card(page).getByRole('link', { name: 'Primera nota a medias' }).click();
  await expect(page.getByLabel('Título')).toHaveValue('Primera nota a medias');
  const other = await context.newPage();
  await other.goto(`${list}/new`);
  await expect(card(other)).toContainText('Segunda nota a medias');
  await expect(card(other)).not.toContainText('Primera nota a medias');
  await other.getByLabel('Título').fill('Tercera nota a medias');
  await waitUntilKept(other, 'Tercera nota');
  await page.getByLabel('Título').fill('Primera nota, con más');
  await waitUntilKept(page, 'con más');
  await other.close();
  await page.goto(list);
  await expect(card(page)).toContainText('Tienes 3 textos sin guardar');

  // Discarding is on purpose, and can be taken back.
  await card(page).getByRole('button', { name: 'Descartar: Segunda nota a medias' }).click();
  await expect(card(page)).toContainText('Tienes 2 textos sin guardar');
  await page.locator('.gaceta-note').getByRole('button', { name: 'Deshacer' }).click();
  await expect(card(page)).toContainText('Tienes 3 textos sin guardar');

  // Nobody else who signs in here sees them.
  await page.evaluate(() => {
    localStorage.clear();
  });
  await page.goto('about:blank');
  const { page: guest, context: otherContext } = await open(browser, 'Ana Editora');
  await expect(card(guest)).toBeHidden();
  await otherContext.close();
  await context.close();
});

test('what was not saved of a draft that somebody else discarded becomes a new one', async ({ browser }) => {
  const { page, context } = await open(browser, 'Rosa Revisora');
  const client = await signIn(newsroom.origin, 'beto');
  const file = toSamplePost(1);
  const slug = path.basename(file.path, '.mdx');
  await saveDraft(client, `cms/posts/${slug}`, [file]);
  await page.goto(entryUrl(slug));
  await page.getByLabel('Título').fill('Nota que alguien descarta, con más');
  await page.goto(`${newsroom.origin}/admin/#/collections/posts`);
  await expect(card(page)).toContainText('con más');
  await client.request('DELETE', `/git/refs/heads/cms/posts/${slug}`, z.unknown());
  await page.reload();
  await card(page).getByRole('link', { name: 'Nota que alguien descarta, con más' }).click();
  await card(page).getByRole('button', { name: 'Abrir como nuevo' }).click();
  await expect(page).toHaveURL(/posts\/new$/u);
  await expect(page.getByLabel('Título')).toHaveValue('Nota que alguien descarta, con más');
  await context.close();
});
