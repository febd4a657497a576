import path from 'node:path';
import { decodePart } from '../../content-schema/index.ts';
import type { DecapConfig } from './decap-config.ts';
import { toHost } from './mappings.ts';

/** The files that old texts may name, and how they name them. */
export interface MediaSources {
  /** Absolute paths. */
  readonly files: readonly string[];
  readonly config: DecapConfig | undefined;
  /** Hosts whose addresses are this site's own, without `www.`. */
  readonly hosts: ReadonlySet<string>;
}

/** Finds a file by the address that a document gives. */
export interface MediaIndex {
  /**
   * The file that fits best: the one whose path ends in most of the names of the address, whatever the case,
   * the Unicode normalisation and the percent encoding. Undefined: there is none of that name.
   * @param folder absolute, of the document: a relative address starts there
   */
  find(address: string, folder: string): string | undefined;
  /** The names of an address on this site, or undefined where it leads elsewhere or to no file. */
  toNames(address: string): readonly string[] | undefined;
}

const fold = (name: string): string => name.normalize('NFC').toLowerCase();

const toSegments = (file: string): string[] =>
  file.split(/[\\/]/u).filter((name) => name !== '' && name !== '.');

/** Prepares the search. */
export function indexMedia({ files, config, hosts }: MediaSources): MediaIndex {
  const byName = new Map<string, { file: string; segments: string[] }[]>();
  for (const file of [...files].sort()) {
    const segments = toSegments(file).map(fold);
    const name = segments.at(-1) ?? '';
    byName.set(name, [...(byName.get(name) ?? []), { file, segments }]);
  }

  const toNames = (address: string): readonly string[] | undefined => {
    let rest = address.trim().replace(/[?#].*$/su, '');
    if (/^(?:https?:)?\/\//iu.test(rest)) {
      const url = rest.startsWith('//') ? `https:${rest}` : rest;
      if (!URL.canParse(url) || !hosts.has(toHost(url))) return undefined;
      rest = rest.replace(/^(?:https?:)?\/\/[^/]*/iu, '');
    } else if (/^[a-z][a-z0-9+.-]*:/iu.test(rest)) return undefined;
    const names = toSegments(rest).map(decodePart);
    return names.length === 0 ? undefined : names;
  };

  return {
    toNames,
    find(address, folder) {
      const names = toNames(address);
      if (names === undefined) return undefined;
      const wanted = names.map(fold);
      const isRelative = !/^(?:\/|https?:)/iu.test(address.trim());
      const forms = [wanted];
      if (isRelative) forms.unshift(toSegments(path.resolve(folder, names.join('/'))).map(fold));
      for (const { publicFolder, folder: media } of config?.media ?? []) {
        const prefix = toSegments(publicFolder).map(fold);
        if (prefix.every((name, index) => wanted[index] === name)) {
          forms.push([...toSegments(media).map(fold), ...wanted.slice(prefix.length)]);
        }
      }
      const candidates = byName.get(wanted.at(-1) ?? '') ?? [];
      const scored = candidates.map(({ file, segments }) => ({
        file,
        score: Math.max(...forms.map((form) => countCommonEnd(form, segments))),
        // Of files that differ in case only, the one that is written alike.
        same: path.basename(file).normalize('NFC') === names.at(-1)?.normalize('NFC') ? 1 : 0,
      }));
      return scored.toSorted((a, b) => b.score - a.score || b.same - a.same)[0]?.file;
    },
  };
}

function countCommonEnd(a: readonly string[], b: readonly string[]): number {
  let count = 0;
  while (count < a.length && count < b.length && a.at(-1 - count) === b.at(-1 - count)) count++;
  return count;
}
