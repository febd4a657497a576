import { createHash } from 'node:crypto';
import type { LoaderContext } from 'astro/loaders';
import {
  checkEntry,
  type Collection,
  EntryError,
  type Finding,
  parseEntry,
  toEntryId,
} from '../../content-schema/index.ts';
// Not by the door of the copy desk: a build has no use for its rules.
import { findCode } from '../copy-desk/safety.ts';
import { findUploadPaths } from './upload-paths.ts';
import type { UploadShas } from './load-uploads.ts';
import { schemaVersion } from './schema-version.ts';
import type { ContentSource, SourceFile } from '../git/index.ts';

/**
 * Puts the entries of one collection into the store. An entry whose blob, schema and uploads are the ones
 * that the store has is not read again.
 * @returns what is wrong with the entries; a wrong one keeps its last good version in the store.
 */
export async function loadEntries(
  collection: Collection,
  { store, meta }: LoaderContext,
  source: ContentSource,
  files: readonly SourceFile[],
  uploads: UploadShas,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const ids = new Set<string>();
  await Promise.all(
    files.map(async (file) => {
      const id = toEntryId(collection, file.path)?.normalize('NFC');
      if (id === undefined) return;
      ids.add(id);
      const known = store.get(id);
      const note = readNote(meta.get(id), file.sha);
      if (known !== undefined && note !== undefined) {
        store.set({ ...known, digest: toDigest(file.sha, note, uploads) });
        return;
      }
      const text = (await source.read(file)).toString('utf8');
      const result = check(collection, text, file.path);
      if (!result.success) {
        findings.push(...result.findings);
        return;
      }
      const named = findUploadPaths(text);
      const digest = toDigest(file.sha, named, uploads);
      store.set({ id, data: result.entry, filePath: file.path, digest });
      meta.set(id, JSON.stringify([schemaVersion, file.sha, named]));
    }),
  );
  for (const id of store.keys()) {
    if (ids.has(id)) continue;
    store.delete(id);
    meta.delete(id);
  }
  return findings.sort((a, b) => compare(a.location, b.location));
}

type Location = Finding['location'];

const compare = (a: Location, b: Location): number =>
  a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1;

/** The entry of a file, or what is wrong with it: its form, its values, code where only data may be. */
function check(
  collection: Collection,
  text: string,
  file: string,
): ReturnType<typeof checkEntry<Collection>> {
  try {
    const result = checkEntry(collection, parseEntry(collection, text, file), file);
    const code = findCode(collection, text, file);
    if (code.length === 0) return result;
    return { success: false, findings: [...(result.success ? [] : result.findings), ...code] };
  } catch (error) {
    if (error instanceof EntryError) return { success: false, findings: [...error.findings] };
    throw error;
  }
}

/** The uploads that this very blob names, noted when it was last read under this schema. */
function readNote(note: string | undefined, sha: string): readonly string[] | undefined {
  if (note === undefined) return undefined;
  const [version, blob, named] = JSON.parse(note) as [string, string, string[]];
  return version === schemaVersion && blob === sha ? named : undefined;
}

/** Changes with the schema, the file and the bytes behind the paths of uploads that it names. */
function toDigest(sha: string, named: readonly string[], uploads: UploadShas): string {
  const parts = [schemaVersion, sha, ...named.map((path) => `${path}=${uploads.get(path) ?? ''}`)];
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32);
}
