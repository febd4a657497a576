import { expect, type Locator, type Page, test } from '@playwright/test';
import { createContentRepository, type RunningNewsroom, startNewsroom } from '../support/newsroom.ts';

let newsroom: RunningNewsroom;

test.beforeAll(async () => {
  newsroom = await startNewsroom(await createContentRepository());
});

test.afterAll(async () => {
  await newsroom.stop();
});

const correctedPost = '/articulos/2026-04-16-que-es-una-correccion-y-como-la-publicamos/';

/** Presses a key until what a selector names has the focus, which can be seen on it or around it. */
async function press(page: Page, key: 'Tab' | 'Shift+Tab', selector: string): Promise<Locator> {
  const wanted = page.locator(selector).first();
  await wanted.waitFor();
  for (let times = 0; times < 120; times += 1) {
    await page.keyboard.press(key);
    const { reached, marked } = await page.evaluate((css) => {
      const focused = document.activeElement;
      let marked = false;
      for (let element = focused; element !== null && !marked; element = element.parentElement)
        marked = getComputedStyle(element).outlineStyle !== 'none';
      return { reached: focused?.matches(css) === true, marked };
    }, selector);
    if (!reached) continue;
    expect(marked, `the focus on ${selector} can be seen`).toBe(true);
    return wanted;
  }
  throw new Error(`No ${key} leads to ${selector} on ${page.url()}.`);
}

test('by keyboard alone, a reader gets from the front page to a topic, to a post, shares it and searches', async ({
  page,
}) => {
  await page.goto(`${newsroom.origin}/`);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Saltar al contenido' })).toBeFocused();
  await expect(page.getByRole('link', { name: 'Saltar al contenido' })).toBeInViewport();
  await page.keyboard.press('Enter');
  await press(page, 'Tab', 'main a[href^="/temas/"]');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/temas\//u);
  await press(page, 'Tab', 'main a[href^="/articulos/2"]');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/articulos\/2/u);
  const title = await page.locator('article h1').innerText();
  const canonical = (await page.locator('link[rel=canonical]').getAttribute('href')) ?? '';
  const whatsapp = await press(page, 'Tab', 'a[href^="https://wa.me/"]');
  const message = new URL((await whatsapp.getAttribute('href')) ?? '').searchParams.get('text');
  expect(message).toBe(`${title} ${canonical}`);
  const address = page.locator('.address');
  await expect(address).toBeHidden();
  await press(page, 'Tab', 'summary');
  await page.keyboard.press('Enter');
  await expect(address).toHaveText(canonical);
  await press(page, 'Shift+Tab', 'header a[href="/buscar/"]');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/buscar\//u);
  await press(page, 'Tab', 'input[type=search]');
  await page.keyboard.type('correcciones');
  await page.keyboard.press('Enter');
  await press(page, 'Tab', 'main li a[href^="/articulos/2"]');
  await page.keyboard.press('Enter');
  await expect(page.locator('article h1')).toBeVisible();
});

test('with scripts off, a post leads to its author', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${newsroom.origin}${correctedPost}`);
  await page.locator('a[rel=author]').click();
  await expect(page).toHaveURL(/\/autores\//u);
  await context.close();
});

test('on paper stand the text, its author, date, licence and address in black on white, and no furniture', async ({
  browser,
}) => {
  const context = await browser.newContext({ colorScheme: 'dark' });
  const page = await context.newPage();
  await page.goto(`${newsroom.origin}${correctedPost}`);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const canonical = (await page.locator('link[rel=canonical]').getAttribute('href')) ?? '';
  for (const kept of ['.nameplate', 'h1', '.lede', 'a[rel=author]', 'time', '.corrections', '.prose p'])
    await expect(page.locator(kept).first()).toBeVisible();
  await expect(page.locator('a[rel=license]')).toBeVisible();
  await expect(page.getByText(canonical).and(page.locator('.printed'))).toBeVisible();
  for (const left of ['nav', '.share', '.writer', '.after', '.skip'])
    for (const element of await page.locator(left).all()) await expect(element).toBeHidden();
  const style = page.locator('body').evaluate((body) => {
    const { color, backgroundColor } = getComputedStyle(body);
    return { color, backgroundColor };
  });
  expect(await style).toEqual({ color: 'rgb(25, 25, 25)', backgroundColor: 'rgb(255, 255, 255)' });
  await context.close();
});

test('in forced colours, what is told by a background has a border, too', async ({ browser }) => {
  const context = await browser.newContext({ forcedColors: 'active' });
  const page = await context.newPage();
  await page.goto(`${newsroom.origin}${correctedPost}`);
  for (const box of ['.corrections', '.share a', 'summary', '.masthead', '.footer']) {
    const borders = await page
      .locator(box)
      .first()
      .evaluate((element) => {
        const style = getComputedStyle(element);
        return [style.borderTopWidth, style.borderLeftWidth, style.borderBottomWidth].map(Number.parseFloat);
      });
    expect(Math.max(...borders), box).toBeGreaterThan(0);
  }
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
