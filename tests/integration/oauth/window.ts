import { type OAuthConfig, type OAuthHandler, readOAuthConfig } from '../../../src/oauth/index.ts';
import { allow, app, type EmulatedGitHub } from '../../support/emulated-github.ts';

export const origin = 'https://redaccion.example.org';
export const adminOrigin = 'https://gaceta.example.org';

/** A configured sign-in in front of the emulated GitHub. */
export function toConfig(github: EmulatedGitHub, more: Readonly<Record<string, string>> = {}): OAuthConfig {
  const config = readOAuthConfig({
    GACETA_OAUTH_CLIENT_ID: app.clientId,
    GACETA_OAUTH_CLIENT_SECRET: app.clientSecret,
    GACETA_OAUTH_COOKIE_SECRET: 'a secret of tests, which is long enough',
    GACETA_OAUTH_ORIGIN: origin,
    GACETA_OAUTH_ADMIN_ORIGIN: adminOrigin,
    GACETA_OAUTH_GITHUB_URL: github.url,
    GACETA_OAUTH_API_URL: github.url,
    ...more,
  });
  if (config === undefined) throw new Error('There is no configuration.');
  return config;
}

interface Visit {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Of the connection. */
  readonly address?: string;
}

/** The sign-in window of one browser: keeps the cookies that it is given, as a browser does. */
export class SignInWindow {
  readonly #handler: OAuthHandler;
  readonly cookies = new Map<string, string>();

  constructor(handler: OAuthHandler) {
    this.#handler = handler;
  }

  /** Asks for a path of the newsroom. */
  async visit(
    path: string,
    { method = 'GET', headers = {}, address = '192.0.2.1' }: Visit = {},
  ): Promise<Response> {
    const url = new URL(path, origin);
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const request = new Request(url, {
      method,
      headers: { Host: url.host, ...(cookie === '' ? {} : { Cookie: cookie }), ...headers },
    });
    const response = await this.#handler(request, { address });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/u.exec(line) ?? [];
      if (/; Max-Age=0;/u.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }

  /** Goes to GitHub's page. Gives its address. */
  async begin(): Promise<string> {
    const response = await this.visit('/oauth/authorize?provider=github&site_id=redaccion.example.org');
    return response.headers.get('location') ?? '';
  }

  /** Goes to GitHub's page and allows the app. Gives the address to which GitHub sends the browser back. */
  async beginAndAllow(login = 'rosa'): Promise<string> {
    return allow(await this.begin(), login);
  }
}
