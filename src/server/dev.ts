import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { createRequestListener } from '@remix-run/node-fetch-server';
import type { Connect, ViteDevServer } from 'vite';
import { buildAdmin } from '../admin/build.ts';
import type { PreviewContext } from '../on-demand/index.ts';
import { buildRevision } from '../revision/build.ts';
import { serveAdmin } from './app.ts';
import { projectDir, readEnvironment } from './environment.ts';
import { forgePath, openNewsroom } from './newsroom.ts';
import { toOrigins } from './origins.ts';
import { createDevRenderer } from './preview-dev.ts';
import { openPreview } from './preview-mount.ts';
import { previewPath } from './preview.ts';
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

  interface Opened {
    readonly forge: RequestListener | undefined;
    readonly preview: RequestListener;
  }

  async function open(): Promise<Opened> {
    const { address, port } = httpServer?.address() as AddressInfo;
    const origins = toOrigins(address, port);
    const log = (line: string): void => {
      config.logger.error(line);
    };
    const [{ forge, close }] = await Promise.all([
      openNewsroom({
        environment,
        origins,
        publishes: false,
        log,
      }),
      buildAdmin({ projectDir, outDir: adminDir }),
      buildRevision({ projectDir, outDir: revisionDir }),
    ]);
    const preview = await openPreview({
      environment,
      forge,
      renderer: createDevRenderer(server),
      origins,
      readContext: async () => {
        const response = await fetch(`${String(origins[0])}/admin/preview.json`);
        // Only the renderer looks into it.
        return response.ok ? ((await response.json()) as PreviewContext) : undefined;
      },
      log,
    });
    httpServer?.once('close', () => void Promise.all([close(), preview.close()]));
    return {
      forge: forge && createRequestListener((request) => forge.handle(request)),
      preview: createRequestListener(preview.handle),
    };
  }

  const opened = new Promise<Opened>((resolve) => {
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
      opened.then(({ forge }) => {
        if (forge === undefined) next();
        else forge(request, response);
      }, next);
    } else if (pathname === previewPath || pathname.startsWith(`${previewPath}/`)) {
      opened.then(({ preview }) => {
        preview(request, response);
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
