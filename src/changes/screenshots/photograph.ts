import { type Browser, chromium, type Page } from '@playwright/test';
import sharp from 'sharp';
import { chromiumArguments, findChromium } from '../../audit/chromium.ts';
import type { ChangedPlaces } from './changed-places.ts';

/** Widths of pictures, CSS pixels, as phones and desktops have them. */
const widths = { phone: 375, desktop: 1280 } as const;
export type Width = keyof typeof widths;

/** Pictures of pages, by a Chromium that reaches no network. */
export interface Photographer {
  /** A whole page, with outlines around what changed, as WebP. */
  photograph(html: string, width: Width, places: ChangedPlaces, side: 'before' | 'after'): Promise<Buffer>;
  close(): Promise<void>;
}

/** Higher pages are cut: a picture is to be looked at. CSS pixels. */
const greatestHeight = 12_000;
const quality = 50;
const address = 'http://pagina.invalid/';

/** By colour and by line, so that nobody needs to see colours. */
const outlines = {
  before: '4px dashed #c92a2a',
  after: '4px solid #2f9e44',
} as const;

/** Starts the browser, which has to be closed. */
export async function openPhotographer(): Promise<Photographer> {
  const browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumArguments });
  return {
    async photograph(html, width, places, side) {
      const page = await openPage(browser, html, widths[width]);
      try {
        await outline(page, places, outlines[side]);
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        const picture = await page.screenshot({
          fullPage: true,
          clip: { x: 0, y: 0, width: widths[width], height: Math.min(height, greatestHeight) },
        });
        return await sharp(picture).webp({ quality, smartSubsample: true }).toBuffer();
      } finally {
        await page.context().close();
      }
    },
    close: () => browser.close(),
  };
}

async function openPage(browser: Browser, html: string, width: number): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    javaScriptEnabled: false,
    // Outlines are a style of ours, which the page's own policy would refuse.
    bypassCSP: true,
    reducedMotion: 'reduce',
    colorScheme: 'light',
    locale: 'es-GT',
  });
  const page = await context.newPage();
  await page.route('**/*', (route) =>
    route.request().url() === address
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
      : route.abort(),
  );
  await page.goto(address, { waitUntil: 'load' });
  return page;
}

/** Outlines the smallest elements that bear a mark of what changed. */
async function outline(page: Page, places: ChangedPlaces, line: string): Promise<void> {
  await page.evaluate(
    ({ lines, fields, line }) => {
      const isChanged = (element: Element): boolean => {
        const [first = 0, last = first] = (element.getAttribute('data-lines') ?? '').split('-').map(Number);
        return lines.some(([from, to]) => first <= to && from <= last);
      };
      const marked = [...document.querySelectorAll('[data-lines]')].filter(isChanged);
      const smallest = marked.filter((one) => !marked.some((other) => one !== other && one.contains(other)));
      const ofFields = [...document.querySelectorAll('[data-field]')].filter((element) =>
        fields.includes(element.getAttribute('data-field') ?? ''),
      );
      for (const element of [...smallest, ...ofFields]) {
        if (!(element instanceof HTMLElement)) continue;
        element.style.outline = line;
        element.style.outlineOffset = '4px';
      }
      // Pictures further down are fetched as somebody scrolls, which nobody does here.
      for (const image of document.querySelectorAll('img')) image.loading = 'eager';
    },
    { ...places, line },
  );
  await page.evaluate(() =>
    Promise.all([...document.images].map((image) => image.decode().catch(() => undefined))),
  );
}
