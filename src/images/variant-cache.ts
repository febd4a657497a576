import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type BlobReader, deriveVariant } from './derive-variant.ts';

/** Change it when deriveVariant makes other bytes of the same name. */
const version = 'images-2';

/** Derived sizes on disk, made when they are first asked for. Safe with several processes at once. */
export class VariantCache {
  readonly #folder: string;

  /** @param cacheDir a folder that is kept between builds */
  constructor(cacheDir: string) {
    this.#folder = path.join(cacheDir, version);
  }

  /** @throws Error like deriveVariant */
  async get(name: string, originals: BlobReader): Promise<Buffer> {
    const file = path.join(this.#folder, name);
    const cached = await readIfPresent(file);
    if (cached !== undefined) return cached;
    const content = await deriveVariant(originals, name);
    await mkdir(this.#folder, { recursive: true });
    const unfinished = `${file}.${String(process.pid)}`;
    await writeFile(unfinished, content);
    await rename(unfinished, file);
    return content;
  }
}

async function readIfPresent(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
