import type { z } from 'zod';
import type { Reader } from './reader.ts';

/** The most that GitHub gives at once. */
const pageSize = 100;

/** Every page of a list, in its order. @param path without a query @throws as a Reader */
export async function readAll<T>(read: Reader, path: string, schema: z.ZodType<T[]>): Promise<T[]> {
  const items: T[] = [];
  for (let page = 1; ; page += 1) {
    const found = await read(`${path}?per_page=${String(pageSize)}&page=${String(page)}`, schema);
    items.push(...found);
    if (found.length < pageSize) return items;
  }
}
