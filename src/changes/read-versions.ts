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
 * Reads changed entries. One that went and one that came are one renamed entry when the latter has the address of the
 * former among its own, or its title, or most of its text. (Git compares whole files: to it, two short posts are alike
 * because their front matter is.)
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
  const earlier = new Map<EntryVersions, EntryVersions>();
  for (const isSame of [isNamedAfter, isTitledLike, isWrittenLike]) {
    for (const version of versions) {
      if (version.before !== undefined || earlier.has(version)) continue;
      const old = [...gone].find((one) => one.collection === version.collection && isSame(version, one));
      if (old === undefined) continue;
      gone.delete(old);
      earlier.set(version, old);
    }
  }
  const absorbed = new Set(earlier.values());
  return versions
    .filter((version) => !absorbed.has(version))
    .map((version) => ({ ...version, before: version.before ?? earlier.get(version)?.before }));
}

/** Does a new entry have the address of one that is gone among its own? */
function isNamedAfter({ collection, after }: EntryVersions, gone: EntryVersions): boolean {
  const aliases: unknown = after?.values['aliases'];
  if (!Array.isArray(aliases)) return false;
  const address = toEntryPath(collection, gone.before?.id ?? '');
  return aliases.some((alias) => typeof alias === 'string' && toPlainPath(alias) === address);
}

function isTitledLike({ collection, after }: EntryVersions, gone: EntryVersions): boolean {
  if (!isFolder(collection)) return false;
  const title = after?.values[collection.identifier];
  return title !== undefined && title === gone.before?.values[collection.identifier];
}

/** Do they have half of their paragraphs in common? */
function isWrittenLike({ after }: EntryVersions, gone: EntryVersions): boolean {
  const [old, now] = [toParagraphs(gone.before), toParagraphs(after)];
  return now.intersection(old).size * 2 > Math.max(now.size, old.size);
}

function toParagraphs(version: Version | undefined): Set<string> {
  const body = version?.values['body'];
  return new Set(typeof body === 'string' ? body.split(/\n{2,}/u).filter((text) => text.trim() !== '') : []);
}
