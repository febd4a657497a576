import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { prune } from '../publish/index.ts';

/** Joins the newsroom to Astro: prunes what a kept build no longer needs. */
export function newsroom(): AstroIntegration {
  let started = 0;
  let publicDir = '';
  return {
    name: 'gaceta-newsroom',
    hooks: {
      'astro:config:done': ({ config }) => {
        publicDir = fileURLToPath(config.publicDir);
      },
      'astro:build:start': () => {
        started = Date.now();
      },
      'astro:build:done': async ({ dir, assets, logger }) => {
        const output = fileURLToPath(dir);
        const live = new Set([...assets.values()].flat().map((url) => fileURLToPath(url)));
        for (const name of await listFiles(publicDir)) live.add(path.join(output, name));
        // The images integration has removed derived images that no page names.
        for (const name of await listFiles(path.join(output, '_img'))) live.add(path.join(output, '_img', name));
        const removed = await prune(output, live, started);
        if (removed.length > 0) logger.info(`Removed ${String(removed.length)} files that are no longer published.`);
      },
    },
  };
}

async function listFiles(dir: string): Promise<string[]> {
  try {
    await stat(dir);
  } catch {
    return [];
  }
  const entries = await readdir(dir, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)));
}
