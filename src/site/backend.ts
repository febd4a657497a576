import { z } from 'zod';

/** Where the browser app of `/admin` finds the repository by default: the forge of this very server. */
const localBackend = {
  name: 'github',
  repo: 'gaceta/contenido',
  branch: 'main',
  api_root: '/forge',
  base_url: '/',
  auth_endpoint: 'forge/sign-in',
  cms_label_prefix: 'gaceta/',
} as const;

/** A backend of Decap (its `backend` setting): only the forges that the admin's bundle can talk to. */
const backendSchema = z.looseObject({
  name: z.enum(['github', 'gitlab', 'forgejo'], { error: 'name is "github", "gitlab" or "forgejo"' }),
  repo: z.string({ error: 'repo is missing: "owner/name"' }).regex(/^[^/\s]+(?:\/[^/\s]+)+$/u, {
    error: 'repo is "owner/name"',
  }),
  branch: z.string().default('main'),
});

export type Backend = z.output<typeof backendSchema>;

/** GACETA_BACKEND is wrong; the message says how, and what to set. */
export class BackendError extends Error {
  override readonly name = 'BackendError';
}

/**
 * The production backend that GACETA_BACKEND names, or undefined for the embedded forge.
 * @throws BackendError
 */
export function readBackend(value: string | undefined): Backend | undefined {
  if (value === undefined || value === '') return undefined;
  const remedy =
    'Set it to JSON such as {"name":"github","repo":"owner/name"}, or leave it out for the embedded forge.';
  let json: unknown;
  try {
    json = JSON.parse(value);
  } catch (cause) {
    throw new BackendError(`GACETA_BACKEND is no JSON. ${remedy}`, { cause });
  }
  const result = backendSchema.safeParse(json);
  if (result.success) return result.data;
  const details = result.error.issues.map(({ message }) => message).join('; ');
  throw new BackendError(`GACETA_BACKEND is wrong (${details}). ${remedy}`);
}

/** What `/admin` is told: the production backend, or the embedded forge. */
export const toBackend = (value: string | undefined): Backend | typeof localBackend =>
  readBackend(value) ?? localBackend;
