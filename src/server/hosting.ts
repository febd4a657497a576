import { existsSync, readFileSync } from 'node:fs';
import { open, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { toPlainPath } from '../../content-schema/index.ts';
import type { Backend } from '../site/backend.ts';
import { toApps } from '../site/headers.ts';
import { type Hosting, toHeadersFile, toHtaccess, toNginx, toRedirectsFile } from '../site/hosts.ts';
import { findPolicies, joinPolicies } from '../site/policy.ts';

const redirectsSchema = z.object({ redirects: z.array(z.object({ from: z.string(), to: z.string() })) });
const policySchema = z.object({ policy: z.string() });

/** Beside what the admin is told (src/pages/admin): what the server is told of a built site. */
const redirectsFile = 'admin/redirects.json';
const policyFile = 'admin/policy.json';

/** How the pages of a site are to be answered for. */
export interface SiteFacts {
  /** The policy of all pages together, as a header. */
  readonly policy: string | undefined;
  /** Where old paths lead, by toPlainPath. */
  readonly redirects: ReadonlyMap<string, string>;
}

/** Reads what writeHosting has written. A site that an older program built has neither policy nor old paths. */
export function readSiteFacts(dir: string): SiteFacts {
  const read = (name: string): unknown => {
    const file = path.join(dir, name);
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  };
  const policy = policySchema.optional().parse(read(policyFile))?.policy;
  const redirects = redirectsSchema.optional().parse(read(redirectsFile))?.redirects ?? [];
  return { policy, redirects: new Map(redirects.map(({ from, to }) => [toPlainPath(from), to])) };
}

/**
 * Writes what hosts have to know into a built site: `_headers` and `_redirects` (Netlify, Cloudflare),
 * `.htaccess` (Apache), `_nginx.conf`, and `admin/policy.json` for `npm start`.
 * @param backend of the apps that come with the site; null: it comes without them
 */
export async function writeHosting(dir: string, backend: Backend | undefined | null): Promise<void> {
  const hosting = await readHosting(dir, backend);
  const files = {
    _headers: toHeadersFile(hosting),
    _redirects: toRedirectsFile(hosting),
    '.htaccess': toHtaccess(hosting),
    '_nginx.conf': toNginx(hosting),
    [policyFile]: JSON.stringify({ policy: hosting.policy }),
  };
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(path.join(dir, name), text)));
}

/** What hosts have to know of a built site. @param backend as writeHosting takes it */
export async function readHosting(dir: string, backend: Backend | undefined | null): Promise<Hosting> {
  const { redirects } = redirectsSchema.parse(
    JSON.parse(await readFile(path.join(dir, redirectsFile), 'utf8')),
  );
  const places = new Map<string, string[]>();
  for (const name of await listPages(dir)) {
    const place = toPlace(name);
    places.set(place, [...(places.get(place) ?? []), ...(await readPolicies(path.join(dir, name)))]);
  }
  return {
    policy: joinPolicies([...places.values()].flat()),
    apps: backend === null ? [] : toApps(backend),
    places: [...places].map(([place, policies]) => ({ path: place, policy: joinPolicies(policies) })),
    redirects,
  };
}

/** The pages of readers, relative to the folder, with `/`. */
export async function listPages(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((name) => !/^(?:admin|revision)\//u.test(name))
    .sort();
}

/** The first folder of a page, or the page that stands in none. */
function toPlace(name: string): string {
  if (name === 'index.html') return '/';
  const [first = '', ...rest] = name.split('/');
  return `/${encodeURIComponent(first)}${rest.length === 0 ? '' : '/'}`;
}

/** The policy stands at the beginning of a page; styles, which follow, make most of its head. */
const headLength = 8192;

const readPolicies = async (file: string): Promise<string[]> =>
  findPolicies(await readStart(file, headLength));

/** The beginning of a text file. @param length in bytes */
export async function readStart(file: string, length: number): Promise<string> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await handle.close();
  }
}
