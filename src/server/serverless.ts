import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroUserConfig } from 'astro';
import { z } from 'zod';
import { readBackend } from '../site/backend.ts';
import { toVercelRoutes } from '../site/hosts.ts';
import { projectDir } from './environment.ts';
import { readHosting } from './hosting.ts';

/** GACETA_TARGET is wrong; the message says what to set. */
class TargetError extends Error {
  override readonly name = 'TargetError';
}

type Serverless = Pick<AstroUserConfig, 'adapter' | 'trailingSlash' | 'integrations'>;

/**
 * What a build for a serverless host has besides the static site: the host's adapter, and what is answered on
 * demand: the sign-in and the preview. Nothing for a host of static files.
 * @param target GACETA_TARGET: `vercel`, or unset for static files alone
 * @throws TargetError
 */
export async function toServerless(target: string | undefined): Promise<Serverless> {
  if (target === undefined || target === '' || target === 'static') return {};
  if (target !== 'vercel') {
    throw new TargetError(
      `GACETA_TARGET is «${target}». Set it to vercel, or leave it out for static files.`,
    );
  }
  const { default: vercel } = await import('@astrojs/vercel');
  return {
    adapter: vercel({ includeFiles: cardFonts }),
    // GitHub sends people back to the very address that was registered: without a slash at its end.
    trailingSlash: 'ignore',
    integrations: [
      {
        name: 'gaceta-on-demand',
        hooks: {
          'astro:config:setup': ({ injectRoute }) => {
            injectRoute({
              pattern: '/oauth/[...path]',
              entrypoint: new URL('./sign-in-route.ts', import.meta.url),
              prerender: false,
            });
            injectRoute({
              pattern: '/preview/[...path]',
              entrypoint: new URL('./preview-route.ts', import.meta.url),
              prerender: false,
            });
          },
          // The adapter has written its part by now.
          'astro:build:done': ({ dir }) => addRoutes(fileURLToPath(dir)),
        },
      },
    ],
  };
}

/** The typeface of the share cards, which the adapter cannot see: it is read as files (cards/typeface.ts). */
const cardFonts = [
  'package.json',
  ...['latin', 'latin-ext'].flatMap((script) =>
    [400, 700].map((weight) => `files/source-serif-4-${script}-${String(weight)}-normal.woff`),
  ),
].map((name) => `node_modules/@fontsource/source-serif-4/${name}`);

const configFile = path.join(projectDir, '.vercel/output/config.json');
const configSchema = z.looseObject({ routes: z.array(z.unknown()) });

/** Tells Vercel the headers of the site and its old addresses. @param dir of the built site */
async function addRoutes(dir: string): Promise<void> {
  const config = configSchema.parse(JSON.parse(await readFile(configFile, 'utf8')));
  const own = toVercelRoutes(await readHosting(dir, readBackend(process.env)));
  await writeFile(configFile, JSON.stringify({ ...config, routes: [...own, ...config.routes] }));
}
