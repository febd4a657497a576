import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import sparticuz from '@sparticuz/chromium';
import { findChromium } from '../../src/audit/chromium.ts';

/**
 * The browser of the tests: the headless shell that a devDependency carries, where it runs, else what the project finds.
 * The engine is the same; but a whole Chromium draws its own window and menus even when nobody sees them, which is
 * half of what it costs.
 */
export async function findTestBrowser(): Promise<string> {
  try {
    const shell = await sparticuz.executablePath();
    await promisify(execFile)(shell, ['--version']);
    return shell;
  } catch (error) {
    // Another system or processor, or a library that it needs is missing.
    process.emitWarning(`The headless shell does not run here: ${String(error)}`);
    return findChromium();
  }
}
