import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, chromium, expect, type Locator, type Page, test } from '@playwright/test';
import { chromiumArguments, findChromium } from '../../src/audit/chromium.ts';
import { createContentRepository, git, type RunningNewsroom, startNewsroom } from '../support/newsroom.ts';
import { openDesk, openNewPost, save } from './newsroom.ts';

let newsroom: RunningNewsroom;

test.beforeAll(async () => {
  newsroom = await startNewsroom(await createContentRepository());
});

test.afterAll(async () => {
  await newsroom.stop();
});

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
    await findChromium(),
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
