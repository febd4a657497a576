import { readlinkSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import sirv, { type RequestHandler } from 'sirv';

/** The address of a file never changes its content: its name carries a digest. */
const immutable = /^\/(?:_astro|_img)\/|^\/admin\/assets\//u;

function setHeaders(response: ServerResponse, pathname: string): void {
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'strict-origin-when-cross-origin');
  response.setHeader('X-Frame-Options', 'SAMEORIGIN');
  response.setHeader(
    'Cache-Control',
    immutable.test(pathname) ? 'public, max-age=31536000, immutable' : 'no-cache',
  );
}

const options = { etag: true, dev: false, dotfiles: false, setHeaders } as const;

/** Answers from files, or calls `next` when it has none for the address. */
export type FileHandler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** The path that a request asks for, without its query. A path such as `//` is no URL, and no reason to fail. */
export const toPathname = ({ url = '/' }: IncomingMessage): string => url.replace(/[?#].*$/su, '');

/** Serves a folder that does not change. */
export const serveFolder = (dir: string): FileHandler => sirv(dir, options);

/**
 * Serves the live release. Each request is answered by one release, whole; files with a digest in their
 * name are looked up in the release before, too, for a reader whose page is older than the swap.
 */
export function serveReleases(releasesDir: string): FileHandler {
  const link = path.join(releasesDir, 'current');
  let name: string | undefined;
  let live: RequestHandler | undefined;
  let before: RequestHandler | undefined;
  return (request, response, next) => {
    const target = readLink(link);
    if (target !== undefined && target !== name) {
      before = live;
      live = sirv(path.resolve(releasesDir, target, 'site'), options);
      name = target;
    }
    const isImmutable = immutable.test(toPathname(request));
    if (live === undefined) {
      next();
      return;
    }
    live(request, response, () => {
      if (isImmutable && before !== undefined) before(request, response, next);
      else next();
    });
  };
}

function readLink(link: string): string | undefined {
  try {
    return readlinkSync(link);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
