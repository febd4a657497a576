import { collections } from '../../content-schema/index.ts';

/** What `--map` says about the old site. */
export interface Mappings {
  /** Folder of old documents → name of our collection. */
  readonly collections: ReadonlyMap<string, string>;
  /** Folder of old documents → where their pages stood, with a slash at its start; '' where they had none. */
  readonly addresses: ReadonlyMap<string, string>;
  /** Where the pages stood of entries whose page is now below a path: `articulos` → `/blogs`. */
  readonly moved: ReadonlyMap<string, string>;
  /** Hosts whose addresses are this site's own, without `www.`. */
  readonly hosts: ReadonlySet<string>;
}

/** `--map` has a value that means nothing; the message says what to write. */
export class MappingError extends Error {
  override readonly name = 'MappingError';
}

/**
 * Reads the values of `--map OLD=NEW`:
 *
 *     blogs=posts                the documents of the folder blogs become entries of posts
 *     blogs=/blog                pages of its documents stood at /blog/<file name without its day>/
 *     blogs=/blog/:name          …with the day; `:name` and `:slug` may stand anywhere
 *     blogs=                     its documents had no pages
 *     /blog=/articulos           what is now below /articulos/ stood below /blog/
 *     https://old.example.org=/  addresses of that site are this site's own
 *
 * @throws MappingError
 */
export function parseMappings(values: readonly string[]): Mappings {
  const found = {
    collections: new Map<string, string>(),
    addresses: new Map<string, string>(),
    moved: new Map<string, string>(),
    hosts: new Set<string>(),
  };
  for (const value of values) {
    const at = value.indexOf('=');
    const [from, to] = [value.slice(0, at).normalize('NFC'), value.slice(at + 1).normalize('NFC')];
    if (at < 1) throw new MappingError(`--map ${value}: write OLD=NEW.`);
    if (/^https?:\/\//u.test(from)) {
      if (to !== '/' || !URL.canParse(from)) {
        throw new MappingError(`--map ${value}: write https://HOST=/ for the address of the old site.`);
      }
      found.hosts.add(toHost(from));
    } else if (from.startsWith('/')) {
      if (!to.startsWith('/'))
        throw new MappingError(`--map ${value}: after a path comes a path, /blog=/articulos.`);
      found.moved.set(trim(to), trim(from) === '' ? '' : `/${trim(from)}`);
    } else if (to.startsWith('/') || to === '') {
      found.addresses.set(trim(from), to === '' ? '' : `/${trim(to)}`);
    } else {
      const names = Object.values(collections).flatMap((collection) =>
        'folder' in collection ? [collection.name] : [],
      );
      if (!names.includes(to as (typeof names)[number])) {
        throw new MappingError(`--map ${value}: «${to}» is no collection. There are ${names.join(', ')}.`);
      }
      found.collections.set(trim(from), to);
    }
  }
  return found;
}

const trim = (path: string): string => path.replace(/^\/+|\/+$/gu, '');

export const toHost = (url: string): string => new URL(url).hostname.replace(/^www\./u, '');
