import { z } from 'zod';
import type { OAuthConfig } from './config.ts';
import { Refusal, type RefusalKind } from './refusal.ts';

/** https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps#response */
const exchangeSchema = z.union([
  z.object({ access_token: z.string().regex(/^[\w.~+/=-]{10,1000}$/u), token_type: z.literal('bearer') }),
  z.object({ error: z.string() }),
]);

const userSchema = z.object({ login: z.string().regex(/^[\w-]{1,60}$/u) });
const membershipSchema = z.object({ state: z.string() });
const permissionSchema = z.object({ permission: z.string() });

/** https://docs.github.com/en/apps/oauth-apps/maintaining-oauth-apps/troubleshooting-oauth-app-access-token-request-errors */
const exchangeErrors: Readonly<Record<string, RefusalKind>> = {
  bad_verification_code: 'code',
  incorrect_client_credentials: 'settings',
  redirect_uri_mismatch: 'settings',
  unverified_user_email: 'email',
};

/** What GitHub calls an error is a word; whatever else it sent is not repeated in a log. */
export const toErrorWord = (error: string): string =>
  /^[a-z_]{1,60}$/u.test(error) ? error : 'an error without a name';

/** The side of GitHub in a sign-in. Everything that does not answer as expected, or in time, is a Refusal. */
export class GitHub {
  readonly #config: OAuthConfig;
  readonly #timeout: number;

  /** @param timeout of each request, in milliseconds */
  constructor(config: OAuthConfig, timeout: number) {
    this.#config = config;
    this.#timeout = timeout;
  }

  /** Where the browser goes to ask for a code. RFC 7636 §4.3; GitHub takes S256 only. */
  toAuthorizeUrl(state: string, challenge: string, selectAccount: boolean): URL {
    const { githubUrl, clientId, scope } = this.#config;
    const url = new URL(`${githubUrl}/login/oauth/authorize`);
    url.search = new URLSearchParams({
      client_id: clientId,
      redirect_uri: this.#redirectUri,
      scope,
      state,
      code_challenge: challenge,
      code_challenge_method: 'S256',
      ...(selectAccount ? { prompt: 'select_account' } : {}),
    }).toString();
    return url;
  }

  /** Exchanges a code for the token of whoever asked for it. @throws Refusal */
  async exchange(code: string, verifier: string): Promise<string> {
    const { githubUrl, clientId, clientSecret } = this.#config;
    const response = await this.#fetch(`${githubUrl}/login/oauth/access_token`, {
      method: 'POST',
      headers: { Accept: 'application/json' },
      body: new URLSearchParams({
        client_id: clientId,
        client_secret: clientSecret,
        code,
        redirect_uri: this.#redirectUri,
        code_verifier: verifier,
      }),
    });
    // GitHub answers 200 on failure here; `error` tells.
    const answer = await parse(response, exchangeSchema);
    if ('access_token' in answer) return answer.access_token;
    throw new Refusal(exchangeErrors[answer.error] ?? 'github', toErrorWord(answer.error));
  }

  /** https://docs.github.com/en/rest/users/users#get-the-authenticated-user */
  async loadLogin(token: string): Promise<string> {
    const response = await this.#get(token, '/user');
    return (await parse(response, userSchema)).login;
  }

  /**
   * Is the membership at this path an accepted one? `hidden`: the organisation does not let this app look.
   * https://docs.github.com/en/rest/orgs/members#get-organization-membership-for-a-user
   * https://docs.github.com/en/rest/teams/members#get-team-membership-for-a-user
   */
  async isActive(token: string, path: string): Promise<boolean | 'hidden'> {
    const response = await this.#get(token, path);
    if (response.status === 404) return false;
    if (response.status === 403) return 'hidden';
    return (await parse(response, membershipSchema)).state === 'active';
  }

  /** https://docs.github.com/en/rest/collaborators/collaborators#get-repository-permissions-for-a-user */
  async mayPush(token: string, repo: string, login: string): Promise<boolean> {
    const response = await this.#get(token, `/repos/${repo}/collaborators/${login}/permission`);
    if (response.status === 404 || response.status === 403) return false;
    const { permission } = await parse(response, permissionSchema);
    // GitHub says `write` for push and maintain.
    return ['admin', 'maintain', 'write', 'push'].includes(permission);
  }

  get #redirectUri(): string {
    return `${this.#config.origin}/oauth/callback`;
  }

  #get(token: string, path: string): Promise<Response> {
    return this.#fetch(`${this.#config.apiUrl}${path}`, {
      headers: {
        Accept: 'application/vnd.github+json',
        Authorization: `Bearer ${token}`,
        'X-GitHub-Api-Version': '2022-11-28',
      },
    });
  }

  async #fetch(url: string, init: RequestInit & { headers: Record<string, string> }): Promise<Response> {
    try {
      return await fetch(url, {
        ...init,
        // GitHub answers nobody without a name.
        headers: { ...init.headers, 'User-Agent': 'gaceta' },
        redirect: 'error',
        signal: AbortSignal.timeout(this.#timeout),
      });
    } catch (cause) {
      throw toRefusal(cause);
    }
  }
}

async function parse<T>(response: Response, schema: z.ZodType<T>): Promise<T> {
  if (!response.ok) throw new Refusal('github', String(response.status));
  let data: unknown;
  try {
    data = await response.json();
  } catch (cause) {
    throw cause instanceof SyntaxError ? new Refusal('github', 'no JSON') : toRefusal(cause);
  }
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  throw new Refusal('github', 'an answer of another form');
}

/** `fetch` and the reading of a body fail with these. */
function toRefusal(cause: unknown): unknown {
  if (cause instanceof DOMException && cause.name === 'TimeoutError') return new Refusal('slow');
  return cause instanceof TypeError ? new Refusal('unreachable', undefined, { cause }) : cause;
}
