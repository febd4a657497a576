import { createHash } from 'node:crypto';
import { collections, parseEntry, toEntryId } from '../../content-schema/index.ts';
import { openRepository, type Repository } from '../git/index.ts';
import { type History, readHistory } from './history.ts';
import { toRecordPages } from './pages.ts';
import { createPostReader } from './post-text.ts';
import {
  type IndexEntry,
  readIndex,
  readStoredHistory,
  removeRecord,
  writeHistory,
  writeIndex,
  writeRecord,
} from './store.ts';
import { toRecord, type RecordedVersion } from './to-record.ts';
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

/** How many posts are read from git at a time. */
const atOnce = 50;

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
  const toDay = createToDay(timeZone);
  const index: Record<string, IndexEntry> = {};
  let made = 0;
  const waiting = [...traceVersions(history.steps)].values();
  const work = async (): Promise<void> => {
    for (const [file, trace] of waiting) {
      const id = toEntryId(collections.posts, file)?.normalize('NFC');
      if (id === undefined || trace.at(-1)?.blob === undefined || !hasChanged(trace)) continue;
      const key = toKey(trace, history, timeZone);
      const old = before[id];
      if (old?.key === key && (old.next === undefined || old.next > now)) {
        index[id] = old;
        continue;
      }
      made += 1;
      const versions = await readVersions(repository, trace, history);
      const record = toRecord({ versions, now, toDay });
      const next = versions.at(-1)?.text?.date ?? 0;
      index[id] = { key, ...(next > now && { next }) };
      if (record === undefined) continue;
      const digest = toDigest(JSON.stringify(record));
      const modified = record.changes.find(({ kind }) => kind === 'change' || kind === 'correction')?.until;
      index[id] = {
        ...index[id],
        key,
        summary: { digest, modified, pages: toRecordPages(record.changes).length },
      };
      await writeRecord(dir, id, record);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const gone = Object.keys(before).filter(
    (id) => before[id]?.summary !== undefined && index[id]?.summary === undefined,
  );
  await Promise.all(gone.map((id) => removeRecord(dir, id)));
  await writeIndex(dir, index);
  return { records: Object.values(index).filter(({ summary }) => summary !== undefined).length, made };
}

const hasChanged = (trace: readonly TracedVersion[]): boolean =>
  trace.some(({ blob }) => blob !== undefined && blob !== trace[0]?.blob);

const toDigest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 20);

/** Everything that a record is made of, but for the moment of the build. */
const toKey = (trace: readonly TracedVersion[], { steps }: History, timeZone: string): string =>
  toDigest(
    JSON.stringify([timeZone, ...trace.map(({ step, blob }) => [steps[step]?.sha, steps[step]?.time, blob])]),
  );

/** The versions of a post without those that stopped the build: readers went on seeing the one before. */
async function readVersions(
  repository: Repository,
  trace: readonly TracedVersion[],
  { steps }: History,
): Promise<RecordedVersion[]> {
  const read = createPostReader();
  const sources = await Promise.all(
    trace.map(async ({ blob }) =>
      blob === undefined ? undefined : (await repository.readBlob(blob)).toString('utf8'),
    ),
  );
  return trace.flatMap(({ step: at }, index) => {
    const [source, step] = [sources[index], steps[at]];
    const text = source === undefined ? undefined : read(source);
    return step === undefined || (source !== undefined && text === undefined) ? [] : [{ step, text }];
  });
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

function createToDay(timeZone: string): (time: number) => string {
  // Swedish writes dates as ISO 8601 does.
  const format = new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeZone });
  return (time) => format.format(time);
}
