import { type Collection, collections, isFolder } from '../../../content-schema/index.ts';
import { EditorError } from '../editor-error.ts';
import { messages } from '../locale/messages.ts';
import { type Desk, toBranch } from './desk.ts';
import { toValues } from './merge-texts.ts';

/** @throws EditorError for a name that no collection has */
export function findCollection(name: string): Collection {
  const found = Object.values<Collection>(collections).find((collection) => collection.name === name);
  if (found === undefined) throw new EditorError(messages.request.notPublished);
  return found;
}

/** The file of an entry. */
export const toPath = (collection: Collection, slug: string): string =>
  isFolder(collection) ? `${collection.folder}/${slug}.mdx` : collection.file;

/** Where the form of an entry is, below the admin's address. */
export const toRoute = (collection: string, slug: string): string =>
  `collections/${collection}/entries/${encodeURIComponent(slug)}`;

/** What editors call an entry. */
export function toTitle(collection: Collection, source: string): string {
  const title = isFolder(collection) ? toValues(collection, source)[collection.identifier] : undefined;
  return typeof title === 'string' && title !== '' ? title : collection.label;
}

/** @throws EditorError when an entry has changes that are not published */
export async function assertNoDraft({ pulls }: Desk, collection: string, slug: string): Promise<void> {
  const open = await pulls.findOpen(toBranch(collection, slug));
  if (open !== undefined) throw new EditorError(messages.request.isDrafted);
}
