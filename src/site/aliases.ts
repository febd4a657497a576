import { isFreePath, toPlainPath } from '../../content-schema/index.ts';
import type { PostEntry } from './posts.ts';

export interface Alias<P> {
  /** Site path without slashes at its ends: `blog/titulo-viejo`. */
  readonly path: string;
  readonly post: P;
}

/**
 * Old paths that lead to a post. The newest post wins a path.
 * @param taken site paths of pages, encoded, with both slashes: an alias never replaces one
 */
export function toAliases<P extends PostEntry>(
  published: readonly P[],
  taken: ReadonlySet<string>,
): Alias<P>[] {
  const found = new Map<string, P>();
  for (const post of published) {
    for (const alias of post.data.aliases ?? []) {
      const path = toPlainPath(alias);
      const address = `/${path.split('/').map(encodeURIComponent).join('/')}/`;
      if (isFreePath(path) && !taken.has(address) && !found.has(path)) found.set(path, post);
    }
  }
  return [...found].map(([path, post]) => ({ path, post }));
}
