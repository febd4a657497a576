import { createHash } from 'node:crypto';
import { collections, parseEntry, toEntryId } from '../../content-schema/index.ts';
import { openRepository, type Repository } from '../git/index.ts';
import { drawAll } from './draw-all.ts';
import type { DrawTask } from './draw.ts';
import { type History, readHistory } from './history.ts';
import { toRecordPages } from './pages.ts';
import {
  type IndexEntry,
  readIndex,
  readStoredHistory,
  removeRecord,
  writeHistory,
  writeIndex,
  writeRecord,
} from './store.ts';
import { traceVersions } from './trace.ts';
import type { TracedVersion } from './types.ts';

export interface MakeOptions {
  /** The git repository with the content. */
  readonly repository: string;
  readonly revision: string;
  /** Where records are left, and those of the build before are. */
  readonly dir: string;
  readonly now: number;
}

export interface Made {
  /** How many posts have a record, and how many were made anew. */
  readonly records: number;
  readonly made: number;
  /** Is only a part of the history there, so that no record would be true? */
  readonly isShallow: boolean;
}

/** Makes the record of every post that is there in a revision, and of those only that differ from the last time. */
export async function makeRecords({ repository: path, revision, dir, now }: MakeOptions): Promise<Made> {
  const repository = await openRepository(path, { needsMain: false });
  try {
    const tip = await repository.resolve(`${revision}^{commit}`);
    if (tip === undefined) throw new Error(`There is no commit ${revision} in ${path}.`);
    if (await repository.isShallow()) {
      await writeIndex(dir, {});
      return { records: 0, made: 0, isShallow: true };
    }
    const known = await readStoredHistory(dir);
    const history = await readHistory(repository.gitDir, tip, `${collections.posts.folder}/`, known);
    if (history !== known) await writeHistory(dir, history);
    return { ...(await makeAll(repository, history, dir, now)), isShallow: false };
  } finally {
    await repository.close();
  }
}

async function makeAll(
  repository: Repository,
  history: History,
  dir: string,
  now: number,
): Promise<{ records: number; made: number }> {
  const before = await readIndex(dir);
  const timeZone = await readTimeZone(repository, history.tip);
  const index: Record<string, IndexEntry> = {};
  const posts: { id: string; key: string; trace: readonly TracedVersion[] }[] = [];
  for (const [file, trace] of traceVersions(history.steps)) {
    const id = toEntryId(collections.posts, file)?.normalize('NFC');
    if (id === undefined || trace.at(-1)?.blob === undefined || !hasChanged(trace)) continue;
    const key = toKey(trace, history, timeZone);
    const old = before[id];
    if (old?.key === key && (old.next === undefined || old.next > now)) index[id] = old;
    else posts.push({ id, key, trace });
  }
  await drawAll(
    posts,
    { now, timeZone },
    ({ trace }) => openVersions(repository, trace, history),
    async ({ id, key }, { record, next }) => {
      const entry = { key, ...(next !== undefined && { next }) };
      index[id] = entry;
      if (record === undefined) return;
      const digest = toDigest(JSON.stringify(record));
      const modified = record.changes.find(({ kind }) => kind === 'change' || kind === 'correction')?.until;
      index[id] = { ...entry, summary: { digest, modified, pages: toRecordPages(record.changes).length } };
      await writeRecord(dir, id, record);
    },
  );
  const gone = Object.keys(before).filter(
    (id) => before[id]?.summary !== undefined && index[id]?.summary === undefined,
  );
  await Promise.all(gone.map((id) => removeRecord(dir, id)));
  await writeIndex(dir, index);
  return {
    records: Object.values(index).filter(({ summary }) => summary !== undefined).length,
    made: posts.length,
  };
}

const hasChanged = (trace: readonly TracedVersion[]): boolean =>
  trace.some(({ blob }) => blob !== undefined && blob !== trace[0]?.blob);

const toDigest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 20);

/** Everything that a record is made of, but for the moment of the build. */
const toKey = (trace: readonly TracedVersion[], { steps }: History, timeZone: string): string =>
  toDigest(
    JSON.stringify([timeZone, ...trace.map(({ step, blob }) => [steps[step]?.sha, steps[step]?.time, blob])]),
  );

/** What the post was after each step. */
async function openVersions(
  repository: Repository,
  trace: readonly TracedVersion[],
  { steps }: History,
): Promise<DrawTask> {
  const versions = await Promise.all(
    trace.map(async ({ step: at, blob }) => {
      const source = blob === undefined ? undefined : (await repository.readBlob(blob)).toString('utf8');
      const found = steps[at];
      if (found === undefined) return [];
      // All that it did to others stays here.
      return [{ step: { ...found, changes: [] }, source }];
    }),
  );
  return { versions: versions.flat() };
}

/** The time zone of the site; a setting that is wrong stops the build elsewhere. */
async function readTimeZone(repository: Repository, tip: string): Promise<string> {
  const { file } = collections.site;
  const sha = await repository.resolve(`${tip}:${file}`);
  if (sha === undefined) return 'UTC';
  const source = (await repository.readBlob(sha)).toString('utf8');
  const timeZone = collections.site.fields.timeZone.schema.safeParse(
    parseEntry(collections.site, source, file).values['timeZone'],
  );
  return timeZone.success ? timeZone.data : 'UTC';
}
