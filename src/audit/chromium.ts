import { existsSync } from 'node:fs';
import sparticuz from '@sparticuz/chromium';
import { chromium } from '@playwright/test';

const system = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Playwright's own Chromium, else the system's, else the one that a devDependency carries. */
export async function findChromium(): Promise<string> {
  const found = [chromium.executablePath(), ...system].find((path) => existsSync(path));
  return found ?? (await sparticuz.executablePath());
}

/** No GPU, no sandbox (tests run as root in CI), and nothing that talks to the network on its own. */
export const chromiumArguments = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
