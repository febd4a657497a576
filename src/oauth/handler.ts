import { Attempts, isSame } from './attempt.ts';
import type { OAuthConfig } from './config.ts';
import { GitHub, toErrorWord } from './github.ts';
import { Limiter, toClient } from './limiter.ts';
import { admit } from './members.ts';
import { commonHeaders, refusalPage, tokenPage } from './page.ts';
import { Refusal } from './refusal.ts';

/** Who asks, as the host knows it. */
interface Client {
  /** The address of the connection. Without one, everybody counts as one client. */
  readonly address?: string | undefined;
}

export type OAuthHandler = (request: Request, client?: Client) => Promise<Response>;

/** What a host may bring along. */
export interface OAuthDependencies {
  /** The time in milliseconds. */
  readonly now?: () => number;
  /** How long GitHub has for each answer, in milliseconds. */
  readonly timeout?: number;
  /** Told of every refusal, without token, code, state or name. */
  readonly log?: (line: string) => void;
}

/** No address of a sign-in is longer. */
const maximalLength = 4096;

/**
 * Answers everything below `/oauth/`: `authorize` sends the browser to GitHub, `callback` exchanges the code
 * and hands the token to the admin. Any number of instances can share the work: what has to be remembered is
 * in the browser's signed cookie.
 * RFC 6749 §4.1, RFC 7636, RFC 9700;
 * https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps
 */
export function createOAuthHandler(
  config: OAuthConfig,
  { now = Date.now, timeout = 10_000, log }: OAuthDependencies = {},
): OAuthHandler {
  const github = new GitHub(config, timeout);
  const attempts = new Attempts(config.cookieSecret, config.origin.startsWith('https:'));
  const limiter = new Limiter();
  const adminUrl = `${config.adminOrigin}/admin/`;

  const authorize = (url: URL): Response => {
    if (getOne(url, 'provider') !== 'github') throw new Refusal('request', 'another provider');
    const { state, challenge, cookie } = attempts.begin(now());
    // The scope and the site that Decap sends along are not read: what is asked for stands in the settings.
    const location = github.toAuthorizeUrl(state, challenge, getOne(url, 'prompt') === 'select_account');
    return new Response(null, {
      status: 302,
      headers: { ...commonHeaders, Location: location.href, 'Set-Cookie': cookie },
    });
  };

  /** The token, for a browser that comes back from GitHub with what this server sent it away with. */
  const finish = async (url: URL, state: string): Promise<Response> => {
    attempts.use(state, now());
    const error = getOne(url, 'error');
    if (error !== undefined) {
      const kinds = { access_denied: 'denied', redirect_uri_mismatch: 'settings' } as const;
      throw new Refusal(isKey(kinds, error) ? kinds[error] : 'github', toErrorWord(error));
    }
    const code = getOne(url, 'code');
    if (code === undefined || !/^[\w.-]{1,256}$/u.test(code)) throw new Refusal('request', 'no code');
    const token = await github.exchange(code, attempts.toVerifier(state));
    await admit(github, token, config.members);
    return tokenPage(token, config.adminOrigin);
  };

  const callback = async (url: URL, cookies: string | null): Promise<Response> => {
    const own = attempts.read(cookies, now());
    const state = getOne(url, 'state');
    // A foreign answer does not end the attempt that is under way.
    if (state === undefined || !/^[\w-]{43}$/u.test(state) || !isSame(state, own)) throw new Refusal('state');
    const response = await finish(url, state).catch(refuse);
    response.headers.append('Set-Cookie', attempts.endCookie);
    return response;
  };

  const route = async (request: Request, { address }: Client): Promise<Response> => {
    if (request.url.length > maximalLength) throw new Refusal('request', 'too long');
    const url = new URL(request.url);
    // On another name the cookie would be another, and GitHub sends the browser back to this one.
    const host = request.headers.get('host') ?? url.host;
    if (host.toLowerCase() !== new URL(config.origin).host) throw new Refusal('host');
    if (request.method !== 'GET') throw new Refusal('method');
    const wait = limiter.count(
      toClient(address, request.headers.get('x-forwarded-for'), config.proxies),
      now(),
    );
    if (wait !== undefined) {
      const response = refuse(new Refusal('limit'));
      response.headers.set('Retry-After', String(wait));
      return response;
    }
    if (isSubresource(request.headers)) throw new Refusal('request', 'not a window');
    if (url.pathname === '/oauth/authorize') return authorize(url);
    if (url.pathname === '/oauth/callback') return callback(url, request.headers.get('cookie'));
    throw new Refusal('path');
  };

  const refuse = (error: unknown): Response => {
    if (!(error instanceof Refusal)) throw error;
    log?.(`Sign-in refused: ${error.message}`);
    const response = refusalPage(error, adminUrl);
    if (error.kind === 'method') response.headers.set('Allow', 'GET');
    return response;
  };

  return (request, client = {}) => route(request, client).catch(refuse);
}

/** The value of a parameter. @throws Refusal when it stands there twice: two readers could take it differently. */
function getOne(url: URL, name: string): string | undefined {
  const [value, ...others] = url.searchParams.getAll(name);
  if (others.length > 0) throw new Refusal('request', `${name} twice`);
  return value;
}

/** Only a window may sign in: no script, image, frame or prefetch. Browsers since 2023 tell. */
const isSubresource = (headers: Headers): boolean =>
  (headers.get('sec-fetch-dest') ?? 'document') !== 'document' || headers.has('sec-purpose');

const isKey = <T extends object>(object: T, key: PropertyKey): key is keyof T => Object.hasOwn(object, key);
