import { z } from 'zod';
import { messages } from './messages.ts';

const settingsSchema = z.object({
  backend: z.looseObject({
    name: z.string(),
    repo: z.string().optional(),
    branch: z.string().default('main'),
    api_root: z.string().default('https://api.github.com'),
    base_url: z.string().default('/'),
    auth_endpoint: z.string().default('oauth/authorize'),
    squash_merges: z.boolean().default(false),
  }),
  siteName: z.string().min(1),
  timeZone: z.string(),
  accent: z.string().regex(/^#[0-9a-f]{6}$/iu),
});

/** What the server says about the site, of what this page needs: `/admin/config.json`. */
export interface Settings {
  /** `owner/name` on GitHub, or of the forge of this server. */
  readonly repo: string;
  readonly branch: string;
  /** Absolute address of the API, without a slash at its end. */
  readonly apiRoot: string;
  readonly signIn: { readonly baseUrl: string; readonly authEndpoint: string };
  readonly mergeMethod: 'merge' | 'squash';
  readonly isLocal: boolean;
  readonly siteName: string;
  readonly timeZone: string;
  readonly accent: string;
}

/** @throws ZodError that names the wrong keys; Error for a forge that this page cannot talk to */
export function parseSettings(data: unknown, origin: string): Settings {
  const { backend, siteName, timeZone, accent } = settingsSchema.parse(data);
  if (backend.name !== 'github' || backend.repo === undefined) {
    throw new Error(messages.configFailed.otherForge);
  }
  const toAbsolute = (url: string): string => new URL(url, origin).href.replace(/\/+$/u, '');
  return {
    repo: backend.repo,
    branch: backend.branch,
    apiRoot: toAbsolute(backend.api_root),
    signIn: { baseUrl: toAbsolute(backend.base_url), authEndpoint: backend.auth_endpoint },
    mergeMethod: backend.squash_merges ? 'squash' : 'merge',
    isLocal: backend.api_root.startsWith('/'),
    siteName,
    timeZone,
    accent,
  };
}

/** Asks the server for the settings. @throws when there is no answer, or not the expected one */
export async function loadSettings(): Promise<Settings> {
  const url = '/admin/config.json';
  const response = await fetch(url, { cache: 'no-store' });
  if (!response.ok) throw new Error(`${url}: ${String(response.status)} ${response.statusText}`);
  return parseSettings(await response.json(), location.origin);
}
