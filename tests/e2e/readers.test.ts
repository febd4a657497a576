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

/** One page of every template. */
const templates = {
  home: '/',
  list: '/articulos/',
  'post with a table': '/articulos/2026-02-10-del-borrador-a-lo-publicado-asi-revisamos/',
  'post with a correction': '/articulos/2026-04-16-que-es-una-correccion-y-como-la-publicamos/',
  'post with a video': '/articulos/2026-06-09-como-pegar-desde-word-sin-basura/',
  author: '/autores/ana-lucia-mendez/',
  page: '/quienes-somos/',
  'not found': '/no-existe/',
};

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

for (const [name, path] of Object.entries(templates)) {
  test(`${name}: nothing for axe to find, no sideways scroll, no script and nothing from elsewhere`, async ({
    browser,
  }) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const width of [320, 1280]) {
        const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 } });
        const page = await context.newPage();
        const foreign: string[] = [];
        page.on('request', (request) => {
          if (!request.url().startsWith(newsroom.origin)) foreign.push(request.url());
        });
        await page.goto(`${newsroom.origin}${path}`);
        const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
        ).toEqual([]);
        expect(await isTooWide(page)).toBe(false);
        expect(foreign).toEqual([]);
        expect(await page.locator('script').count()).toBe(0);
        await context.close();
      }
    }
  });
}

const isTooWide = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

test('with scripts off and by keyboard, a reader gets from the front page to a post and to its author', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${newsroom.origin}/`);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Saltar al contenido' })).toBeFocused();
  await page.keyboard.press('Enter');
  const story = page.getByRole('main').getByRole('link').first();
  await story.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('article h1')).toBeVisible();
  await page
    .getByRole('main')
    .getByRole('link', { name: 'Ana Lucía Méndez' })
    .or(page.getByRole('main').getByRole('link', { name: 'Diego Tzoc' }))
    .first()
    .click();
  await expect(page).toHaveURL(/\/autores\//u);
  await context.close();
});

test('an old address leads to the post that has it as an alias', async ({ page }) => {
  await page.goto(`${newsroom.origin}/blog/titulares/`);
  await expect(page).toHaveURL(/2026-03-04-como-escribir-un-titular/u);
});

test('dates are Spanish and in the time zone of the site', async ({ page }) => {
  // 20:15 on the 25th in Guatemala is the 26th in UTC.
  await page.goto(`${newsroom.origin}/articulos/2026-03-25-como-elegir-una-foto-y-describirla/`);
  await expect(page.getByText('25 de marzo de 2026').first()).toBeVisible();
});

test('the feed lists the posts and no address of anybody', async ({ request }) => {
  const feed = await (await request.get(`${newsroom.origin}/rss.xml`)).text();
  expect(feed).toContain('<title>Lista para antes de enviar a revisión</title>');
  expect(feed.match(/<item>/gu)?.length).toBe(12);
  expect(feed).not.toMatch(/[\w.]+@[\w.]+\.\w+/u);
});
