import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { BlobReader } from './derive-variant.ts';
import type { VariantCache } from './variant-cache.ts';
import { findVariantNames, variantFolder } from './variants.ts';

export interface PublishResult {
  readonly added: number;
  readonly removed: number;
  /** Names that pages mention and that could not be made, with the reason. */
  readonly failed: readonly { readonly name: string; readonly error: unknown }[];
}

/**
 * Brings the derived images of a built site in line with its pages: makes what they name and is missing,
 * removes what they no longer name.
 * @param output the folder of the built site
 * @param texts absolute paths of the files that readers get as HTML, XML or JSON
 */
export async function publishVariants(
  output: string,
  texts: readonly string[],
  cache: VariantCache,
  originals: BlobReader,
): Promise<PublishResult> {
  const folder = path.join(output, variantFolder);
  await mkdir(folder, { recursive: true });
  const [wanted, present] = [await findWanted(texts), new Set(await readdir(folder))];

  const failed: { name: string; error: unknown }[] = [];
  const missing = [...wanted].filter((name) => !present.has(name));
  await forEachConcurrently(missing, availableParallelism(), async (name) => {
    try {
      await writeFile(path.join(folder, name), await cache.get(name, originals));
    } catch (error) {
      failed.push({ name, error });
    }
  });
  const stale = [...present].filter((name) => !wanted.has(name));
  await Promise.all(stale.map((name) => rm(path.join(folder, name))));
  return { added: missing.length - failed.length, removed: stale.length, failed };
}

async function findWanted(texts: readonly string[]): Promise<Set<string>> {
  const wanted = new Set<string>();
  await forEachConcurrently(texts, 16, async (file) => {
    for (const name of findVariantNames(await readFile(file, 'utf8'))) wanted.add(name);
  });
  return wanted;
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
