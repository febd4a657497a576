import type { ServerResponse } from 'node:http';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { currentRelease } from '../publish/index.ts';

/** Where programs ask whether the server is well. Without a slash at its end: `/salud/` is a page like any other. */
export const healthPath = '/salud';

/**
 * Answers with JSON: 200 and which commit of main readers get and since when, or 503 while they get no site.
 * @param releasesDir of the newsroom; undefined: it has not opened yet
 */
export async function sendHealth(response: ServerResponse, releasesDir: string | undefined): Promise<void> {
  const live = releasesDir === undefined ? undefined : await readLive(releasesDir);
  response
    .writeHead(live === undefined ? 503 : 200, {
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'no-store',
    })
    .end(`${JSON.stringify(live === undefined ? { status: 'starting' } : { status: 'ok', ...live })}\n`);
}

async function readLive(releasesDir: string): Promise<{ commit: string; since: string } | undefined> {
  const live = await currentRelease(releasesDir);
  if (live === undefined) return undefined;
  // The link is made anew for each release.
  const { mtime } = await stat(path.dirname(live.dir));
  return { commit: live.commit, since: mtime.toISOString() };
}
