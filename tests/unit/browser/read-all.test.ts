import { expect, test } from 'vitest';
import { z } from 'zod';
import { readAll } from '../../../src/browser/read-all.ts';
import type { Reader } from '../../../src/browser/reader.ts';

test.each([0, 1, 99, 100, 101, 250])('of a list of %i everything is read, in its order', async (length) => {
  const items = Array.from({ length }, (_, index) => index);
  const read: Reader = async (path, schema) => {
    const query = new URL(path, 'https://api.example').searchParams;
    const size = Number(query.get('per_page'));
    const start = (Number(query.get('page')) - 1) * size;
    return schema.parse(items.slice(start, start + size));
  };
  expect(await readAll(read, '/repos/a/b/pulls/1/reviews', z.array(z.number()))).toEqual(items);
});
