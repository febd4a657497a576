import { isUtf8 } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { EntryError, parseEntry, serializeEntry } from '../../content-schema/index.ts';
import { repairValues } from '../copy-desk/index.ts';
import { replaceFile } from './cache.ts';
import type { EntryFile } from './content.ts';
import type { FullKnowledge } from './knowledge.ts';
import type { Report } from './report.ts';

/**
 * Makes the certain repairs in files of a work tree and writes those that changed, whole, as the form would write
 * them: LF, NFC, no byte order mark, a last line that ends. A file in which nothing is repaired and whose form is tidy stays as it is,
 * byte for byte; so does one that cannot be read.
 */
export async function fix(
  dir: string,
  files: readonly EntryFile[],
  site: FullKnowledge,
): Promise<Report['fixed']> {
  const fixed: { file: string; repairs: number }[] = [];
  for (const { collection, path: file } of files) {
    const absolute = path.join(dir, file);
    const bytes = await readFile(absolute);
    if (!isUtf8(bytes)) continue;
    const source = bytes.toString('utf8');
    try {
      const { values } = parseEntry(collection, source, file);
      const repaired = repairValues(collection, values, file, site);
      const written = serializeEntry(collection, repaired.values);
      if (written === source) continue;
      await replaceFile(absolute, written, (await stat(absolute)).mode);
      fixed.push({ file, repairs: repaired.repairs.length });
    } catch (error) {
      if (!(error instanceof EntryError)) throw error;
    }
  }
  return fixed;
}
