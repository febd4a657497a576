import {
  type Collection,
  collections,
  EntryError,
  parseEntry,
  serializeEntry,
  toEntryId,
  type Values,
} from '../../../content-schema/index.ts';
import type { Conflict, mergeEntry as MergeEntry, Resolution } from '../../review/index.ts';
import { EditorError } from '../editor-error.ts';
import { messages } from '../locale/messages.ts';
import type { OtherVersion } from '../merge/ask.tsx';
import { ServerError } from './server-error.ts';

/** Asks the editor; undefined: not now. */
export type AskAboutConflicts = (
  conflicts: readonly Conflict[],
  other: OtherVersion,
) => Promise<ReadonlyMap<string, Resolution> | undefined>;

/** Texts of one file; undefined: it is not there in this version. */
interface Versions {
  readonly base: string | undefined;
  readonly yours: string | undefined;
  readonly theirs: string | undefined;
}

/** The collection whose entry a file is; undefined: it is no entry. */
export const getCollection = (path: string): Collection | undefined =>
  Object.values<Collection>(collections).find((collection) => toEntryId(collection, path) !== undefined);

/**
 * Merges two versions of a file with their common one. What only one side changed stays; what both changed is
 * asked.
 * @throws EditorError when the editor decides later, or a version cannot be read
 */
export async function mergeTexts(
  path: string,
  { base, yours, theirs }: Versions,
  ask: AskAboutConflicts,
  other: OtherVersion,
): Promise<string | undefined> {
  if (yours === theirs || base === theirs) return yours;
  if (base === yours) return theirs;
  const collection = getCollection(path);
  if (collection === undefined) throw new EditorError(messages.save.sameFile(path));
  const parse = (source: string | undefined): Values | undefined =>
    source === undefined ? undefined : toValues(collection, source);
  const mergeEntry = await loadMerge();
  const merge = mergeEntry(collection, parse(base), parse(yours), parse(theirs));
  const resolutions =
    merge.conflicts.length === 0
      ? new Map<string, Resolution>()
      : await ask(merge.conflicts, other).catch((cause: unknown) => {
          throw new EditorError(messages.save.undecided, { cause });
        });
  if (resolutions === undefined) throw new EditorError(messages.save.undecided);
  const values = merge.resolve(resolutions);
  return values === undefined ? undefined : serializeEntry(collection, values);
}

/** Seldom needed, and not small: a file of its own in the bundle. */
async function loadMerge(): Promise<typeof MergeEntry> {
  const { mergeEntry } = await import('../../review/merge-entry.ts').catch((cause: unknown) => {
    throw new ServerError({ kind: 'network', status: 0, reason: String(cause) }, { cause });
  });
  return mergeEntry;
}

/** The values in a file. @throws EditorError when it cannot be read */
export function toValues(collection: Collection, source: string): Values {
  try {
    return parseEntry(collection, source, collection.label).values;
  } catch (cause) {
    if (!(cause instanceof EntryError)) throw cause;
    throw new EditorError(messages.save.damaged, { cause });
  }
}
