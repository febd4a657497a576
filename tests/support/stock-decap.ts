import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { build } from 'vite';
import { projectDir } from '../../src/server/environment.ts';
import { signIn } from './github.ts';

const outDir = path.join(projectDir, '.gaceta/stock-decap');
const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css' };

/** Bundles Decap as it comes, with none of our replacements. */
export async function buildStockDecap(): Promise<void> {
  await build({
    configFile: false,
    publicDir: false,
    root: projectDir,
    base: '/admin/',
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    resolve: { conditions: ['module', 'browser', 'production'] },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      minify: false,
      chunkSizeWarningLimit: 20_000,
      reportCompressedSize: false,
      rolldownOptions: {
        input: path.join(projectDir, 'tests/support/stock-decap-page.ts'),
        output: { entryFileNames: 'stock.js' },
      },
    },
  });
}

/** A window of somebody who works with stock Decap. */
export interface StockDesk {
  readonly context: BrowserContext;
  readonly page: Page;
}

/** Opens stock Decap at the newsroom's own /admin/, signed in. Dialogs are accepted unless `onDialog` says so. */
export async function openStockDesk(browser: Browser, origin: string, login: string): Promise<StockDesk> {
  const context = await browser.newContext({ locale: 'en', timezoneId: 'America/Guatemala' });
  await context.route(
    ({ pathname }) => pathname.startsWith('/admin/') && pathname !== '/admin/config.json',
    async (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname === '/admin/') {
        await route.fulfill({
          contentType: 'text/html; charset=utf-8',
          body: '<!doctype html><meta charset="utf-8"><title>Stock Decap</title><body><script type="module" src="/admin/stock.js"></script>',
        });
        return;
      }
      const file = path.join(outDir, path.normalize(pathname.slice('/admin/'.length)));
      await route.fulfill({
        contentType: types[path.extname(file)] ?? 'application/octet-stream',
        body: await readFile(file),
      });
    },
  );
  const { token } = await signIn(origin, login);
  await context.addInitScript(
    (user) => {
      localStorage.setItem('decap-cms-user', user);
    },
    JSON.stringify({ backendName: 'github', token, login, name: login }),
  );
  const page = await context.newPage();
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(`${origin}/admin/`);
  // It goes to the first collection by itself, from wherever one is by then.
  await page.getByText('Sort by').waitFor();
  return { context, page };
}
