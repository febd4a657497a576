import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { GitHubApi } from '../../../src/admin/backend/github-api.ts';
import { branch, path, post, save, slug } from './entries.ts';
import { type BackendNewsroom, type Failure, openBackend } from './newsroom.ts';

let desk: BackendNewsroom;
let ana: GitHubApi;

beforeEach(async () => {
  desk = await openBackend({ [path]: post(), 'src/assets/images/posts/a.jpg': 'a' });
  ana = await desk.signIn('ana');
});

afterEach(() => desk[Symbol.asyncDispose]());

const edited = post({ title: 'Editado' });
const resetAt = Math.floor(Date.now() / 1000) + 600;

const failures: readonly (readonly [string, Failure, { kind: string; text: RegExp }])[] = [
  ['403', { status: 403, body: { message: 'Forbidden' } }, { kind: 'forbidden', text: /No tienes permiso/u }],
  ['404', { status: 404 }, { kind: 'not-found', text: /ya no está en el servidor/u }],
  ['422', { status: 422, body: { message: 'Bad tree' } }, { kind: 'invalid', text: /no aceptó.*Bad tree/u }],
  ['409', { status: 409 }, { kind: 'conflict', text: /al mismo tiempo/u }],
  ['500', { status: 500 }, { kind: 'server', text: /problema \(500\)/u }],
  [
    '503 of a proxy, in HTML',
    { status: 503, headers: { 'content-type': 'text/html' } },
    { kind: 'server', text: /503/u },
  ],
  [
    'the limit of requests',
    {
      status: 403,
      body: { message: 'API rate limit exceeded' },
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(resetAt) },
    },
    { kind: 'rate-limit', text: /esperar hasta las \d{1,2}:\d{2}/u },
  ],
  [
    'the second limit',
    { status: 429, headers: { 'retry-after': '60' } },
    { kind: 'rate-limit', text: /esperar hasta/u },
  ],
  ['no connection', 'drop', { kind: 'network', text: /No hay conexión/u }],
];

test.each(failures)(
  '%s is told in Spanish at once, and saving again stores the text',
  async (_, failure, told) => {
    desk.fail = (request) => (request.startsWith('POST /git/trees') ? failure : undefined);
    const started = performance.now();
    const error: unknown = await save(ana, edited, post()).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ kind: told.kind });
    expect(String(error)).toMatch(told.text);
    expect(String(error)).toContain('Lo que escribiste sigue aquí');
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(await desk.read(branch, path)).toBeUndefined();
    desk.fail = () => undefined;
    await save(ana, edited, post());
    expect(await desk.read(branch, path)).toContain('Editado');
  },
);

test('the limit of requests says when it ends', async () => {
  desk.fail = () => ({
    status: 403,
    headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(resetAt) },
  });
  await expect(save(ana, edited, post())).rejects.toMatchObject({ resetAt: new Date(resetAt * 1000) });
});

test('every step of a save may be cut off: nothing is lost and the next save completes it', async () => {
  const steps = ['POST /git/trees', 'POST /git/commits', 'POST /git/refs', 'POST /pulls', 'PUT /issues/'];
  for (const [index, step] of steps.entries()) {
    desk.afterwards = (request) => (request.startsWith(step) ? 'drop' : undefined);
    const text = post({ title: `Corte ${String(index)}` });
    await save(ana, text, post()).catch(() => undefined);
    desk.afterwards = () => undefined;
    const [stored] = [await save(ana, text, index === 0 ? post() : text)];
    expect(stored.source).toBe(text);
    expect(await desk.read(branch, path)).toBe(text.replace(/\n$/u, ''));
    await ana.deleteUnpublishedEntry('posts', slug);
  }
});

test('a token that ended: all requests that wait share one sign-in, and the save goes on', async () => {
  const fresh = ana.token;
  const signInAgain = vi.fn(() => Promise.resolve(fresh));
  const tired = await desk.signIn('ana', { signInAgain });
  const expired = tired.token;
  desk.fail = () => undefined;
  const authorized = new Set([fresh]);
  desk.authorize = (token) => authorized.has(token);
  expect(expired).not.toBe(fresh);
  await save(tired, edited, post());
  expect(signInAgain).toHaveBeenCalledTimes(1);
  expect(tired.token).toBe(fresh);
  expect(await desk.read(branch, path)).toContain('Editado');
});

test('reading tries a second time before it gives up', async () => {
  let drops = 1;
  desk.fail = (request) => (request.startsWith('GET /git/ref/') && drops-- > 0 ? 'drop' : undefined);
  await save(ana, edited, post());
  expect(await desk.read(branch, path)).toContain('Editado');
});
