import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createOAuthHandler } from '../../../src/oauth/index.ts';
import { type EmulatedGitHub, startEmulatedGitHub } from '../../support/emulated-github.ts';
import { origin, SignInWindow, toConfig } from './window.ts';

let github: EmulatedGitHub;
const log: string[] = [];

beforeAll(async () => {
  github = await startEmulatedGitHub(`${origin}/oauth/callback`);
});

afterEach(() => {
  github.interfere();
});

afterAll(() => github.close());

type Settings = Readonly<Record<string, string>>;
type Dependencies = Parameters<typeof createOAuthHandler>[1];

const openWindow = (settings: Settings = {}, dependencies: Dependencies = {}): SignInWindow =>
  new SignInWindow(
    createOAuthHandler(toConfig(github, settings), {
      log: (line) => {
        log.push(line);
      },
      ...dependencies,
    }),
  );

const cookieName = '__Host-gaceta-sign-in';

/** A window that has been to GitHub, and the address that GitHub sends it back to. */
async function allowed(settings: Settings = {}, dependencies: Dependencies = {}) {
  const window = openWindow(settings, dependencies);
  const callback = new URL(await window.beginAndAllow());
  return { window, callback };
}

/** Comes back from GitHub with other parameters than GitHub gave. */
async function comeBackWith(change: (parameters: URLSearchParams) => void): Promise<Response> {
  const { window, callback } = await allowed();
  change(callback.searchParams);
  return window.visit(callback.href);
}

/** Comes back from GitHub with another cookie than the server gave. */
async function comeBackWithCookie(change: (value: string) => string): Promise<Response> {
  const { window, callback } = await allowed();
  window.cookies.set(cookieName, change(window.cookies.get(cookieName) ?? ''));
  return window.visit(callback.href);
}

/** Comes back while GitHub answers the exchange of the code (or another path) like this. */
async function comeBackTo(
  answer: () => Response | Promise<Response>,
  { path = '/access_token', settings = {} }: { path?: string; settings?: Settings } = {},
): Promise<Response> {
  const { window, callback } = await allowed(settings, { timeout: 300 });
  github.interfere(({ url }) => (url.endsWith(path) ? answer() : undefined));
  return window.visit(callback.href);
}

const authorize = '/oauth/authorize?provider=github';
const silence = (): Promise<Response> => Promise.withResolvers<Response>().promise;
const members = { GACETA_OAUTH_MEMBERS: 'org:redaccion' };

interface Case {
  readonly name: string;
  readonly status: number;
  /** Why, as the page names it. */
  readonly kind: string;
  readonly visit: () => Promise<Response>;
}

const c = (name: string, status: number, kind: string, visit: Case['visit']): Case => ({
  name,
  status,
  kind,
  visit,
});

/** Everything that somebody may try, or that may go wrong, and what comes of it. Nobody gets a token. */
const cases: readonly Case[] = [
  // The state
  c('a forged state', 400, 'state', () =>
    comeBackWith((p) => {
      p.set('state', 'A'.repeat(43));
    }),
  ),
  c('no state', 400, 'state', () =>
    comeBackWith((p) => {
      p.delete('state');
    }),
  ),
  c('an empty state', 400, 'state', () =>
    comeBackWith((p) => {
      p.set('state', '');
    }),
  ),
  c('a state of other letters, as long', 400, 'state', () =>
    comeBackWith((p) => {
      p.set('state', 'ñ'.repeat(43));
    }),
  ),
  c('two states, one of them right', 400, 'request', () =>
    comeBackWith((p) => {
      p.append('state', 'other');
    }),
  ),
  c('the state of somebody else’s attempt', 400, 'state', async () => {
    const foreign = new URL(await openWindow().begin()).searchParams.get('state') ?? '';
    return comeBackWith((p) => {
      p.set('state', foreign);
    });
  }),
  c('a link that ends somebody else’s sign-in here, where nobody began one', 400, 'no-cookie', async () =>
    openWindow().visit((await allowed()).callback.href),
  ),
  c('a link that ends somebody else’s sign-in here, in the middle of one’s own', 400, 'state', async () => {
    const window = openWindow();
    await window.begin();
    return window.visit((await allowed()).callback.href);
  }),
  c('a sign-in that took eleven minutes', 400, 'expired', async () => {
    let now = Date.now();
    const { window, callback } = await allowed({}, { now: () => now });
    now += 11 * 60_000;
    return window.visit(callback.href);
  }),
  // The same twice
  c('the callback loaded again', 400, 'no-cookie', async () => {
    const { window, callback } = await allowed();
    await window.visit(callback.href);
    return window.visit(callback.href);
  }),
  c('the callback replayed, with the cookie that was kept', 400, 'used', async () => {
    const { window, callback } = await allowed();
    const kept = window.cookies.get(cookieName) ?? '';
    await window.visit(callback.href);
    window.cookies.set(cookieName, kept);
    return window.visit(callback.href);
  }),
  c('the callback replayed at another instance', 400, 'code', async () => {
    const { window, callback } = await allowed();
    const other = openWindow();
    for (const [name, value] of window.cookies) other.cookies.set(name, value);
    await window.visit(callback.href);
    return other.visit(callback.href);
  }),
  c('two callbacks at once', 400, 'used', async () => {
    const { window, callback } = await allowed();
    const [, second] = await Promise.all([window.visit(callback.href), window.visit(callback.href)]);
    return second;
  }),
  // The cookie
  c('a cookie with another signature', 400, 'no-cookie', () =>
    comeBackWithCookie((value) => value.replace(/[^.]{43}$/u, 'A'.repeat(43))),
  ),
  c('a cookie made to last longer', 400, 'no-cookie', () =>
    comeBackWithCookie((value) => value.replace(/\.(\d)/u, '.9$1')),
  ),
  c('a cookie signed by another site', 400, 'no-cookie', async () => {
    const { window } = await allowed({
      GACETA_OAUTH_COOKIE_SECRET: 'another secret, which is as long as the first',
    });
    const value = window.cookies.get(cookieName) ?? '';
    return comeBackWithCookie(() => value);
  }),
  c('a second cookie of the same name', 400, 'no-cookie', () =>
    comeBackWithCookie((value) => `${value}; ${cookieName}=${value}`),
  ),
  c('a cookie that a neighbour’s subdomain could have set', 400, 'no-cookie', async () => {
    const { window, callback } = await allowed();
    const value = window.cookies.get(cookieName) ?? '';
    window.cookies.clear();
    window.cookies.set('gaceta-sign-in', value);
    return window.visit(callback.href);
  }),
  c('a huge cookie', 400, 'no-cookie', () => comeBackWithCookie((value) => value.repeat(500))),
  // The code
  c('no code', 400, 'request', () =>
    comeBackWith((p) => {
      p.delete('code');
    }),
  ),
  c('two codes', 400, 'request', () =>
    comeBackWith((p) => {
      p.append('code', 'other');
    }),
  ),
  c('a guessed code', 400, 'code', () =>
    comeBackWith((p) => {
      p.set('code', 'f'.repeat(40));
    }),
  ),
  c('somebody else’s code (PKCE)', 400, 'code', async () => {
    const stolen = (await allowed()).callback.searchParams.get('code') ?? '';
    return comeBackWith((p) => {
      p.set('code', stolen);
    });
  }),
  c('a code that would add to the request', 400, 'request', () =>
    comeBackWith((p) => {
      p.set('code', 'x&client_id=y');
    }),
  ),
  c('a long code', 400, 'request', () =>
    comeBackWith((p) => {
      p.set('code', 'x'.repeat(300));
    }),
  ),
  c('a token in the address instead of a code', 400, 'request', () =>
    comeBackWith((p) => {
      p.delete('code');
      p.set('access_token', 'gho_0123456789');
    }),
  ),
  c('a huge address', 400, 'request', () =>
    comeBackWith((p) => {
      p.set('more', 'x'.repeat(100_000));
    }),
  ),
  // The way in
  c('another host, at the beginning', 421, 'host', () =>
    openWindow().visit(authorize, { headers: { Host: 'evil.example' } }),
  ),
  c('another host, at the end', 421, 'host', async () => {
    const { window, callback } = await allowed();
    return window.visit(callback.href, { headers: { Host: 'evil.example' } });
  }),
  c('the same host on another port', 421, 'host', () =>
    openWindow().visit(authorize, { headers: { Host: 'redaccion.example.org:8080' } }),
  ),
  c('another provider', 400, 'request', () => openWindow().visit('/oauth/authorize?provider=gitlab')),
  c('no provider', 400, 'request', () => openWindow().visit('/oauth/authorize')),
  c('another path', 404, 'path', () => openWindow().visit('/oauth/../oauth/token')),
  c('a path that only looks like one', 404, 'path', () => openWindow().visit('/oauth/callback/')),
  c('a form sent to the callback', 405, 'method', async () => {
    const { window, callback } = await allowed();
    return window.visit(callback.href, { method: 'POST' });
  }),
  c('a question of another origin’s script', 405, 'method', () =>
    openWindow().visit(authorize, { method: 'OPTIONS' }),
  ),
  c('a script that fetches the callback', 400, 'request', async () => {
    const { window, callback } = await allowed();
    return window.visit(callback.href, { headers: { 'Sec-Fetch-Dest': 'empty' } });
  }),
  c('a frame', 400, 'request', () =>
    openWindow().visit(authorize, { headers: { 'Sec-Fetch-Dest': 'iframe' } }),
  ),
  c('a prefetch', 400, 'request', () =>
    openWindow().visit(authorize, { headers: { 'Sec-Purpose': 'prefetch' } }),
  ),
  // GitHub says no
  c('the person does not allow it', 403, 'denied', () =>
    comeBackWith((p) => {
      p.delete('code');
      p.set('error', 'access_denied');
    }),
  ),
  c('an error and a code', 403, 'denied', () =>
    comeBackWith((p) => {
      p.set('error', 'access_denied');
    }),
  ),
  c('an error without the state', 400, 'state', () =>
    comeBackWith((p) => {
      p.delete('state');
      p.set('error', 'access_denied');
    }),
  ),
  c('GitHub knows another address of ours', 500, 'settings', () =>
    comeBackWith((p) => {
      p.set('error', 'redirect_uri_mismatch');
    }),
  ),
  c('an error that is markup', 502, 'github', () =>
    comeBackWith((p) => {
      p.set('error', '<script>alert(1)</script>');
      p.set('error_description', '<img src=x>');
    }),
  ),
  c('an error named like a method of objects', 502, 'github', () =>
    comeBackWith((p) => {
      p.set('error', 'constructor');
    }),
  ),
  c('the secret of the app is wrong', 500, 'settings', async () => {
    const { window, callback } = await allowed({ GACETA_OAUTH_CLIENT_SECRET: 'not-the-secret' });
    return window.visit(callback.href);
  }),
  // GitHub does not answer as it should
  c('GitHub is silent', 504, 'slow', () => comeBackTo(silence)),
  c('GitHub begins an answer and falls silent', 504, 'slow', () =>
    comeBackTo(
      () =>
        new Response(
          new ReadableStream({
            start(stream) {
              stream.enqueue(new TextEncoder().encode('{"access_'));
            },
          }),
        ),
    ),
  ),
  c('GitHub has a fault', 502, 'github', () => comeBackTo(() => new Response('Unicorn!', { status: 502 }))),
  c('GitHub answers a page', 502, 'github', () => comeBackTo(() => new Response('<h1>Hi</h1>'))),
  c('GitHub sends us elsewhere', 502, 'unreachable', () =>
    comeBackTo(() => new Response(null, { status: 302, headers: { Location: 'https://evil.example/' } })),
  ),
  c('a token that is none', 502, 'github', () =>
    comeBackTo(() => Response.json({ access_token: '</script><script>', token_type: 'bearer' })),
  ),
  c('a token of another kind', 502, 'github', () =>
    comeBackTo(() => Response.json({ access_token: 'gho_0123456789', token_type: 'mac' })),
  ),
  c('an e-mail address that is not confirmed', 403, 'email', () =>
    comeBackTo(() => Response.json({ error: 'unverified_user_email' })),
  ),
  c('nobody is at GitHub’s address', 502, 'unreachable', async () => {
    const { window } = await allowed();
    const other = openWindow({ GACETA_OAUTH_GITHUB_URL: 'http://127.0.0.1:1' });
    const state = new URL(await other.begin()).searchParams.get('state') ?? '';
    expect(window.cookies.size).toBe(1);
    return other.visit(`/oauth/callback?code=0123456789&state=${state}`);
  }),
  // Who it is cannot be told: nobody is let in
  c('GitHub is silent about members', 504, 'slow', () =>
    comeBackTo(silence, { path: '/memberships/rosa', settings: members }),
  ),
  c('GitHub has a fault about members', 502, 'github', () =>
    comeBackTo(() => new Response('', { status: 500 }), { path: '/memberships/rosa', settings: members }),
  ),
  c('GitHub does not say who it is', 502, 'github', () =>
    comeBackTo(() => Response.json({ login: '../orgs/other' }), { path: '/user', settings: members }),
  ),
];

test.each(cases)('$name: $status $kind', async ({ status, kind, visit }) => {
  const response = await visit();
  const html = await response.text();
  expect({ status: response.status, kind: /<code>([\w-]+)<\/code>/u.exec(html)?.[1] }).toEqual({
    status,
    kind,
  });
  expect(html).not.toMatch(/gho_|postMessage|<script|<img|evil/u);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'cache-control': 'no-store',
    'content-security-policy': expect.stringMatching(
      /^default-src 'none'; style-src 'nonce-[^']+'; form-action 'none'/u,
    ),
    'referrer-policy': 'no-referrer',
    'x-frame-options': 'DENY',
  });
  expect(response.headers.has('location')).toBe(false);
});

test('there are at least 25 cases, each with a name of its own', () => {
  expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  expect(cases.length).toBeGreaterThanOrEqual(25);
});

test('a foreign answer does not end the attempt that is under way', async () => {
  const { window, callback } = await allowed();
  await window.visit(`/oauth/callback?code=0123456789&state=${'A'.repeat(43)}`);
  expect((await window.visit(callback.href)).status).toBe(200);
});

test('what the address asks for besides is not read: no other way back, no further rights', async () => {
  const response = await openWindow().visit(
    `${authorize}&scope=admin:org&redirect_uri=https://evil.example/&origin=https://evil.example&state=known`,
    {
      headers: {
        'X-Forwarded-Host': 'evil.example',
        Origin: 'https://evil.example',
        Referer: 'https://evil.example/',
      },
    },
  );
  const location = response.headers.get('location') ?? '';
  expect(location.startsWith(`${github.url}/login/oauth/authorize?`)).toBe(true);
  expect(location).not.toMatch(/evil|admin|known/u);
});

test('an address that asks too often waits; others, and another network, do not', async () => {
  let now = 0;
  const window = openWindow({ GACETA_OAUTH_PROXIES: '1' }, { now: () => now });
  const from = (client: string): Promise<Response> =>
    window.visit(authorize, { headers: { 'X-Forwarded-For': `198.51.100.7, ${client}` } });
  for (let count = 0; count < 60; count += 1) expect((await from('2001:db8::1')).status).toBe(302);
  const refused = await from('2001:db8::2');
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '600']);
  expect(await refused.text()).toContain('Espera diez minutos');
  expect((await from('2001:db8:0:1::1')).status).toBe(302);
  now += 10 * 60_000;
  expect((await from('2001:db8::1')).status).toBe(302);
});

test('nothing secret reaches the log', async () => {
  log.length = 0;
  const { window, callback } = await allowed();
  await window.visit(callback.href);
  for (const { visit } of cases.slice(0, 30)) await visit();
  const secrets = [
    callback.searchParams.get('code') ?? '',
    callback.searchParams.get('state') ?? '',
    'gho_',
    'the-secret-of-the-app',
    'a secret of tests',
  ];
  expect(log.length).toBeGreaterThan(20);
  for (const secret of secrets) expect(log.join('\n')).not.toContain(secret);
});
