import { toPostPath } from './urls.ts';
import type { PostEntry } from './posts.ts';

export interface Alias<P> {
  /** Site path without slashes at its ends: `blog/titulo-viejo`. */
  readonly path: string;
  readonly post: P;
}

/** First segments that are never an editor's: programs and derived files. */
const reserved = new Set(['admin', 'forge', '_img', '_astro', 'oauth']);

/** May content decide what stands at this path? */
export const isFree = (path: string): boolean => {
  const segments = path.split('/');
  return (
    !reserved.has(segments[0] ?? '') &&
    segments.every((segment) => segment !== '' && !/^\.{1,2}$/u.test(segment))
  );
};

/** Old paths that lead to a post. The newest post wins a path; a path that is somebody's page is left out. */
export function toAliases<P extends PostEntry>(
  published: readonly P[],
  taken: ReadonlySet<string>,
): Alias<P>[] {
  const found = new Map<string, P>();
  for (const post of published) {
    for (const alias of post.data.aliases ?? []) {
      const path = alias.normalize('NFC').replace(/^\/+|\/+$/gu, '');
      const isTaken = taken.has(`/${path}/`) || encodeURI(`/${path}/`) === toPostPath(post.id);
      if (isFree(path) && !isTaken && !found.has(path)) found.set(path, post);
    }
  }
  return [...found].map(([path, post]) => ({ path, post }));
}
