import { z } from 'zod';
import {
  type Collection,
  collections,
  EntryError,
  mediaFolder,
  parseEntry,
  toEntryId,
} from '../../../content-schema/index.ts';
import type { Pull } from '../../browser/github-answers.ts';
import type { MediaChange } from '../../review/report/index.ts';
import { reportEntry } from '../../review/report/report-entry.ts';
import type { Api } from '../api.ts';
import { inTurns } from '../in-turns.ts';
import type { ChangedEntry, PullFile, Side } from '../pull.ts';
import { readBlob, readFileAt, toText } from './read-blob.ts';

/** https://docs.github.com/en/rest/commits/commits#compare-two-commits */
const comparisonSchema = z.object({
  merge_base_commit: z.object({ sha: z.string() }),
  files: z
    .array(
      z.object({
        filename: z.string(),
        previous_filename: z.string().optional(),
        status: z.enum(['added', 'removed', 'modified', 'renamed', 'copied', 'changed', 'unchanged']),
        sha: z.string().nullish(),
        patch: z.string().optional(),
      }),
    )
    .default([]),
});

/** What a pull request changes, at one head of it. */
export interface Content {
  readonly head: string;
  readonly mergeBase: string;
  readonly files: readonly PullFile[];
  readonly entries: readonly ChangedEntry[];
  /** Without their bytes, which come with the pictures. */
  readonly media: readonly MediaChange[];
  readonly left: number;
}

/** More entries than this are for the report, not for a phone. */
const mostEntries = 40;

/** Loads the texts, before and after, and what changed between them. @throws as a Reader */
export async function loadContent(api: Api, pull: Pull): Promise<Content> {
  const { read, repo, branch } = api;
  // When it is closed, main may have all of it.
  const base = pull.state === 'open' ? branch : pull.base.sha;
  const comparison = await read(
    `${repo}/compare/${encodeURIComponent(base)}...${pull.head.sha}`,
    comparisonSchema,
  );
  const mergeBase = comparison.merge_base_commit.sha;
  const files = comparison.files.map((file): PullFile => ({
    path: file.filename,
    previousPath: file.status === 'renamed' ? file.previous_filename : undefined,
    status: file.status,
    sha: file.sha ?? '',
    patch: file.patch,
  }));
  const entryFiles = files.filter(
    ({ path, previousPath }) => findCollection(previousPath ?? path) ?? findCollection(path),
  );
  const entries = new Map<string, ChangedEntry>();
  await inTurns(entryFiles.slice(0, mostEntries), async (file) => {
    const entry = await loadEntry(api, file, mergeBase);
    if (entry !== undefined) entries.set(file.path, entry);
  });
  return {
    head: pull.head.sha,
    mergeBase,
    files,
    entries: files.flatMap(({ path }) => entries.get(path) ?? []),
    media: files.filter(isMedia).map(toMedia),
    left: Math.max(0, entryFiles.length - mostEntries),
  };
}

const findCollection = (path: string): Collection | undefined =>
  Object.values<Collection>(collections).find((collection) => toEntryId(collection, path) !== undefined);

export const isMedia = ({ path }: Pick<PullFile, 'path'>): boolean => path.startsWith(`${mediaFolder}/`);

function toMedia({ path, previousPath, status }: PullFile): MediaChange {
  if (previousPath !== undefined) return { path, previousPath, kind: 'renamed' };
  return { path, kind: status === 'added' || status === 'removed' ? status : 'changed' };
}

async function loadEntry(api: Api, file: PullFile, mergeBase: string): Promise<ChangedEntry | undefined> {
  const { path, previousPath = path, status, sha } = file;
  const collection = findCollection(path) ?? findCollection(previousPath);
  if (collection === undefined) return undefined;
  const [old, now] = await Promise.all([
    status === 'added' ? undefined : readFileAt(api, mergeBase, previousPath),
    status === 'removed' ? undefined : readBlob(api, sha),
  ]);
  const before = old && toSide(collection, previousPath, toText(old));
  const after = now && toSide(collection, path, toText(now));
  return { report: reportEntry(collection, before, after), before, after };
}

function toSide(collection: Collection, path: string, source: string): Side {
  const side = {
    collection,
    path,
    source,
    id: toEntryId(collection, path) ?? '',
    assets: {},
    hasAssets: false,
  };
  try {
    const { values, locate } = parseEntry(collection, source, path);
    return { ...side, values, bodyLine: locate(['body']).line };
  } catch (error) {
    if (!(error instanceof EntryError)) throw error;
    return { ...side, values: {}, bodyLine: 1 };
  }
}
