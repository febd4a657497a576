import type { CmsBackend } from 'decap-cms-core';
import { z } from 'zod';

/** The forges that the bundle can talk to; the rest of the backend's keys are Decap's to check. */
const backendSchema = z.looseObject({
  name: z.enum(['github', 'gitlab', 'forgejo']),
  repo: z.string().exactOptional(),
  branch: z.string().exactOptional(),
  api_root: z.string().exactOptional(),
  base_url: z.string().exactOptional(),
});

const settingsSchema = z.object({
  backend: backendSchema,
  siteUrl: z.string().min(1),
  siteName: z.string().min(1),
  logo: z.string().min(1).exactOptional(),
  timeZone: z.string().refine(isTimeZone, { error: 'no es una zona horaria.' }),
  accent: z.string().regex(/^#[0-9a-f]{6}$/iu),
});

/** What the server says about the site: `/admin/config.json`. */
export interface Settings extends Omit<z.output<typeof settingsSchema>, 'backend'> {
  readonly backend: CmsBackend;
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/**
 * Checks what the server answered. Addresses of the backend that begin with `/` are of this very server:
 * they become absolute, without a slash at the end, because Decap compares `base_url` with an origin.
 * @throws ZodError that names the wrong keys.
 */
export function parseSettings(data: unknown, origin: string): Settings {
  const { backend, ...settings } = settingsSchema.parse(data);
  const toAbsolute = (url: string): string => new URL(url, origin).href.replace(/\/+$/u, '');
  const { api_root, base_url } = backend;
  return {
    ...settings,
    // With the local forge, the site that editors publish to is the one that this server shows.
    ...(api_root?.startsWith('/') ? { siteUrl: origin } : {}),
    backend: {
      ...backend,
      ...(api_root?.startsWith('/') ? { api_root: toAbsolute(api_root) } : {}),
      ...(base_url?.startsWith('/') ? { base_url: toAbsolute(base_url) } : {}),
    },
  };
}

/** Asks the server for the settings. @throws when there is no answer, or not the expected one. */
export async function loadSettings(): Promise<Settings> {
  const url = '/admin/config.json';
  const response = await fetch(url, { cache: 'no-store' });
  if (!response.ok) throw new Error(`${url}: ${String(response.status)} ${response.statusText}`);
  return parseSettings(await response.json(), location.origin);
}
