import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { createRequestListener, type FetchHandler } from '@remix-run/node-fetch-server';
import { toPlainPath } from '../../content-schema/index.ts';
import type { Backend } from '../site/backend.ts';
import { commonHeaders, toAdminHeaders, toPageHeaders } from '../site/headers.ts';
import { healthPath, sendHealth } from './health.ts';
import { type Newsroom, forgePath } from './newsroom.ts';
import { renderNotFound } from './not-found.ts';
import { previewPath } from './preview.ts';
import { serveRevision } from './revision.ts';
import { type FileHandler, type LiveSite, serveFolder, serveReleases, toPathname } from './static-files.ts';

interface AppOptions {
  readonly newsroom: Newsroom;
  readonly adminDir: string;
  readonly revisionDir: string;
  readonly backend: Backend | undefined;
  /** Answers below `/oauth/`; undefined: nothing is there. */
  readonly signIn: FetchHandler | undefined;
  /** Answers at and below `/preview`. */
  readonly preview: FetchHandler;
}

/** Where the sign-in of a production backend is. */
const signInPath = '/oauth';

const isBelow = (pathname: string, folder: string): boolean =>
  pathname === folder || pathname.startsWith(`${folder}/`);

/** Answers every request: the forge, the sign-in, the admin and the live site. */
export function createApp({
  newsroom,
  adminDir,
  revisionDir,
  backend,
  signIn,
  preview,
}: AppOptions): RequestListener {
  const { forge } = newsroom;
  const toForge = forge && createRequestListener((request) => forge.handle(request));
  const toSignIn = signIn && createRequestListener(signIn);
  const toPreview = createRequestListener(preview);
  const admin = serveFolder(adminDir);
  const releases = serveReleases(newsroom.releasesDir);
  const toAdmin = serveAdmin(admin, releases.serve, backend);
  const toRevision = serveRevision(revisionDir, backend);
  return (request, response) => {
    const pathname = toPathname(request);
    const fail = (error: unknown): void => {
      response.destroy(error instanceof Error ? error : undefined);
    };
    const notFound = (): void => {
      sendNotFound(releases.live(), request, response).catch(fail);
    };
    const mounted = isBelow(pathname, forgePath)
      ? (toForge ?? notFound)
      : isBelow(pathname, signInPath)
        ? (toSignIn ?? notFound)
        : isBelow(pathname, previewPath)
          ? toPreview
          : undefined;
    if (mounted !== undefined) {
      mounted(request, response);
    } else if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    } else if (pathname === healthPath) {
      sendHealth(response, newsroom.releasesDir).catch(fail);
    } else if (pathname === '/admin' || pathname === '/revision') {
      response.writeHead(308, { Location: `${pathname}/` }).end();
    } else if (pathname.startsWith('/revision/')) {
      toRevision(request, response, notFound);
    } else if (pathname.startsWith('/admin/')) {
      toAdmin(request, response, notFound);
    } else {
      const { policy, redirects } = releases.live()?.facts ?? {};
      const target = redirects?.get(toPlainPath(pathname));
      if (policy !== undefined) response.setHeaders(new Map(Object.entries(toPageHeaders(policy))));
      if (target === undefined) releases.serve(request, response, notFound);
      else response.writeHead(301, { Location: target, 'Cache-Control': 'no-cache' }).end();
    }
  };
}

/** The admin's own bundle first; its settings and the site's styles come from the live release. */
export function serveAdmin(admin: FileHandler, site: FileHandler, backend: Backend | undefined): FileHandler {
  const headers = new Map(Object.entries(toAdminHeaders(backend)));
  return (request, response, next) => {
    response.setHeaders(headers);
    const url = request.url;
    request.url = url?.replace(/^\/admin/u, '');
    admin(request, response, () => {
      request.url = url;
      site(request, response, next);
    });
  };
}

/** What a reader gets when there is no site yet: the first build has not ended, or has failed. */
export function sendUnavailable(response: ServerResponse): void {
  response
    .writeHead(503, {
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'no-store',
      'Retry-After': '5',
    })
    .end('El sitio todavía no está listo. Vuelve a intentarlo en unos segundos.\n');
}

async function sendNotFound(
  site: LiveSite | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (site === undefined) {
    sendUnavailable(response);
    return;
  }
  try {
    const page = await renderNotFound(site.dir, toPathname(request), site.facts.redirects);
    response
      .writeHead(404, {
        ...commonHeaders,
        'Content-Type': 'text/html; charset=utf-8',
        'Cache-Control': 'no-cache',
      })
      .end(request.method === 'HEAD' ? undefined : page);
  } catch (error) {
    // A site without such a page; a release that was removed just now.
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    sendUnavailable(response);
  }
}
