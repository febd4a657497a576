import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { createReader } from '../../../src/browser/reader.ts';

let server: Server;
let root: string;
let version = 1;
const answered: number[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    const etag = `W/"${String(version)}-${String(request.headers.authorization)}"`;
    const status = request.url === '/missing' ? 404 : request.headers['if-none-match'] === etag ? 304 : 200;
    answered.push(status);
    response.writeHead(status, { ETag: etag });
    response.end(status === 200 ? JSON.stringify({ version, more: 'than is read' }) : undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  root = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});

afterAll(() => {
  server.close();
});

const schema = z.object({ version: z.number() });

test('an answer that did not change costs a 304 and is the same object; to another person nothing kept is given', async () => {
  let token = 'ana';
  const read = createReader(root, () => token);
  const first = await read('/pulls/1', schema);
  expect(first).toEqual({ version: 1 });
  expect(await read('/pulls/1', schema)).toBe(first);
  version = 2;
  expect(await read('/pulls/1', schema)).toEqual({ version: 2 });
  token = 'beto';
  await read('/pulls/1', schema);
  expect(answered).toEqual([200, 304, 200, 200]);
});

test('a refusal says its status, and without a session nothing is asked', async () => {
  const read = createReader(root, () => 'ana');
  await expect(read('/missing', schema)).rejects.toMatchObject({ status: 404 });
  const before = answered.length;
  await expect(createReader(root, () => undefined)('/pulls/1', schema)).rejects.toMatchObject({
    status: 401,
  });
  expect(answered).toHaveLength(before);
});

test('what is no answer of GitHub is refused', async () => {
  const read = createReader(root, () => 'ana');
  await expect(read('/pulls/1', z.object({ number: z.number() }))).rejects.toThrow(z.ZodError);
});
