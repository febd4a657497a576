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

const repo = z.string({ error: 'repo is missing: "owner/name"' }).regex(/^[^/\s]+(?:\/[^/\s]+)+$/u, {
  error: 'repo is "owner/name"',
});
const branch = z.string().default('main');
const address = (name: string): z.ZodURL =>
  z.url({ protocol: /^https?$/u, error: `${name} is no address that begins with https://` });

/** Signing in by PKCE needs an app that knows the admin's address. @param where the app is made */
const appId = (where: string): z.ZodString =>
  z
    .string({
      error: `app_id is missing: make an application at ${where}, not confidential, redirect URI https://…/admin/`,
    })
    .min(1, { error: 'app_id is empty' });

/** A backend of Decap (its `backend` setting): only the forges that the admin's bundle can talk to. */
const backendSchema = z.discriminatedUnion(
  'name',
  [
    z.looseObject({
      name: z.literal('github'),
      repo,
      branch,
      base_url: address('base_url').optional(),
      // Where src/oauth answers.
      auth_endpoint: z.string().default('oauth/authorize'),
    }),
    z.looseObject({
      name: z.literal('gitlab'),
      repo,
      branch,
      base_url: address('base_url').optional(),
      api_root: address('api_root').optional(),
      // Decap's other ways hand the token to whoever asks, or put it into the address.
      auth_type: z.literal('pkce', { error: 'auth_type is "pkce"' }).default('pkce'),
      app_id: appId('GitLab → Preferences → Applications (scope api)'),
    }),
    z.looseObject({
      name: z.literal('forgejo'),
      repo,
      branch,
      api_root: address('api_root'),
      app_id: appId('Forgejo → Settings → Applications'),
    }),
  ],
  { error: 'name is "github", "gitlab" or "forgejo"' },
);

export type Backend = z.output<typeof backendSchema>;

/** GACETA_BACKEND is wrong; the message says how, and what to set. */
export class BackendError extends Error {
  override readonly name = 'BackendError';
}

type Env = Readonly<Record<string, string | undefined>>;

/**
 * The production backend that GACETA_BACKEND names, or undefined for the embedded forge. On GitHub people sign
 * in at its `base_url`, or else where GACETA_OAUTH_ORIGIN says that src/oauth answers.
 * @throws BackendError
 */
export function readBackend(env: Env): Backend | undefined {
  const value = env['GACETA_BACKEND'];
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
  if (!result.success) {
    const details = result.error.issues.map(({ message }) => message).join('; ');
    throw new BackendError(`GACETA_BACKEND is wrong (${details}). ${remedy}`);
  }
  const backend = result.data;
  if (backend.name !== 'github' || backend.base_url !== undefined) return backend;
  const origin = env['GACETA_OAUTH_ORIGIN'];
  if (origin !== undefined && URL.canParse(origin)) return { ...backend, base_url: new URL(origin).origin };
  throw new BackendError(
    'GACETA_BACKEND says GitHub, and nothing says where people sign in. Set GACETA_OAUTH_ORIGIN to the address of ' +
      'the server that answers /oauth (and the other GACETA_OAUTH_* there), or name it in GACETA_BACKEND: ' +
      '"base_url":"https://redaccion.example.org".',
  );
}

/** What `/admin` is told: the production backend, or the embedded forge. @throws BackendError */
export const toBackend = (env: Env): Backend | typeof localBackend => readBackend(env) ?? localBackend;
