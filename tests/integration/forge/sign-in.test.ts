import { afterAll, beforeAll, expect, test } from 'vitest';
import { openNewsroom, origin, users } from './newsroom.ts';
import type { TestNewsroom } from './newsroom.ts';

let newsroom: TestNewsroom;

beforeAll(async () => {
  newsroom = await openNewsroom(
    {},
    { users: [...users, { login: 'x', name: '<b>"Ñ"</b>', email: '', role: 'editor' }] },
  );
});

afterAll(() => newsroom[Symbol.asyncDispose]());

const host = '127.0.0.1:4321';

const post = (headers: Record<string, string>, login = 'ana'): Promise<Response> =>
  newsroom.forge.handle(
    new Request(`${origin}/forge/sign-in`, {
      method: 'POST',
      headers: { host, 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams({ login }).toString(),
    }),
  );

test('the page has one button per user and cannot be framed, cached or scripted', async () => {
  const response = await newsroom.forge.handle(
    new Request(`${origin}/forge/sign-in?provider=github&site_id=x&scope=repo`, { headers: { host } }),
  );
  const html = await response.text();
  expect(response.status).toBe(200);
  expect(html).toContain('Entrar como Ana Xol');
  expect(html).toContain('Revisión');
  expect(html.match(/<button /g)).toHaveLength(4);
  expect(html).not.toContain('<b>');
  expect(html).not.toContain('<script');
  const policy = response.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('unsafe');
  expect(response.headers.get('x-frame-options')).toBe('DENY');
  expect(response.headers.get('cache-control')).toBe('no-store');
});

test('signing in answers the handshake to the own origin only', async () => {
  const response = await post({ origin });
  const html = await response.text();
  expect(response.status).toBe(200);
  expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  expect(response.headers.get('cache-control')).toBe('no-store');
  const script = /<script nonce="([^"]+)">([^]*?)<\/script>/.exec(html);
  expect(response.headers.get('content-security-policy')).toContain(`script-src 'nonce-${script?.[1]}'`);

  // Run the page's script in the place of a browser.
  const posted: [string, string][] = [];
  const opener = { postMessage: (data: string, target: string) => posted.push([data, target]) };
  let listener: (event: unknown) => void = () => undefined;
  const listen = (_: string, handler: typeof listener): void => {
    listener = handler;
  };
  new Function('opener', 'addEventListener', script?.[2] ?? '')(opener, listen);
  expect(posted).toEqual([['authorizing:github', origin]]);
  listener({ origin: 'http://evil.example', source: opener, data: 'authorizing:github' });
  listener({ origin, source: {}, data: 'authorizing:github' });
  listener({ origin, source: opener, data: 'authorizing:gitlab' });
  expect(posted).toHaveLength(1);
  listener({ origin, source: opener, data: 'authorizing:github' });
  const [answer = '', target] = posted[1] ?? [];
  expect(target).toBe(origin);
  const { token, provider } = JSON.parse(answer.replace('authorization:github:success:', ''));
  expect([provider, token]).toEqual(['github', expect.stringMatching(/^[\w-]{43}$/)]);
});

test('each sign-in has a token of its own', async () => {
  const [one, two] = await Promise.all(
    [post({ origin }), post({ origin })].map(async (each) => (await each).text()),
  );
  expect(one).not.toBe(two);
});

test.each([
  ['no origin', {}],
  ['a foreign origin', { origin: 'http://evil.example' }],
  ['an opaque origin', { origin: 'null' }],
  ['another own origin than the host', { origin: 'http://localhost:4321' }],
  ['a cross-site fetch', { origin, 'sec-fetch-site': 'cross-site' }],
])('a POST with %s is refused', async (_, headers) => {
  const response = await post(headers);
  expect(response.status).toBe(403);
  expect(await response.text()).not.toContain('token\\"');
});

test('a login that nobody has is refused', async () => {
  expect((await post({ origin }, 'nadie')).status).toBe(422);
  expect((await post({ origin }, 'gaceta')).status).toBe(422);
});

test('a user has an avatar from here', async () => {
  const ask = (login: string): Promise<Response> =>
    newsroom.forge.handle(new Request(`${origin}/forge/avatars/${login}.svg`, { headers: { host } }));
  const response = await ask('ana');
  expect(response.headers.get('content-type')).toBe('image/svg+xml');
  expect(await response.text()).toContain('>AX<');
  expect((await ask('nadie')).status).toBe(404);
});
