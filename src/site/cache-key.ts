import { createHash } from 'node:crypto';

/**
 * The key under which a build keeps a page: it changes with everything that the page shows.
 * @param shown the entries on the page, and other values such as the addresses it links to
 */
export function toCacheKey(...shown: readonly ({ readonly digest: string } | string | undefined)[]): string {
  const parts = shown.map((one) => (typeof one === 'object' ? one.digest : (one ?? '')));
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
