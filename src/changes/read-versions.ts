import { isUtf8 } from 'node:buffer';
import {
  type Collection,
  EntryError,
  isFolder,
  parseEntry,
  toEntryId,
  toEntryPath,
  toPlainPath,
  type Values,
} from '../../content-schema/index.ts';
import type { Repository } from '../git/index.ts';
import type { Version } from '../review/report/index.ts';
import type { ChangedEntry, CommittedFile } from './changed-files.ts';

/** An entry on both sides; of a new or deleted one, a side is missing. */
export interface EntryVersions {
  readonly collection: Collection;
  readonly before: Version | undefined;
  readonly after: Version | undefined;
}

/**
 * Reads changed entries. One that went and one that came with the address of the former among its own are one renamed
 * entry, even where git did not see it.
 */
export async function readVersions(
  repository: Repository,
  entries: readonly ChangedEntry[],
): Promise<EntryVersions[]> {
  const versions: EntryVersions[] = [];
  for (const { collection, before, after } of entries) {
    versions.push({
      collection,
      before: before && (await readVersion(repository, collection, before)),
      after: after && (await readVersion(repository, collection, after)),
    });
  }
  return joinRenamed(versions);
}

async function readVersion(
  repository: Repository,
  collection: Collection,
  { path, sha }: CommittedFile,
): Promise<Version> {
  const bytes = await repository.readBlob(sha);
  const id = isFolder(collection) ? (toEntryId(collection, path) ?? '').normalize('NFC') : collection.name;
  return { id, path, values: toValues(collection, bytes.toString(isUtf8(bytes) ? 'utf8' : 'latin1'), path) };
}

/** Of a file that cannot be read as an entry, everything in it is its text: a person has to see it. */
function toValues(collection: Collection, source: string, path: string): Values {
  try {
    return parseEntry(collection, source, path).values;
  } catch (error) {
    if (error instanceof EntryError) return { body: source };
    throw error;
  }
}

function joinRenamed(versions: readonly EntryVersions[]): EntryVersions[] {
  const gone = new Set(versions.filter(({ after }) => after === undefined));
  const absorbed = new Set<EntryVersions>();
  const joined = versions.map((version) => {
    const old = version.before === undefined ? [...gone].find((one) => isNameOf(version, one)) : undefined;
    if (old === undefined) return version;
    gone.delete(old);
    absorbed.add(old);
    return { ...version, before: old.before };
  });
  return joined.filter((version) => !absorbed.has(version));
}

/** Does a new entry have the address of one that is gone among its own? */
function isNameOf({ collection, after }: EntryVersions, gone: EntryVersions): boolean {
  const aliases: unknown = after?.values['aliases'];
  if (!Array.isArray(aliases) || collection !== gone.collection) return false;
  const address = toEntryPath(collection, gone.before?.id ?? '');
  return aliases.some((alias) => typeof alias === 'string' && toPlainPath(alias) === address);
}
