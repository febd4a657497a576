import { readlinkSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import sirv, { type RequestHandler } from 'sirv';
import { commonHeaders, immutableCaching, isImmutable } from '../site/headers.ts';
import { readSiteFacts, type SiteFacts } from './hosting.ts';

function setHeaders(response: ServerResponse, pathname: string): void {
  for (const [name, value] of Object.entries(commonHeaders)) response.setHeader(name, value);
  response.setHeader('Cache-Control', isImmutable(pathname) ? immutableCaching : 'no-cache');
}

const options = { etag: true, dev: false, dotfiles: false, setHeaders } as const;

/** Answers from files, or calls `next` when it has none for the address. */
export type FileHandler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** The path that a request asks for, without its query. A path such as `//` is no URL, and no reason to fail. */
export const toPathname = ({ url = '/' }: IncomingMessage): string => url.replace(/[?#].*$/su, '');

/** Serves a folder that does not change. */
export const serveFolder = (dir: string): FileHandler => sirv(dir, options);

/** The release that readers get. */
export interface LiveSite {
  /** Absolute path of the folder with its files. */
  readonly dir: string;
  readonly facts: SiteFacts;
  readonly serve: RequestHandler;
}

/** The releases of a newsroom: the live one, and its files. */
export interface Releases {
  /** Undefined before the first one. */
  live(): LiveSite | undefined;
  readonly serve: FileHandler;
}

/**
 * Serves the live release, compressed where it has files for that. Each request is answered by one release,
 * whole; files with a digest in their name are looked up in the release before, too, for a reader whose page is
 * older than the swap.
 */
export function serveReleases(releasesDir: string): Releases {
  const link = path.join(releasesDir, 'current');
  let name: string | undefined;
  let live: LiveSite | undefined;
  let before: LiveSite | undefined;
  const find = (): LiveSite | undefined => {
    const target = readLink(link);
    if (target !== undefined && target !== name) {
      const dir = path.resolve(releasesDir, target, 'site');
      before = live;
      live = { dir, facts: readSiteFacts(dir), serve: sirv(dir, { ...options, brotli: true, gzip: true }) };
      name = target;
    }
    return live;
  };
  return {
    live: find,
    serve(request, response, next) {
      const site = find();
      if (site === undefined) {
        next();
        return;
      }
      site.serve(request, response, () => {
        if (isImmutable(toPathname(request)) && before !== undefined) before.serve(request, response, next);
        else next();
      });
    },
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
