import type { z } from 'zod';
import { type Fields, type Shape, toSchema } from './field.ts';

interface CollectionBase<F extends Fields> {
  /** Its key in Astro and in Decap. */
  readonly name: string;
  readonly label: string;
  /** What one entry is called, for «Crear …». */
  readonly singular: string;
  readonly description?: string;
  readonly fields: F;
}

/** Many entries, one file each: front matter and, where the fields have a `body`, MDX below it. */
interface FolderOptions<F extends Fields> extends CollectionBase<F> {
  readonly folder: string;
  /** Decap's template for the file name of a new entry. */
  readonly slug: string;
  /** The site path below which every entry has its page: `/articulos/`. */
  readonly path: string;
  /** The field that names an entry to editors. */
  readonly identifier: keyof F & string;
  /** Decap's template for the line of an entry in a list. */
  readonly summary: string;
  readonly sortable?: readonly (keyof F & string)[];
  /** Lists that editors can switch on: «Destacados» shows the entries whose field has the value. */
  readonly filters?: readonly { label: string; field: keyof F & string; value: string | boolean }[];
  /** Lists that editors can fold by the value of a field. */
  readonly groups?: readonly { label: string; field: keyof F & string; pattern?: string }[];
}

/** One file of settings: plain YAML. */
interface FileOptions<F extends Fields> extends CollectionBase<F> {
  readonly file: string;
}

export interface FolderCollection<F extends Fields = Fields> extends FolderOptions<F> {
  readonly schema: z.ZodObject<Shape<F>, z.core.$strict>;
}

export interface FileCollection<F extends Fields = Fields> extends FileOptions<F> {
  readonly schema: z.ZodObject<Shape<F>, z.core.$strict>;
}

export type Collection = FolderCollection | FileCollection;

/** A collection with one file per entry. */
export const folderCollection = <F extends Fields>(options: FolderOptions<F>): FolderCollection<F> => ({
  ...options,
  schema: toSchema(options.fields),
});

/** A collection that is one file. */
export const fileCollection = <F extends Fields>(options: FileOptions<F>): FileCollection<F> => ({
  ...options,
  schema: toSchema(options.fields),
});

export const isFolder = (collection: Collection): collection is FolderCollection => 'folder' in collection;

/** Does a repository path hold an entry of this collection? Its id (the file name without extension), or undefined. */
export function toEntryId(collection: Collection, path: string): string | undefined {
  if (!isFolder(collection)) return path === collection.file ? collection.name : undefined;
  const prefix = `${collection.folder}/`;
  if (!path.startsWith(prefix) || !path.endsWith('.mdx')) return undefined;
  const id = path.slice(prefix.length, -'.mdx'.length);
  return id === '' || id.includes('/') ? undefined : id;
}
