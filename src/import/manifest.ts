import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { writeWhole } from './write-file.ts';

/** Repository path of what an import remembers. A dot file: no entry. */
export const manifestFile = 'src/content/.import.json';

const written = z.object({ file: z.string(), written: z.string() });

const schema = z.object({
  version: z.literal(1),
  /** By key of the document: digest of its bytes, the entry's file and the digest of what was written there. */
  entries: z.record(z.string(), z.object({ source: z.string(), ...written.shape })),
  /** By digest of the old file. */
  uploads: z.record(z.string(), written),
  /** By address, folded: the file that it names now, found or not. */
  addresses: z.record(z.string(), z.string()),
});

/** What earlier imports wrote. */
export type Manifest = z.output<typeof schema>;

/** The manifest cannot be read; the message says what to do. */
export class ManifestError extends Error {
  override readonly name = 'ManifestError';
}

/** @throws ManifestError */
export async function loadManifest(into: string): Promise<Manifest> {
  let text: string;
  try {
    text = await readFile(path.join(into, manifestFile), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return { version: 1, entries: {}, uploads: {}, addresses: {} };
  }
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    if (!(cause instanceof SyntaxError || cause instanceof z.ZodError)) throw cause;
    const remedy =
      'Restore it from git. Without it, entries that were imported before count as written by hand.';
    throw new ManifestError(`${manifestFile} cannot be read. ${remedy}`, { cause });
  }
}

/** The same manifest is the same text. */
export function serializeManifest({ version, entries, uploads, addresses }: Manifest): string {
  const sort = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
  const sorted = { version, entries: sort(entries), uploads: sort(uploads), addresses: sort(addresses) };
  return `${JSON.stringify(sorted, undefined, 2)}\n`;
}

export const saveManifest = (into: string, manifest: Manifest): Promise<void> =>
  writeWhole(path.join(into, manifestFile), serializeManifest(manifest));
