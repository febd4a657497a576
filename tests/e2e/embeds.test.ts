import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { createContentRepository, type RunningNewsroom, startNewsroom } from '../support/newsroom.ts';
import { takePhoto } from '../support/photo.ts';

let newsroom: RunningNewsroom;
const address = '/articulos/2026-03-04-videos/';
/** Some programs make a space of a mark that nobody sees. */
const mail = /^redaccion ?@ ?ejemplo\.org$/u;
const player = 'https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ?autoplay=1';

const post = `---
title: Videos y formularios
image: /assets/images/posts/fija.jpg
imageAlt: Un cerro
description: Lo que otros sitios muestran.
autor: Ana López
date: 2026-03-04T22:30:00-06:00
---
Escribe a redaccion@ejemplo.org.

<Video url="https://www.youtube.com/watch?v=aqz-KE-bpKQ" title="Big Buck Bunny" />

<Video url="https://vimeo.com/76979871" title="Con imagen" image="/assets/images/posts/fija.jpg" />

<Embed url="https://docs.google.com/forms/d/e/1FAIpQ/viewform" title="Formulario" />

<Embed url="https://x.com/quien/status/1" title="Publicación en X" />

<Passage language="en">

Two paragraphs.

</Passage>
`;

test.beforeAll(async () => {
  const repository = await createContentRepository(async (dir) => {
    await mkdir(path.join(dir, 'src/assets/images/posts'), { recursive: true });
    await writeFile(path.join(dir, 'src/assets/images/posts/fija.jpg'), await takePhoto());
    await writeFile(path.join(dir, 'src/content/posts/2026-03-04-videos.mdx'), post);
  });
  newsroom = await startNewsroom(repository);
});

test.afterAll(async () => {
  await newsroom.stop();
});

interface Visit {
  readonly page: Page;
  /** Addresses of other sites that were asked for, with the referrer that they were told. */
  readonly asked: { readonly url: string; readonly referer: string | undefined }[];
  /** What the policy refused, and other errors. */
  readonly errors: string[];
}

/** Opens the post; the other sites answer from here, with a page that says what it may do. */
async function visit(context: BrowserContext): Promise<Visit> {
  const page = await context.newPage();
  const asked: Visit['asked'] = [];
  const errors: string[] = [];
  const script =
    'const may = (name) => document.featurePolicy.allowsFeature(name);' +
    'document.body.append(`pantalla completa ${may("fullscreen")}, cámara ${may("camera")}`)';
  await context.route(
    (url) => url.origin !== newsroom.origin,
    async (route) => {
      asked.push({ url: route.request().url(), referer: (await route.request().allHeaders())['referer'] });
      await route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: `<p>Abierto. <script>${script}</script>`,
      });
    },
  );
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(newsroom.origin + address);
  return { page, asked, errors };
}

const frame = (page: Page, title: string) => page.locator(`iframe[title="${title}"]`).contentFrame();

for (const javaScriptEnabled of [true, false]) {
  test(`with scripts ${javaScriptEnabled ? 'on' : 'off'}, nobody else is asked before a click, then only the one named`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled });
    const { page, asked, errors } = await visit(context);
    for (const one of await page.locator('iframe').all()) await one.scrollIntoViewIfNeeded();
    const link = frame(page, 'Big Buck Bunny').getByRole('link', {
      name: 'Ver en YouTube «Big Buck Bunny».',
    });
    await expect(link).toContainText('Al abrirlo, youtube-nocookie.com sabrá de tu visita.');
    await expect(frame(page, 'Con imagen').locator('img')).toBeVisible();
    expect(asked).toEqual([]);
    expect(errors).toEqual([]);

    await link.click();
    await expect(frame(page, 'Big Buck Bunny').locator('body')).toContainText('Abierto.');
    // YouTube plays only where it learns which site it is on.
    expect(asked).toEqual([{ url: player, referer: `${newsroom.origin}/` }]);
    expect(page.url()).toBe(newsroom.origin + address);
    await context.close();
  });
}

test('by keyboard a frame is reached, opened, and may fill the screen; it gets no camera', async ({
  context,
}) => {
  const { page, asked, errors } = await visit(context);
  await page.getByRole('link', { name: mail }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(frame(page, 'Big Buck Bunny').locator('body')).toContainText(
    'pantalla completa true, cámara false',
  );
  expect(asked.map(({ url }) => url)).toEqual([player]);
  expect(errors).toEqual([]);
});

test('a page may show only the sites of its own frames', async ({ context }) => {
  const { page, asked } = await visit(context);
  await page
    .locator('iframe')
    .first()
    .evaluate((element: HTMLIFrameElement) => {
      element.removeAttribute('srcdoc');
      element.src = 'https://example.org/';
    });
  await expect(page.locator('iframe').first()).toBeVisible();
  await frame(page, 'Con imagen').getByRole('link').click();
  await expect(frame(page, 'Con imagen').locator('body')).toContainText('Abierto.');
  expect(asked.map(({ url }) => new URL(url).host)).toEqual(['player.vimeo.com']);
});

test('axe finds nothing in the frames, in both themes and on a small screen', async ({ browser }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ colorScheme, viewport: { width: 320, height: 800 } });
    const { page } = await visit(context);
    for (const one of await page.locator('iframe').all()) await one.scrollIntoViewIfNeeded();
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
      [],
    );
    await context.close();
  }
});

test('on paper there is the title and the address instead of a frame', async ({ page }) => {
  await page.goto(newsroom.origin + address);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('iframe').first()).toBeHidden();
  const link = page.getByRole('link', { name: 'Big Buck Bunny' });
  const shown = await link.evaluate((element) => getComputedStyle(element, '::after').content);
  expect(shown).toContain('https://www.youtube.com/watch?v=aqz-KE-bpKQ');
});

test('an e-mail address is read as one, copied as one and written to', async ({ page }) => {
  await page.goto(newsroom.origin + address);
  const link = page.getByRole('link', { name: mail });
  expect(await link.innerText()).toBe('redaccion@ejemplo.org');
  expect(decodeURIComponent((await link.getAttribute('href')) ?? '')).toBe('mailto:redaccion@ejemplo.org');
});
