import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type * as tab from '../../../../src/browser/page-frame/fetch-preview.ts';
import type { PreviewRequest } from '../../../../src/browser/page-frame/preview-request.ts';

const request: PreviewRequest = { collection: 'posts', id: 'a', values: {}, context: {}, assets: {} };

let server: Server | undefined;
let asked = 0;

/** A server that gives every request this answer; addresses of `fetch` lead there, as in a window. */
async function serve(status: number, headers: Record<string, string>, body: string): Promise<void> {
  asked = 0;
  const started = createServer((_request, response) => {
    asked += 1;
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  server = started;
  const address = started.address();
  const origin = `http://127.0.0.1:${String(typeof address === 'object' ? address?.port : '')}`;
  const real = fetch;
  vi.stubGlobal('fetch', (url: string, init?: RequestInit) => real(new URL(url, origin), init));
}

/** A tab of its own: what one has learned another does not know. */
const openTab = async (): Promise<typeof tab> => {
  vi.resetModules();
  return await import('../../../../src/browser/page-frame/fetch-preview.ts');
};

beforeEach(() => {
  server = undefined;
});

afterEach(() => {
  vi.unstubAllGlobals();
  server?.closeAllConnections();
  server?.close();
});

const json = { 'Content-Type': 'application/json' };

test('gives the page', async () => {
  await serve(200, { 'Content-Type': 'text/html' }, '<p>Hola');
  const { fetchPreview } = await openTab();
  expect(await fetchPreview(request)).toEqual({ html: '<p>Hola' });
});

test('says what the server says, and when to ask again', async () => {
  await serve(429, { ...json, 'Retry-After': '3' }, '{"message":"Demasiadas."}');
  const { fetchPreview } = await openTab();
  expect(await fetchPreview(request)).toEqual({ kind: 'refused', message: 'Demasiadas.', retryAfter: 3 });
});

test.each([
  [404, 'text/html'],
  [405, 'text/plain'],
  [403, 'application/xml'],
])('takes a %i without a reason for a host without a server, and asks no more', async (status, type) => {
  await serve(status, { 'Content-Type': type }, 'no');
  const { fetchPreview } = await openTab();
  expect(await fetchPreview(request)).toMatchObject({ kind: 'unavailable' });
  expect(await fetchPreview(request)).toMatchObject({ kind: 'unavailable' });
  expect(asked).toBe(1);
});

test('a server in trouble is asked again', async () => {
  await serve(502, { 'Content-Type': 'text/html' }, 'Bad gateway');
  const { fetchPreview } = await openTab();
  expect(await fetchPreview(request)).toMatchObject({
    kind: 'refused',
    message: expect.stringContaining('502'),
  });
  await fetchPreview(request);
  expect(asked).toBe(2);
});

test('without a card there is still a page', async () => {
  await serve(404, json, '{"message":"No."}');
  const { fetchCard, fetchPreview } = await openTab();
  expect(await fetchCard(request)).toMatchObject({ kind: 'unavailable' });
  await fetchPreview(request);
  expect(asked).toBe(2);
});

test('what all pages show is asked for once', async () => {
  await serve(200, json, '{"site":{}}');
  const { loadContext } = await openTab();
  expect(await loadContext()).toEqual({ context: { site: {} } });
  await loadContext();
  expect(asked).toBe(1);
});
