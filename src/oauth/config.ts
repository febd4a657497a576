import { z } from 'zod';
import { asksOrganisation, type Member, parseMember } from './members.ts';

const prefix = 'GACETA_OAUTH_';

/** Where the operator gets each value, after GACETA_OAUTH_. */
const sources = {
  CLIENT_ID:
    'Copy it from the app: github.com → Settings (of you or your organisation) → Developer settings → OAuth Apps or GitHub Apps → your app → Client ID.',
  CLIENT_SECRET: 'Make one on the same page of the app: Generate a new client secret.',
  COOKIE_SECRET:
    'Make one, for this site alone: openssl rand -hex 32. Several instances of the server share the same.',
  ORIGIN:
    'Set it to the public address of the server that answers /oauth, without a path: https://redaccion.example.org. The app’s callback URL on GitHub is this address and /oauth/callback.',
  ADMIN_ORIGIN:
    'Set it to the address where /admin is, without a path, when that is another one: https://example.org. Only that page is handed a token.',
  SCOPE:
    'Set it to public_repo when the repository is public (the default), or to repo when it is private. A GitHub App ignores it: it has its own permissions.',
  MEMBERS:
    'Set it to who may sign in, separated by commas: org:name, team:name/team, repo:owner/name (whoever may write there), user:login. Leave it out to leave that to the rights on the repository.',
  GITHUB_URL: 'Leave it out for github.com. GitHub Enterprise Server: https://github.example.org.',
  API_URL:
    'Leave it out for github.com. GitHub Enterprise Server: https://github.example.org/api/v3 (the default there).',
  PROXIES:
    'Set it to how many proxies of yours stand before the server and add to X-Forwarded-For: 0 (the default) for none, 1 for nginx or a serverless host.',
} as const;

type Name = keyof typeof sources;

const isLoopback = (host: string): boolean => /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/u.test(host);

/** https, or http on this machine alone. */
function toSafeUrl(text: string): URL | undefined {
  const url = URL.parse(text);
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  return url !== null && isSafe && url.username === '' && url.search === '' && url.hash === ''
    ? url
    : undefined;
}

const missing = { error: 'is missing' };

const origin = z
  .string(missing)
  .refine((text) => toSafeUrl(text)?.origin === text.toLowerCase(), {
    error: 'is no origin that begins with https:// (http:// only on a loopback address)',
  })
  .transform((text) => text.toLowerCase());

const address = z
  .string()
  .refine((text) => toSafeUrl(text) !== undefined, { error: 'is no address that begins with https://' })
  .transform((text) => text.replace(/\/+$/u, ''));

/** A token can do no more than the scopes that it was made with; these are all that the newsroom could need. */
const scopes = ['public_repo', 'repo', 'read:org', 'read:user', 'user:email'];

const toList = (text: string): string[] => text.split(/[\s,]+/u).filter((word) => word !== '');

const schema = z.object({
  CLIENT_ID: z.string(missing).regex(/^[\w.-]{1,100}$/u, { error: 'does not look like a client ID' }),
  CLIENT_SECRET: z
    .string(missing)
    .regex(/^[\x21-\x7e]{8,200}$/u, { error: 'does not look like a client secret' }),
  COOKIE_SECRET: z.string(missing).min(32, { error: 'is shorter than 32 characters' }),
  ORIGIN: origin,
  ADMIN_ORIGIN: origin.optional(),
  SCOPE: z
    .string()
    .default('public_repo')
    .transform(toList)
    .refine((list) => list.every((scope) => scopes.includes(scope)), {
      error: `asks for more than a newsroom needs (allowed: ${scopes.join(', ')})`,
    }),
  MEMBERS: z
    .string()
    .default('')
    .transform((text, context) =>
      toList(text).flatMap((word): Member[] => {
        const member = parseMember(word);
        if (member === undefined) {
          context.addIssue({ code: 'custom', message: `has a rule that is none: «${word.slice(0, 60)}»` });
        }
        return member === undefined ? [] : [member];
      }),
    ),
  GITHUB_URL: address.default('https://github.com'),
  API_URL: address.optional(),
  PROXIES: z.string().regex(/^\d$/u, { error: 'is no number from 0 to 9' }).default('0').transform(Number),
});

/** What the sign-in has to know. */
export interface OAuthConfig {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly cookieSecret: string;
  /** The public origin of the server that answers `/oauth`. */
  readonly origin: string;
  /** The only origin that is handed a token. */
  readonly adminOrigin: string;
  readonly scope: string;
  /** Who may sign in; everybody with an account when empty. */
  readonly members: readonly Member[];
  readonly githubUrl: string;
  readonly apiUrl: string;
  /** How many proxies before this server are trusted to tell the client's address. */
  readonly proxies: number;
}

/** GACETA_OAUTH_* is wrong; one line for each problem, with where to get the value. No line holds a secret. */
export class OAuthConfigError extends Error {
  override readonly name = 'OAuthConfigError';
}

/**
 * Reads GACETA_OAUTH_*; undefined when none is set.
 * @throws OAuthConfigError that lists everything missing, wrong or misspelt at once.
 */
export function readOAuthConfig(env: Readonly<Record<string, string | undefined>>): OAuthConfig | undefined {
  const given = Object.entries(env).flatMap(([name, value]) =>
    name.startsWith(prefix) && value !== undefined && value.trim() !== ''
      ? [[name.slice(prefix.length), value.trim()] as const]
      : [],
  );
  if (given.length === 0) return undefined;
  const result = schema.safeParse(Object.fromEntries(given));
  const problems = [
    ...(result.error?.issues ?? []).map(({ path: [name], message }) => {
      const source = isName(name) ? sources[name] : '';
      return `${prefix}${String(name)} ${message}. ${source}`;
    }),
    // A rule that nobody reads because its name is misspelt would let everybody in.
    ...given
      .filter(([name]) => !isName(name))
      .map(([name]) => `${prefix}${name} is unknown. Known: ${Object.keys(sources).join(', ')}.`),
  ];
  if (!result.success || problems.length > 0) throw new OAuthConfigError(problems.join('\n'));
  return toConfig(result.data);
}

const isName = (name: unknown): name is Name => typeof name === 'string' && Object.hasOwn(sources, name);

function toConfig(values: z.output<typeof schema>): OAuthConfig {
  const { ORIGIN, GITHUB_URL, MEMBERS, SCOPE } = values;
  const ownApi = GITHUB_URL === 'https://github.com' ? 'https://api.github.com' : `${GITHUB_URL}/api/v3`;
  const needed = MEMBERS.some(asksOrganisation) ? [...SCOPE, 'read:org'] : SCOPE;
  return {
    clientId: values.CLIENT_ID,
    clientSecret: values.CLIENT_SECRET,
    cookieSecret: values.COOKIE_SECRET,
    origin: ORIGIN,
    adminOrigin: values.ADMIN_ORIGIN ?? ORIGIN,
    scope: [...new Set(needed)].join(' '),
    members: MEMBERS,
    githubUrl: GITHUB_URL,
    apiUrl: values.API_URL ?? ownApi,
    proxies: values.PROXIES,
  };
}
