import { brotliCompressSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { createContentRepository, type RunningNewsroom, startNewsroom } from '../support/newsroom.ts';

let newsroom: RunningNewsroom;

test.beforeAll(async () => {
  newsroom = await startNewsroom(await createContentRepository());
});

test.afterAll(async () => {
  await newsroom.stop();
});

const results = (page: Page) => page.locator('.results li');
const status = (page: Page) => page.getByRole('status');
const words = (page: Page) => page.getByLabel('Palabras');

const correction = 'Qué es una corrección y cómo la publicamos';

/** Bytes of everything that a page asks for, compressed as hosts do. */
function countBytes(page: Page): () => Promise<number> {
  const bodies: Promise<Buffer>[] = [];
  page.on('response', (response) => bodies.push(response.body()));
  return async () =>
    (await Promise.all(bodies)).reduce((sum, body) => sum + brotliCompressSync(body).length, 0);
}

test('a search without accents and in another number finds, marks, counts, and stands in the address', async ({
  page,
}) => {
  const toBytes = countBytes(page);
  await page.goto(`${newsroom.origin}/buscar/`);
  await words(page).pressSequentially('correciones');
  await expect(status(page)).toHaveText(/^\d artículos? No encontramos «correciones»/u);
  await words(page).fill('CORRECCION');
  await expect(status(page)).toHaveText(/^\d artículos?$/u);
  await expect(results(page).first()).toContainText(correction);
  await expect(results(page).first().locator('h2 mark')).toHaveText('corrección');
  await expect(page).toHaveURL(/\/buscar\/\?q=CORRECCION$/u);
  expect(await toBytes()).toBeLessThan(20_000);

  await results(page).first().getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(correction);
  await page.goBack();
  await expect(words(page)).toHaveValue('CORRECCION');
  await expect(results(page).first()).toContainText(correction);
});

test('a topic narrows a search, and alone gives all its articles', async ({ page }) => {
  await page.goto(`${newsroom.origin}/buscar/?q=texto`);
  await expect(status(page)).toHaveText(/^\d+ artículos$/u);
  const all = await status(page).textContent();
  await page.getByLabel('Tema').selectOption('confianza');
  await expect(page).toHaveURL(/\?q=texto&tema=confianza$/u);
  await expect(status(page)).not.toHaveText(all ?? '');
  await expect(results(page).first().locator('.kicker')).toContainText(/confianza/iu);
  await page.goto(`${newsroom.origin}/buscar/?tema=confianza`);
  await expect(page.getByLabel('Tema')).toHaveValue('confianza');
  await expect(results(page)).not.toHaveCount(0);
  await page.goto(`${newsroom.origin}/buscar/?tema=no-hay`);
  await expect(status(page)).toContainText('Ningún artículo');
});

test('everything can be done by keyboard, arrows included', async ({ page }) => {
  await page.goto(`${newsroom.origin}/buscar/`);
  await words(page).focus();
  await page.keyboard.type('fotos');
  await page.keyboard.press('Enter');
  await expect(results(page)).not.toHaveCount(0);
  await page.keyboard.press('ArrowDown');
  await expect(results(page).first().getByRole('link')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(words(page)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Tema')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  const link = results(page).first().getByRole('link');
  await expect(link).toBeFocused();
  const title = (await link.textContent()) ?? '';
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
});

test('words that no article has together, words that say nothing, and no words at all', async ({ page }) => {
  await page.goto(`${newsroom.origin}/buscar/?q=xyzzyx`);
  await expect(status(page)).toContainText('Ningún artículo responde a «xyzzyx»');
  await expect(page.getByRole('heading', { name: 'Por tema' })).toBeVisible();
  await words(page).fill('de la');
  await page.keyboard.press('Enter');
  await expect(status(page)).toContainText('Agrega una que diga más');
  await words(page).fill('corrección xyzzyx');
  await expect(status(page)).toContainText('Ningún artículo tiene todas las palabras');
  await words(page).fill('');
  await expect(status(page)).toBeEmpty();
  await expect(page).toHaveURL(/\/buscar\/$/u);
});

test('what a reader types is text', async ({ page }) => {
  const query = '<img src=x onerror=alert(1)> corrección';
  await page.goto(
    `${newsroom.origin}/buscar/?q=${encodeURIComponent(query)}&tema=${encodeURIComponent(query)}`,
  );
  await expect(status(page)).toContainText(query);
  await expect(page.locator('main img')).toHaveCount(0);
});

test('an address that does not exist leads to the articles that are like it', async ({ page }) => {
  await page.goto(`${newsroom.origin}/articulos/2026-04-16-que-es-una-correcion-y-como-publicamos/`);
  await page.locator('a[href="/buscar/?cerca=1"]').click();
  await expect(status(page)).toContainText('/articulos/2026-04-16-que-es-una-correcion-y-como-publicamos/');
  await expect(results(page).first()).toContainText(correction);
  await page.goto(`${newsroom.origin}/buscar/?cerca=1`);
  await expect(status(page)).toBeEmpty();
});

test('without a connection the page says so, and searches when it is back', async ({ page, context }) => {
  await page.goto(`${newsroom.origin}/buscar/`);
  await context.setOffline(true);
  await words(page).fill('foto');
  await expect(status(page)).toContainText('No pudimos buscar');
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Buscar', exact: true }).click();
  await expect(results(page)).not.toHaveCount(0);
});

test('without scripts there are the topics and the archive', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${newsroom.origin}/buscar/`);
  await expect(page.getByRole('search')).toBeHidden();
  await expect(page.locator('noscript p')).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'abril' }).click();
  await expect(page.getByRole('main')).toContainText(correction);
  await context.close();
});

test('nothing for axe to find and no sideways scroll, with results and without', async ({ browser }) => {
  for (const [colorScheme, width, query] of [
    ['light', 320, '?q=corrección+fotos'],
    ['dark', 1280, '?q=correciones'],
    ['dark', 320, ''],
  ] as const) {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 } });
    const page = await context.newPage();
    await page.goto(`${newsroom.origin}/buscar/${query}`);
    if (query !== '') await expect(results(page)).not.toHaveCount(0);
    const tags = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
      [],
    );
    const isTooWide = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    expect(isTooWide).toBe(false);
    await context.close();
  }
});

test('no other page asks for any of it', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  for (const path of ['/', '/articulos/', '/quienes-somos/']) {
    await page.goto(`${newsroom.origin}${path}`);
    expect(await page.locator('script:not([type="application/ld+json"])').count()).toBe(0);
  }
  expect(asked.filter((path) => path.startsWith('/buscar/'))).toEqual([]);
});
