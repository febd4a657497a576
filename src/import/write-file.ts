import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** One at a time and of one name, so that what a killed import leaves is found and removed by the next. */
const temporaryName = '.import.tmp';

/** Writes a file so that it is there whole or not at all. Folders are made as needed. */
export async function writeWhole(file: string, content: Buffer | string): Promise<void> {
  const folder = path.dirname(file);
  const temporary = path.join(folder, temporaryName);
  await mkdir(folder, { recursive: true });
  await writeFile(temporary, content);
  await rename(temporary, file);
}

/** Removes what a killed import left in a folder. */
export const removeTemporary = (folder: string): Promise<void> =>
  rm(path.join(folder, temporaryName), { force: true });
