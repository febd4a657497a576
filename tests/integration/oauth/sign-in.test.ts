import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createOAuthHandler } from '../../../src/oauth/index.ts';
import { type EmulatedGitHub, startEmulatedGitHub } from '../../support/emulated-github.ts';
import { adminOrigin, origin, SignInWindow, toConfig } from './window.ts';

let github: EmulatedGitHub;

beforeAll(async () => {
  github = await startEmulatedGitHub(`${origin}/oauth/callback`);
});

afterEach(() => {
  github.interfere();
});

afterAll(() => github.close());

const openWindow = (more: Readonly<Record<string, string>> = {}): SignInWindow =>
  new SignInWindow(createOAuthHandler(toConfig(github, more)));

const readToken = (page: string): string | undefined => /gho_[\w-]+/u.exec(page)?.[0];

describe('somebody signs in', () => {
  test('and the page holds a token that GitHub knows', async () => {
    const window = openWindow();
    const page = await window.visit(await window.beginAndAllow());
    expect(page.status).toBe(200);
    const token = readToken(await page.text());
    const user = await fetch(`${github.url}/user`, { headers: { Authorization: `token ${String(token)}` } });
    expect(await user.json()).toMatchObject({ login: 'rosa' });
  });

  test('GitHub is asked with state, PKCE, the exact address and no more rights than configured', async () => {
    const url = new URL(await openWindow().begin());
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: 'Iv1.0123456789abcdef',
      redirect_uri: `${origin}/oauth/callback`,
      scope: 'public_repo',
      state: expect.stringMatching(/^[\w-]{43}$/u),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/u),
      code_challenge_method: 'S256',
    });
  });

  test('each attempt has a state and a challenge of its own', async () => {
    const urls = await Promise.all(Array.from({ length: 5 }, () => openWindow().begin()));
    for (const name of ['state', 'code_challenge']) {
      expect(new Set(urls.map((url) => new URL(url).searchParams.get(name))).size).toBe(5);
    }
  });

  test('the cookie is bound to this host, short-lived, and out of reach of scripts', async () => {
    const response = await openWindow().visit('/oauth/authorize?provider=github');
    expect(response.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^__Host-gaceta-sign-in=[\w-]{43}\.\d+\.[\w-]{43}; Path=\/; Max-Age=600; HttpOnly; SameSite=Lax; Secure$/u,
      ),
    ]);
  });

  test('the cookie is gone afterwards', async () => {
    const window = openWindow();
    await window.visit(await window.beginAndAllow());
    expect(window.cookies.size).toBe(0);
  });

  test('one instance finishes what another began', async () => {
    const window = openWindow();
    const callback = await window.beginAndAllow();
    const other = openWindow();
    for (const [name, value] of window.cookies) other.cookies.set(name, value);
    expect((await other.visit(callback)).status).toBe(200);
  });

  test('the secret of PKCE goes from server to server only', async () => {
    const window = openWindow();
    const callback = await window.beginAndAllow();
    const before = JSON.stringify([[...window.cookies], callback]);
    await window.visit(callback);
    const exchange = github.requests.findLast(({ line }) => line === 'POST /login/oauth/access_token');
    expect(exchange?.parameters.get('code_verifier')).toMatch(/^[\w-]{43}$/u);
    expect(before).not.toContain(exchange?.parameters.get('code_verifier'));
  });

  test('the page speaks to the admin’s origin only and loads nothing', async () => {
    const window = openWindow();
    const page = await window.visit(await window.beginAndAllow());
    const html = await page.text();
    expect(html).toContain(`"admin":"${adminOrigin}"`);
    expect(html).not.toMatch(/postMessage\([^)]*'\*'/u);
    expect(html).not.toMatch(/<(?:img|link|iframe|script src)/u);
    expect(Object.fromEntries(page.headers)).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': expect.stringMatching(
        /^default-src 'none'; style-src 'nonce-[^']+'; script-src 'nonce-[^']+'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'$/u,
      ),
      'cross-origin-opener-policy': 'unsafe-none',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
  });

  test('with another account, GitHub asks which', async () => {
    const response = await openWindow().visit('/oauth/authorize?provider=github&prompt=select_account');
    expect(new URL(response.headers.get('location') ?? '').searchParams.get('prompt')).toBe('select_account');
  });

  test('without a secure connection, on this machine alone, the cookie still works', async () => {
    const local = 'http://127.0.0.1:4321';
    const handler = createOAuthHandler(toConfig(github, { GACETA_OAUTH_ORIGIN: local }));
    const response = await handler(new Request(`${local}/oauth/authorize?provider=github`));
    expect(response.headers.get('set-cookie')).toMatch(/^gaceta-sign-in=.*SameSite=Lax$/u);
  });
});

describe('who may sign in', () => {
  const rows: [rule: string, rosa: boolean, ana: boolean][] = [
    ['', true, true],
    ['org:redaccion', true, false],
    ['team:redaccion/members', true, false],
    ['team:redaccion/nobody', false, false],
    ['repo:redaccion/contenido', true, false],
    ['repo:redaccion/nothing', false, false],
    ['user:ANA', false, true],
    ['org:nobody, user:ana team:redaccion/members', true, true],
  ];
  test.each(rows)('«%s»: rosa %s, ana %s', async (members, rosa, ana) => {
    for (const [login, isIn] of Object.entries({ rosa, ana })) {
      const window = openWindow({ GACETA_OAUTH_MEMBERS: members });
      const page = await window.visit(await window.beginAndAllow(login));
      const html = await page.text();
      expect([login, page.status, readToken(html) !== undefined]).toEqual([login, isIn ? 200 : 403, isIn]);
      if (!isIn) {
        expect(html).toContain('Tu cuenta no está en la lista');
        expect(html).toContain(`Entraste como «${login}»`);
        expect(html).toContain('prompt=select_account');
      }
    }
  });

  test('rules about organisations ask for the right to see members', async () => {
    const url = new URL(await openWindow({ GACETA_OAUTH_MEMBERS: 'org:redaccion' }).begin());
    expect(url.searchParams.get('scope')).toBe('public_repo read:org');
  });

  test('an invitation that was not accepted is no membership', async () => {
    github.interfere(({ url }) =>
      url.includes('/memberships/') ? Response.json({ state: 'pending' }) : undefined,
    );
    const window = openWindow({ GACETA_OAUTH_MEMBERS: 'org:redaccion' });
    expect((await window.visit(await window.beginAndAllow())).status).toBe(403);
  });

  test('an organisation that keeps this app out is named as the reason', async () => {
    github.interfere(({ url }) =>
      url.includes('/memberships/') ? Response.json({ message: 'restricted' }, { status: 403 }) : undefined,
    );
    const window = openWindow({ GACETA_OAUTH_MEMBERS: 'org:redaccion' });
    const page = await window.visit(await window.beginAndAllow());
    expect(page.status).toBe(403);
    expect(await page.text()).toContain('Third-party access');
  });
});
