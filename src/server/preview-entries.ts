import {
  type Collection,
  type CollectionName,
  collections,
  EntryError,
  isFolder,
  parseEntry,
  toEntryId,
  type Values,
} from '../../content-schema/index.ts';
import type { Repository } from '../git/index.ts';
import { type Original, planVariants, toDocumentPath } from '../images/index.ts';
import { toDocument } from '../loader/document.ts';
import { readOriginal, UnreadableImageError } from '../loader/original.ts';
import { findUploadPaths, isImageFile, originalsFolder, toSitePath } from '../loader/upload-paths.ts';
import type { PageInput } from '../on-demand/index.ts';

/** A file of content that a pull request changes. */
export interface ChangedEntry {
  readonly collection: CollectionName;
  readonly id: string;
  readonly path: string;
  /** The blob after the change; of a removed file, the one it had. */
  readonly sha: string;
  readonly isRemoved: boolean;
}

/**
 * The entries that a pull request changes, in the order in which the form lists collections.
 * @returns undefined when main has all of it
 */
export async function listChanged(repository: Repository, head: string): Promise<ChangedEntry[] | undefined> {
  const base = await repository.mergeBase('refs/heads/main', head);
  if (base === head) return undefined;
  const changes = base === undefined ? [] : await repository.diff(base, head);
  return Object.values<Collection>(collections).flatMap((collection) =>
    changes.flatMap(({ path, sha, status }) => {
      const id = toEntryId(collection, path);
      const isRemoved = status === 'removed';
      return id === undefined
        ? []
        : [{ collection: collection.name as CollectionName, id, path, sha, isRemoved }];
    }),
  );
}

/** What people call an entry: its title or name, and its slug while it has none. */
export async function readTitle(
  repository: Repository,
  { collection, id, path, sha }: ChangedEntry,
): Promise<string> {
  const model: Collection = collections[collection];
  if (!isFolder(model)) return model.label;
  try {
    const { values } = parseEntry(model, (await repository.readBlob(sha)).toString('utf8'), path);
    const title = values[model.identifier];
    return typeof title === 'string' && title.trim() !== '' ? title : id;
  } catch (error) {
    if (error instanceof EntryError) return id;
    throw error;
  }
}

/** An entry, and its uploads as a page of a pull request may show them. */
export interface EntryView {
  readonly values: Values;
  readonly assets: NonNullable<PageInput['assets']>;
  /** Names of the derived images that it shows. */
  readonly images: ReadonlySet<string>;
}

/** Pixels: enough for somebody who looks whether it is the right picture. */
const widest = 1080;

/**
 * Reads an entry at a commit.
 * @param toAddress of a derived image, by its name
 * @throws EntryError
 */
export async function readEntryView(
  repository: Repository,
  head: string,
  { collection, path, sha }: ChangedEntry,
  toAddress: (name: string) => string,
): Promise<EntryView> {
  const text = (await repository.readBlob(sha)).toString('utf8');
  const { values } = parseEntry(collections[collection], text, path);
  const named = new Set(findUploadPaths(text));
  const files = await repository.listTree(head, originalsFolder, { recursive: true });
  const assets: Record<string, NonNullable<PageInput['assets']>[string]> = {};
  const images = new Set<string>();
  for (const file of files) {
    const sitePath = toSitePath(`${originalsFolder}/${file.path}`);
    if (file.type !== 'blob' || !named.has(sitePath)) continue;
    const content = await repository.readBlob(file.sha);
    if (!isImageFile(file.path)) {
      const document = toDocument(sitePath, file.sha, content);
      assets[sitePath] = { url: toDocumentPath(document), size: document.size };
      continue;
    }
    const image = await readImage(file.sha, content);
    if (image === undefined) continue;
    const name = toName(image);
    images.add(name);
    const { width, height, alpha, animated, colors } = image;
    assets[sitePath] = { url: toAddress(name), width, height, alpha, animated, colors };
  }
  return { values, assets, images };
}

async function readImage(sha: string, content: Buffer): Promise<Original | undefined> {
  try {
    return await readOriginal(sha, content);
  } catch (error) {
    // The site does without it, too.
    if (error instanceof UnreadableImageError) return undefined;
    throw error;
  }
}

/** WebP is made in a moment; the sizes of the site are AVIF, which takes seconds. */
const toName = (image: Original): string =>
  planVariants(image, [widest]).webp?.name ?? planVariants(image, [widest]).fallback.name;
