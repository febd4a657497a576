import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { readPublished, toReason } from '../../../src/server/published-site.ts';

const main = 'a'.repeat(40);
const now = new Date('2026-11-23T06:00:00Z');

test.each([
  ['a site that is not there', undefined, 'is not there yet'],
  ['a site of another commit', { commit: 'b'.repeat(40), nextDate: null }, 'main is aaaa'],
  ['a site that does not say its commit', { commit: undefined, nextDate: null }, 'unknown commit'],
  ['a site whose post is due this moment', { commit: main, nextDate: '2026-11-23T06:00:00.000Z' }, 'is due'],
])('%s needs a build', (_, site, reason) => {
  expect(toReason(site, main, now)).toContain(reason);
});

test.each([
  ['of main', { commit: main, nextDate: null }],
  ['whose next post is due in a second', { commit: main, nextDate: '2026-11-23T06:00:01.000Z' }],
])('a site %s needs none', (_, site) => {
  expect(toReason(site, main, now)).toBeUndefined();
});

describe('asking a site', () => {
  let close: (() => void) | undefined;
  afterEach(() => close?.());

  async function serve(files: Readonly<Record<string, string>>): Promise<string> {
    const server = createServer((request, response) => {
      const text = files[new URL(request.url ?? '/', 'http://x').pathname];
      response.writeHead(text === undefined ? 404 : 200).end(text);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    close = () => {
      server.closeAllConnections();
      server.close();
    };
    return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  }

  test('gives its commit and when the next post is due', async () => {
    const url = await serve({
      '/admin/release.json': JSON.stringify({ commit: main }),
      '/admin/config.json': JSON.stringify({ nextDate: '2026-11-23T06:00:01.000Z' }),
    });
    expect(await readPublished(url)).toEqual({ commit: main, nextDate: '2026-11-23T06:00:01.000Z' });
  });

  test.each([
    ['nothing', {}],
    ['a page of somebody else', { '/admin/config.json': '<!doctype html>' }],
    ['other JSON', { '/admin/config.json': '[]', '/admin/release.json': '{}' }],
  ])('gives nothing where there is %s', async (_, files) => {
    expect(await readPublished(await serve(files))).toBeUndefined();
  });

  test('gives nothing where nobody listens', async () => {
    const url = await serve({});
    close?.();
    expect(await readPublished(url)).toBeUndefined();
  });
});
