import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium, type Locator, type Page } from '@playwright/test';
import { collections, parseEntry, serializeEntry, type Values } from '../../content-schema/index.ts';
import { pause } from '../../src/admin/preview/pause.ts';
import { chromiumArguments, findChromium } from '../../src/audit/chromium.ts';
import { openDesk } from '../e2e/newsroom.ts';
import { createContentRepository, type RunningNewsroom, startNewsroom } from './newsroom.ts';
import { toSamplePost } from './sample-posts.ts';

// `npm run bench -- preview`: how soon an editor sees what was typed, for a post of 1,000 words, and what of that
// the server takes.

const runs = 100;
const words = 1000;

const sentence =
  'La comisión revisó cada gasto del año y publicó el acta con los montos de todas las obras. ';

const print = (what: string, times: readonly number[]): void => {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): string =>
    `${(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN).toFixed(0)} ms`;
  console.log(`${what.padEnd(66)} p50 ${at(0.5)}  p95 ${at(0.95)}  (${String(times.length)} times)`);
};

/** A post with as many words as the promise is about: the sample's, in paragraphs of sixty with headings between. */
function toLongPost(): { path: string; values: Values; content: string } {
  const post = toSamplePost(0);
  const { values } = parseEntry(collections.posts, post.content, post.path);
  const perSentence = sentence.trim().split(' ').length;
  const paragraphs = Math.ceil(words / (perSentence * 4));
  const body = Array.from(
    { length: paragraphs },
    (_, index) => `${index % 5 === 0 ? `## Parte ${String(index)}\n\n` : ''}${sentence.repeat(4).trim()}`,
  ).join('\n\n');
  const long = { ...values, body };
  return { path: post.path, values: long, content: serializeEntry(collections.posts, long) };
}

export async function benchPreview(): Promise<void> {
  const post = toLongPost();
  const newsroom = await startNewsroom(
    await createContentRepository(async (dir) => {
      await mkdir(path.join(dir, path.dirname(post.path)), { recursive: true });
      await writeFile(path.join(dir, post.path), post.content);
    }),
  );
  try {
    await benchServer(newsroom, post.values);
    await benchTyping(newsroom, path.basename(post.path, '.mdx'));
  } finally {
    await newsroom.stop();
  }
}

async function benchServer({ origin }: RunningNewsroom, values: Values): Promise<void> {
  const context: unknown = await (await fetch(`${origin}/admin/preview.json`)).json();
  const times: number[] = [];
  // The first loads the renderer.
  for (let run = -1; run < runs; run++) {
    const changed = { ...values, body: `${String(values['body'])} ${String(run)}` };
    const request = { collection: 'posts', id: 'nota', values: changed, context, assets: {} };
    const start = performance.now();
    const response = await fetch(`${origin}/preview`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: origin },
      body: JSON.stringify(request),
    });
    await response.text();
    if (!response.ok) throw new Error(`POST /preview: ${String(response.status)}`);
    if (run >= 0) times.push(performance.now() - start);
  }
  print('POST /preview, 1,000 words', times);
}

async function benchTyping({ origin }: RunningNewsroom, slug: string): Promise<void> {
  const browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumArguments });
  try {
    const { page } = await openDesk(browser, origin, 'Ana Editora');
    await page.goto(`${origin}/admin/#/collections/posts/entries/${slug}`);
    await page.locator('.gaceta-preview iframe').first().contentFrame().getByRole('contentinfo').waitFor();
    await page.evaluate(watchPaints);
    await typeAgainAndAgain(page, page.getByLabel('Descripción'), 'a field');
    await typeAgainAndAgain(page, page.locator('[data-slate-editor]'), 'the text');
  } finally {
    await browser.close();
  }
}

interface Watched {
  /** When the page was painted anew, and when that had been asked for. */
  readonly paints: { readonly at: number; readonly asked: number }[];
  typed: number;
}

/** In the window: remembers when keys arrive and when what changed of the page has been painted. */
function watchPaints(): void {
  const watched: Watched = { paints: [], typed: 0 };
  Object.assign(window, { watched });
  document.addEventListener(
    'keydown',
    ({ timeStamp }) => {
      watched.typed = timeStamp;
    },
    true,
  );
  const pane = document.querySelector('.gaceta-preview');
  if (pane === null) throw new Error('There is no preview.');
  const shown = pane.querySelector('iframe')?.contentDocument;
  if (shown == null) throw new Error('There is no page.');
  new MutationObserver(() => {
    requestAnimationFrame(() => {
      setTimeout(() => {
        const asked = performance
          .getEntriesByType('resource')
          .filter(({ name }) => name.endsWith('/preview'))
          .at(-1);
        watched.paints.push({ at: performance.now(), asked: asked?.startTime ?? Number.NaN });
        performance.clearResourceTimings();
      });
    });
  }).observe(shown, { childList: true, characterData: true, subtree: true });
}

async function typeAgainAndAgain(page: Page, control: Locator, place: string): Promise<void> {
  const sinceTyped: number[] = [];
  const sinceAsked: number[] = [];
  await control.click();
  await page.keyboard.press('End');
  for (let run = 0; run < runs; run++) {
    const seen = await page.evaluate(() => (window as unknown as { watched: Watched }).watched.paints.length);
    await page.keyboard.press(run % 2 === 0 ? 'x' : 'Backspace');
    await page.waitForFunction(
      (count) => (window as unknown as { watched: Watched }).watched.paints.length > count,
      seen,
    );
    const { paint, typed } = await page.evaluate(() => {
      const { paints, typed } = (window as unknown as { watched: Watched }).watched;
      return { paint: paints.at(-1), typed };
    });
    if (paint === undefined) continue;
    sinceTyped.push(paint.at - typed - pause);
    sinceAsked.push(paint.at - paint.asked);
  }
  print(`a key in ${place} → painted, less the pause of ${String(pause)} ms`, sinceTyped);
  print(`a key in ${place}: asked for → painted`, sinceAsked);
}
