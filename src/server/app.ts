import type { RequestListener, ServerResponse } from 'node:http';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { createRequestListener } from '@remix-run/node-fetch-server';
import type { Backend } from '../site/backend.ts';
import { type Newsroom, forgePath } from './newsroom.ts';
import { type FileHandler, serveFolder, serveReleases, toPathname } from './static-files.ts';

/** Where each production backend's API is, unless its settings say so. */
const apiOrigins: Readonly<Record<Backend['name'], string>> = {
  github: 'https://api.github.com',
  gitlab: 'https://gitlab.com',
  forgejo: 'https://codeberg.org',
};

/** The origins besides its own that the admin talks to. */
export function toConnectOrigins(backend: Backend | undefined): string[] {
  if (backend === undefined) return [];
  const { api_root: apiRoot, base_url: baseUrl } = backend;
  const named = [apiRoot, baseUrl].filter((url) => typeof url === 'string' && URL.canParse(url));
  return [...new Set([apiOrigins[backend.name], ...named.map((url) => new URL(String(url)).origin)])];
}

/**
 * The policy of the admin: everything from this origin, and the API of a production backend. Decap compiles
 * its schemas at run time ('unsafe-eval') and styles with inline sheets; images may be previews of uploads
 * (blob:, data:).
 */
const toAdminPolicy = (backend: Backend | undefined): string =>
  [
    "default-src 'self'",
    "script-src 'self' 'unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data: https:",
    ["connect-src 'self' blob: data:", ...toConnectOrigins(backend)].join(' '),
    "frame-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Answers every request: the forge, the admin and the live site. */
export function createApp(
  newsroom: Newsroom,
  adminDir: string,
  backend: Backend | undefined,
): RequestListener {
  const { forge } = newsroom;
  const listener = forge && createRequestListener((request) => forge.handle(request));
  const admin = serveFolder(adminDir);
  const site = serveReleases(newsroom.releasesDir);
  const toAdmin = serveAdmin(admin, site, backend);
  return (request, response) => {
    const pathname = toPathname(request);
    const notFound = (): void => {
      sendNotFound(newsroom.releasesDir, response);
    };
    if (pathname === forgePath || pathname.startsWith(`${forgePath}/`)) {
      if (listener === undefined) notFound();
      else listener(request, response);
    } else if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    } else if (pathname === '/admin') {
      response.writeHead(308, { Location: '/admin/' }).end();
    } else if (pathname.startsWith('/admin/')) {
      toAdmin(request, response, notFound);
    } else {
      site(request, response, notFound);
    }
  };
}

/** The admin's own bundle first; its settings and the site's styles come from the live release. */
export function serveAdmin(admin: FileHandler, site: FileHandler, backend: Backend | undefined): FileHandler {
  const policy = toAdminPolicy(backend);
  return (request, response, next) => {
    response.setHeader('Content-Security-Policy', policy);
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

function sendNotFound(releasesDir: string, response: ServerResponse): void {
  const page = createReadStream(path.join(releasesDir, 'current', 'site', '404.html'));
  page.once('error', () => {
    sendUnavailable(response);
  });
  page.once('open', () => {
    response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache' });
    page.pipe(response);
  });
}
