import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * The content of a file of a cache; one that is not there is made and written. Several processes may ask for it
 * at once: it appears whole or not at all.
 * @throws what `make` throws
 */
export async function readOrMake(file: string, make: () => Promise<Buffer>): Promise<Buffer> {
  const kept = await ifPresent(readFile(file));
  if (kept !== undefined) return kept;
  const content = await make();
  await mkdir(path.dirname(file), { recursive: true });
  const unfinished = `${file}.${String(process.pid)}`;
  await writeFile(unfinished, content);
  await rename(unfinished, file);
  return content;
}

/** What is read of a file or a folder, or undefined when there is none. */
export async function ifPresent<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
