import { type FolderCollection, toPlainPath } from '../../content-schema/index.ts';
import type { Mappings } from './mappings.ts';
import { withoutDay } from './names.ts';

/** Keys by which other generators say where a page stands or stood. */
export const addressKeys = ['permalink', 'redirect_from'] as const;

/** What is known of the old address of a document. */
export interface OldPage {
  /** Folder in which the document is. */
  readonly folder: string;
  /** File name without extension. */
  readonly name: string;
  /** As the file name has it. */
  readonly extension: string;
  /** Values of `aliases` and of `addressKeys` in its front matter. */
  readonly stated: readonly unknown[];
}

/**
 * The old site paths of a document, as the field `aliases` holds them: readable, with what no path may hold
 * encoded. Where nothing is said about its folder, its page stood at /<folder>/<file name without its day>/.
 */
export function toOldPaths(page: OldPage, collection: FolderCollection, mappings: Mappings): string[] {
  const stated = page.stated
    .flat()
    .filter((value): value is string => typeof value === 'string' && /^\/(?!\/)./u.test(value));
  const paths = [...stated.map(toPlainPath), ...findPath(page, collection, mappings)];
  return [...new Set(paths.map(toPlainPathText))].filter((path) => path !== '/');
}

function findPath(page: OldPage, collection: FolderCollection, mappings: Mappings): string[] {
  const { folder, name, extension } = page;
  const now = toPlainPath(collection.path);
  const known = mappings.addresses.get(folder) ?? mappings.moved.get(now);
  // Texts were never pages under the name of their file, as far as anybody knows.
  if (known === undefined && extension === 'txt') return [];
  if (mappings.addresses.get(folder) === '') return [];
  const pattern = known ?? `/${folder}`;
  const whole = /:(?:name|slug)\b/u.test(pattern) ? pattern : `${pattern}/:slug`;
  return [whole.replaceAll(/:(name|slug)\b/gu, (_, key) => (key === 'name' ? name : withoutDay(name)))];
}

/** White space and signs that end or change a path are encoded, and `%` itself: the rest stays readable. */
const toPlainPathText = (path: string): string =>
  `/${path.normalize('NFC').replace(/^\/+|\/+$/gu, '')}`.replace(/[\s\p{Cc}?#"<>\\%]/gu, encodeURIComponent);
