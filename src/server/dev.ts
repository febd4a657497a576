import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { createRequestListener } from '@remix-run/node-fetch-server';
import type { Connect, ViteDevServer } from 'vite';
import { buildAdmin } from '../admin/build.ts';
import { buildRevision } from '../revision/build.ts';
import { serveAdmin } from './app.ts';
import { projectDir, readEnvironment } from './environment.ts';
import { forgePath, openNewsroom } from './newsroom.ts';
import { toOrigins } from './origins.ts';
import { serveRevision } from './revision.ts';
import { type FileHandler, serveFolder } from './static-files.ts';

/**
 * `npm run dev`: the admin and the forge beside pages that Astro makes from the work tree. A merge moves the
 * work tree, and so the pages, when main is checked out.
 * @throws EnvironmentError
 */
export function serveNewsroom(server: ViteDevServer): void {
  const environment = readEnvironment(process.env);
  const adminDir = path.join(projectDir, '.gaceta', 'admin');
  const revisionDir = path.join(projectDir, '.gaceta', 'revision');
  const { httpServer, middlewares, config } = server;
  if (httpServer === null) return;

  async function open(): Promise<RequestListener | undefined> {
    const { address, port } = httpServer?.address() as AddressInfo;
    const [{ forge, close }] = await Promise.all([
      openNewsroom({
        environment,
        origins: toOrigins(address, port),
        publishes: false,
        log: (line) => {
          config.logger.error(line);
        },
      }),
      buildAdmin({ projectDir, outDir: adminDir }),
      buildRevision({ projectDir, outDir: revisionDir }),
    ]);
    httpServer?.once('close', () => void close());
    return forge && createRequestListener((request) => forge.handle(request));
  }

  const opened = new Promise<RequestListener | undefined>((resolve) => {
    httpServer.once('listening', () => {
      resolve(open());
    });
  });
  opened.catch((error: unknown) => {
    config.logger.error(String(error));
  });

  const toPages: FileHandler = (_request, _response, next) => {
    next();
  };
  const handle: Connect.NextHandleFunction = (request, response, next) => {
    const pathname = request.url ?? '/';
    if (pathname.startsWith(`${forgePath}/`)) {
      opened.then((forge) => {
        if (forge === undefined) next();
        else forge(request, response);
      }, next);
    } else if (pathname.startsWith('/revision/')) {
      opened.then(() => {
        serveRevision(revisionDir, environment.backend)(request, response, next);
      }, next);
    } else if (pathname.startsWith('/admin/')) {
      opened.then(() => {
        serveAdmin(serveFolder(adminDir), toPages, environment.backend)(request, response, next);
      }, next);
    } else next();
  };
  // First of all: Astro's own middleware knows no address without a slash at its end.
  middlewares.stack.unshift({ route: '', handle });
}
