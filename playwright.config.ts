import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { chromiumArguments } from './src/audit/chromium.ts';
import { findTestBrowser } from './tests/support/browser.ts';

// Hundreds of short processes compile the same modules.
process.env['NODE_COMPILE_CACHE'] ??= fileURLToPath(new URL('.gaceta/compiled', import.meta.url));

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.test.ts',
  outputDir: 'test-results',
  fullyParallel: false,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // One slow moment of a shared machine is no failure: a second try tells, and the report calls it «flaky».
  retries: process.env['CI'] === undefined ? 0 : 1,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    locale: 'es-GT',
    timezoneId: 'America/Guatemala',
    viewport: { width: 1280, height: 900 },
    trace: 'on-first-retry',
    launchOptions: { executablePath: await findTestBrowser(), args: chromiumArguments },
  },
});
