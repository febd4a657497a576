import { readdir, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import { type BlobReader, deriveVariant } from './derive-variant.ts';
import { ifPresent, readOrMake } from './kept-file.ts';

/** Change it when deriveVariant makes other bytes of the same name. */
const version = 'images-3';

const day = 24 * 60 * 60 * 1000;
const keptDays = 60;

/** Derived sizes on disk, made when they are first asked for. Safe with several processes at once. */
export class VariantCache {
  readonly #cacheDir: string;
  readonly #folder: string;

  /** @param cacheDir a folder that is kept between builds; sites may share it */
  constructor(cacheDir: string) {
    this.#cacheDir = cacheDir;
    this.#folder = path.join(cacheDir, version);
  }

  /** @throws Error like deriveVariant */
  get(name: string, originals: BlobReader): Promise<Buffer> {
    return readOrMake(path.join(this.#folder, name), () => deriveVariant(originals, name));
  }

  /** Is it made, as deriveVariant makes it now? Asking keeps it from being forgotten. */
  async has(name: string): Promise<boolean> {
    const file = path.join(this.#folder, name);
    const found = await ifPresent(stat(file));
    const now = Date.now();
    if (found !== undefined && found.mtimeMs < now - day) await utimes(file, now / 1000, now / 1000);
    return found !== undefined;
  }

  /** Removes what no site has asked for in sixty days, and what older programs made. */
  async forget(): Promise<void> {
    const folders = (await ifPresent(readdir(this.#cacheDir))) ?? [];
    const old = folders.filter((name) => /^images-\d+$/u.test(name) && name !== version);
    await Promise.all(
      old.map((name) => rm(path.join(this.#cacheDir, name), { recursive: true, force: true })),
    );
    for (const name of (await ifPresent(readdir(this.#folder))) ?? []) {
      const file = path.join(this.#folder, name);
      const found = await ifPresent(stat(file));
      if (found !== undefined && found.mtimeMs < Date.now() - keptDays * day) await rm(file, { force: true });
    }
  }
}
