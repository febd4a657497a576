import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { closeServer } from '../../../src/server/close-server.ts';

let server: Server;

async function listen(listener: RequestListener): Promise<string> {
  server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
}

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

test('a request that has begun ends, a later one finds nobody, and then the server is closed', async () => {
  const begun = Promise.withResolvers<undefined>();
  const release = Promise.withResolvers<undefined>();
  const url = await listen((_, response) => {
    begun.resolve(undefined);
    void release.promise.then(() => response.end('entera'));
  });
  const answer = fetch(url);
  await begun.promise;
  const closed = closeServer(server, 60_000);
  await expect(fetch(url)).rejects.toThrow();
  release.resolve(undefined);
  expect(await (await answer).text()).toBe('entera');
  await closed;
});

test('a connection that is kept alive and says nothing does not hold the server up', async () => {
  const url = await listen((_, response) => response.end('hola'));
  await (await fetch(url)).text();
  await closeServer(server, 60_000);
  expect(server.listening).toBe(false);
});

test('a request that does not end is cut off after the limit', async () => {
  const begun = Promise.withResolvers<undefined>();
  const url = await listen(() => {
    begun.resolve(undefined);
  });
  const answer = fetch(url).then(
    () => 'answered',
    () => 'cut off',
  );
  await begun.promise;
  await closeServer(server, 1);
  expect(await answer).toBe('cut off');
});
