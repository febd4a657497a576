import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** What a file of the cache folder remembers by key; nothing when there is none or it cannot be read. */
export async function readCache<T>(
  dir: string | undefined,
  name: string,
): Promise<Readonly<Record<string, T>>> {
  if (dir === undefined) return {};
  try {
    return JSON.parse(await readFile(path.join(dir, name), 'utf8')) as Record<string, T>;
  } catch (error) {
    if (error instanceof SyntaxError || (error instanceof Error && 'code' in error)) return {};
    throw error;
  }
}

/** Remembers values by key, in place of those of before. Two at once do no harm: the last one wins. */
export async function writeCache(
  dir: string | undefined,
  name: string,
  values: Readonly<Record<string, unknown>>,
): Promise<void> {
  if (dir === undefined) return;
  await mkdir(dir, { recursive: true });
  await replaceFile(path.join(dir, name), JSON.stringify(values));
}

/** Writes a file so that nobody ever sees half of it. */
export async function replaceFile(file: string, content: string, mode?: number): Promise<void> {
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${randomUUID()}`);
  await writeFile(temporary, content, mode === undefined ? {} : { mode });
  await rename(temporary, file);
}
