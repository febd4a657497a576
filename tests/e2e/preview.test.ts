import AxeBuilder from '@axe-core/playwright';
import { type Browser, expect, type FrameLocator, type Locator, type Page, test } from '@playwright/test';
import { createContentRepository, type RunningNewsroom, startNewsroom } from '../support/newsroom.ts';
import { takePhoto } from '../support/photo.ts';
import { fillPost, openDesk, openNewPost } from './newsroom.ts';

let newsroom: RunningNewsroom;

test.beforeAll(async () => {
  newsroom = await startNewsroom(await createContentRepository());
});

test.afterAll(async () => {
  await newsroom.stop();
});

/** The frames of the page beside the form: the one that is seen, and for a moment the next. */
const getFrames = (page: Page): Locator =>
  page.getByTitle('La página como la verán los lectores', { exact: true });

const getShown = (page: Page): FrameLocator => getFrames(page).first().contentFrame();

/** The page in the frame is one of the site, which has its own tests. */
async function expectAccessible(page: Page): Promise<void> {
  const axe = new AxeBuilder({ page }).include('.gaceta-preview').exclude('.gaceta-preview iframe');
  expect((await axe.setLegacyMode().analyze()).violations).toEqual([]);
}

/** Opens a published post with the form and the page not scrolling together. */
async function openForm(browser: Browser, prepare?: (page: Page) => Promise<unknown>): Promise<Page> {
  const { page } = await openDesk(browser, newsroom.origin, 'Ana Editora');
  await page.evaluate(() => {
    localStorage.setItem('cms.scroll-sync-enabled', 'false');
  });
  await prepare?.(page);
  await page.goto(`${newsroom.origin}/admin/#/collections/posts/entries/2026-05-12-como-citar-a-tus-fuentes`);
  await expect(page.getByLabel('Título').first()).not.toHaveValue('');
  return page;
}

test('while somebody writes, the page stands beside the form as readers will see it', async ({ browser }) => {
  const { page, context } = await openDesk(browser, newsroom.origin, 'Ana Editora');
  await openNewPost(page);
  await fillPost(page, {
    title: 'El mercado abre <script>document.title="x"</script>',
    description: 'Un mercado nuevo.',
    autor: 'Redacción',
    text: 'Los puestos abren a las seis.',
    photo: { name: 'mercado.jpg', content: await takePhoto() },
  });
  const shown = getShown(page);
  await expect(shown.getByRole('heading', { level: 1 }).last()).toHaveText(/^El mercado abre <script>/u);
  await expect(shown.locator('article')).toContainText('Los puestos abren a las seis.');
  await expect(shown.getByRole('contentinfo')).toBeVisible();
  // The photo is on this device only.
  const photo = shown.locator('article img').first();
  await expect(photo).toHaveAttribute('src', /^blob:/u);
  await expect.poll(() => photo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  // No script runs in it, whatever it says, and it is not within Decap's own frame.
  await expect(getFrames(page).first()).not.toHaveAttribute(
    'sandbox',
    /allow-(?:scripts|forms|top-navigation)/u,
  );
  expect(page.frames().length).toBeLessThanOrEqual(3);
  // What a link opens does not reach back to where the token is.
  const [opened] = await Promise.all([
    context.waitForEvent('page'),
    shown.getByRole('link', { name: 'Temas' }).click(),
  ]);
  expect(await opened.evaluate(() => window.opener as unknown)).toBeNull();
  await context.close();
});

test('the page follows the form without a jump, in the width and the theme that are chosen', async ({
  browser,
}) => {
  const page = await openForm(browser);
  const shown = getShown(page);
  await expect(shown.getByRole('heading', { level: 1 }).last()).toHaveText('Cómo citar a tus fuentes');
  const pane = page.getByRole('group', { name: 'La página como la verán los lectores' });
  await pane.evaluate((element) => {
    element.scrollTop = 400;
  });

  const footer = await shown.getByRole('contentinfo').elementHandle();
  await page.getByLabel('Descripción').fill('Otra descripción.');
  await expect(shown.getByText('Otra descripción.', { exact: true }).first()).toBeVisible();
  // What did not change is what it was: nothing was loaded or drawn again.
  expect(await footer?.evaluate((element) => element.isConnected)).toBe(true);
  expect(await pane.evaluate((element) => element.scrollTop)).toBe(400);
  await expect(getFrames(page)).toHaveCount(1);

  const toWidths = (): Promise<{ page: number; screen: number; pane: number }> =>
    getFrames(page)
      .first()
      .evaluate((frame: HTMLIFrameElement) => ({
        page: frame.contentWindow?.innerWidth ?? 0,
        screen: Math.round(frame.getBoundingClientRect().width),
        pane: frame.closest('[role=group]')?.clientWidth ?? 0,
      }));
  expect(await toWidths()).toMatchObject({ page: 375, screen: 375 });
  await page.getByRole('button', { name: 'Computadora' }).click();
  await expect.poll(toWidths).toMatchObject({ page: 1280 });
  const { screen, pane: room } = await toWidths();
  expect(Math.abs(screen - room)).toBeLessThan(2);

  const toBackground = (): Promise<string> =>
    shown.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
  expect(await toBackground()).toBe('rgb(255, 255, 255)');
  await page.getByRole('button', { name: 'Oscuro' }).click();
  await expect.poll(toBackground).toBe('rgb(21, 23, 26)');

  // A refusal is told above the last good page.
  await page.route('**/preview', (route) =>
    route.fulfill({ status: 413, json: { message: 'Es demasiado.' } }),
  );
  await page.getByLabel('Descripción').fill('La tercera.');
  await expect(page.getByRole('status').filter({ hasText: 'Es demasiado.' })).toBeVisible();
  await expect(shown.getByText('Otra descripción.', { exact: true }).first()).toBeVisible();
  await page.unroute('**/preview');

  await page.getByRole('button', { name: 'Al compartir' }).click();
  const card = page.getByRole('figure').filter({ hasText: 'WhatsApp' });
  await expect(card).toContainText('Cómo citar a tus fuentes');
  await expect(card).toContainText('La tercera.');
  const picture = card.getByRole('img');
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1200);
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Teléfono' }).click();
  await expect(shown.getByText('La tercera.', { exact: true }).first()).toBeVisible();
  await expectAccessible(page);

  // On a phone it stands below the form.
  await page.setViewportSize({ width: 375, height: 720 });
  const jump = page.getByRole('button', { name: 'Vista previa', exact: true });
  await jump.click();
  await expect(getFrames(page).first()).toBeInViewport();
  await page.getByRole('button', { name: 'Volver al formulario' }).click();
  await expect(getFrames(page).first()).not.toBeInViewport();
  await page.context().close();
});

test('where no server renders there is a plainer preview, and it says so', async ({ browser }) => {
  const page = await openForm(browser, (window) =>
    window.route('**/preview', (route) => route.fulfill({ status: 404, body: 'Not found' })),
  );
  await expect(page.getByText(/^Vista previa sencilla/u)).toBeVisible();
  const plain = page.locator('#preview-pane').contentFrame();
  await expect(plain.getByRole('heading', { level: 1 })).toHaveText('Cómo citar a tus fuentes');
  await page.getByLabel('Título').first().fill('Cómo citar');
  await expect(plain.getByRole('heading', { level: 1 })).toHaveText('Cómo citar');
  await page.context().close();
});
