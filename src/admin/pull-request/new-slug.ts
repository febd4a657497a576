import { type FolderCollection } from '../../../content-schema/index.ts';

/** A slug in the part that stays and the part that an editor may choose. */
export interface SlugParts {
  /** The day with which the files of a dated collection begin, and a hyphen: they are listed by it. */
  readonly prefix: string;
  readonly rest: string;
}

/** Takes the slug of an entry apart. */
export function toSlugParts({ slug: template }: FolderCollection, slug: string): SlugParts {
  const prefix = template.startsWith('{{fields.date') ? (/^\d{4}-\d\d-\d\d-/u.exec(slug)?.[0] ?? '') : '';
  return { prefix, rest: slug.slice(prefix.length) };
}

/** May a text be (the end of) an address? */
export const isSlug = (text: string): boolean =>
  /^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(text) && text.length <= 200;

/** The public address of an entry. */
export const toAddress = (siteUrl: string, { path }: FolderCollection, slug: string): string =>
  new URL(`${path}${encodeURIComponent(slug)}/`, siteUrl).href;
