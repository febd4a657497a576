import type { Query } from './query.ts';

/**
 * What an address that leads nowhere may have meant: the words of its path, any of them.
 * @param referrer of the page, '' if unknown
 * @param origin of the site; addresses elsewhere mean nothing here
 */
export function toNearestQuery(
  referrer: string,
  origin: string,
): (Query & { readonly path: string }) | undefined {
  if (!referrer.startsWith(`${origin}/`)) return undefined;
  const path = decode(new URL(referrer).pathname);
  const last = path
    .split('/')
    .filter((part) => part !== '')
    .at(-1);
  if (last === undefined) return undefined;
  // The hyphen at the end: the last word is whole.
  const text = `${last.replace(/\.\w{1,5}$/u, '').replace(/^\d{4}-\d\d-\d\d/u, '')}-`;
  return { text, topic: '', any: true, path };
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return path;
    throw error;
  }
}
