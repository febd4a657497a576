import { readdir, stat } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createRequestListener } from '@remix-run/node-fetch-server';
import type { AstroIntegration } from 'astro';
import { buildAdmin } from '../admin/build.ts';
import { prune } from '../publish/index.ts';
import { serveAdmin } from './app.ts';
import { projectDir, readEnvironment } from './environment.ts';
import { forgePath, openNewsroom } from './newsroom.ts';
import { toOrigins } from './origins.ts';
import { type FileHandler, serveFolder } from './static-files.ts';

/**
 * Joins the newsroom to Astro. In a build: adds the admin and prunes what a kept build no longer needs. In
 * `astro dev`: the admin and the forge, beside pages that show the work tree.
 */
export function newsroom(): AstroIntegration {
  let started = 0;
  let publicDir = '';
  return {
    name: 'gaceta-newsroom',
    hooks: {
      'astro:config:done': ({ config }) => {
        publicDir = fileURLToPath(config.publicDir);
      },
      'astro:server:setup': ({ server }) => {
        const environment = readEnvironment(process.env);
        const adminDir = path.join(projectDir, '.gaceta', 'admin');
        const ready = new Promise<RequestListener>((resolve, reject) => {
          server.httpServer?.once('listening', () => {
            const address = server.httpServer?.address();
            if (address === null || address === undefined || typeof address === 'string') return;
            Promise.all([
              openNewsroom({
                environment,
                origins: toOrigins(address.address, address.port),
                publishes: false,
                log: (line) => {
                  server.config.logger.error(line);
                },
              }),
              buildAdmin({ projectDir, outDir: adminDir }),
            ]).then(([newsroom]) => {
              const { forge } = newsroom;
              resolve(
                createRequestListener(
                  (request) => forge?.handle(request) ?? new Response(null, { status: 404 }),
                ),
              );
            }, reject);
          });
        });
        server.middlewares.use((request, response, next) => {
          const pathname = request.url ?? '/';
          if (pathname.startsWith(`${forgePath}/`)) {
            ready.then((forge) => {
              forge(request, response);
            }, next);
          } else if (pathname.startsWith('/admin/')) {
            ready.then(() => {
              const toPages: FileHandler = (_request, _response, pages) => {
                pages();
              };
              serveAdmin(serveFolder(adminDir), toPages, environment.backend)(request, response, next);
            }, next);
          } else next();
        });
      },
      'astro:build:start': () => {
        started = Date.now();
      },
      'astro:build:done': async ({ dir, assets, logger }) => {
        const output = fileURLToPath(dir);
        const live = new Set([...assets.values()].flat().map((url) => fileURLToPath(url)));
        for (const name of await listFiles(publicDir)) live.add(path.join(output, name));
        // The images integration has removed derived images that no page names.
        for (const name of await listFiles(path.join(output, '_img')))
          live.add(path.join(output, '_img', name));
        const removed = await prune(output, live, started);
        if (removed.length > 0)
          logger.info(`Removed ${String(removed.length)} files that are no longer published.`);
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
