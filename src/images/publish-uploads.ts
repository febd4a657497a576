import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { BlobReader } from './derive-variant.ts';
import { findDocuments } from './documents.ts';
import type { VariantCache } from './variant-cache.ts';
import { findVariantNames, parseVariantName } from './variants.ts';

export interface PublishOptions {
  /** The folder of the built site. */
  readonly output: string;
  /** Absolute paths of the files that readers get as HTML, XML or JSON. */
  readonly texts: readonly string[];
  /** Shas of the blobs that may be published: what the built commit holds in its folder of uploads. */
  readonly uploads: ReadonlySet<string>;
  readonly originals: BlobReader;
  readonly cache: VariantCache;
}

export interface PublishResult {
  readonly added: number;
  readonly removed: number;
  /** Names that pages mention and that could not be made, with the reason. */
  readonly failed: readonly { readonly name: string; readonly error: unknown }[];
}

/**
 * Brings the uploads of a built site in line with its pages: makes the derived images and copies the
 * documents that they name and that are missing, removes those that they no longer name.
 */
export async function publishUploads({
  output,
  texts,
  uploads,
  originals,
  cache,
}: PublishOptions): Promise<PublishResult> {
  const wanted = new Map<string, () => Promise<Buffer>>();
  await forEachConcurrently(texts, 16, async (file) => {
    const text = await readFile(file, 'utf8');
    for (const name of findVariantNames(text)) {
      const { sha = '' } = parseVariantName(name) ?? {};
      if (uploads.has(sha)) wanted.set(`_img/${name}`, () => cache.get(name, originals));
    }
    for (const { sha, name } of findDocuments(text)) {
      if (uploads.has(sha)) wanted.set(`_files/${sha}/${name}`, () => originals.readBlob(sha));
    }
  });

  const present = new Set([...(await listFiles(output, '_img')), ...(await listFiles(output, '_files'))]);
  const missing: (readonly [name: string, make: () => Promise<Buffer>])[] = [];
  await forEachConcurrently([...wanted], 16, async ([name, make]) => {
    // A document is copied at every build, which tells that it is alive; an image that the cache does not know
    // was made by an older program.
    const isMade = name.startsWith('_img/') && (await cache.has(path.basename(name)));
    if (!isMade || !present.has(name)) missing.push([name, make]);
  });
  const failed: { name: string; error: unknown }[] = [];
  await forEachConcurrently(missing, availableParallelism(), async ([name, make]) => {
    try {
      const content = await make();
      await mkdir(path.dirname(path.join(output, name)), { recursive: true });
      await writeFile(path.join(output, name), content);
    } catch (error) {
      failed.push({ name, error });
    }
  });
  const stale = [...present].filter((name) => !wanted.has(name));
  await Promise.all(stale.map((name) => rm(path.join(output, name))));
  return { added: missing.length - failed.length, removed: stale.length, failed };
}

async function listFiles(output: string, folder: string): Promise<string[]> {
  const root = path.join(output, folder);
  await mkdir(root, { recursive: true });
  const entries = await readdir(root, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(output, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
}

async function forEachConcurrently<T>(
  items: readonly T[],
  limit: number,
  task: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  await Promise.all(
    Array.from({ length: limit }, async () => {
      for (const item of queue) await task(item);
    }),
  );
}
