import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { History } from './history.ts';
import type { PostRecord, RecordSummary } from './types.ts';

/** What a build left of one post: the key says of what it was made. */
export interface IndexEntry {
  readonly key: string;
  /** None: nothing changed since it was published. */
  readonly summary?: RecordSummary;
  /** When a version that waits for its date will be seen, milliseconds. */
  readonly next?: number;
}

/** Records as a build leaves them in a folder: the next one makes only those that differ. */
export type RecordIndex = Readonly<Record<string, IndexEntry>>;

const names = { index: 'index.json', history: 'history.json' } as const;

/** What is stored is of no use to another version of the program: change this with what records are made of. */
const version = 2;

export const readIndex = async (dir: string): Promise<RecordIndex> =>
  (await read<RecordIndex>(dir, names.index)) ?? {};
export const writeIndex = (dir: string, index: RecordIndex): Promise<void> => write(dir, names.index, index);
export const readStoredHistory = (dir: string): Promise<History | undefined> =>
  read<History>(dir, names.history);
export const writeHistory = (dir: string, history: History): Promise<void> =>
  write(dir, names.history, history);

/** The record of a post that the index has one of. */
export const readRecord = (dir: string, id: string): Promise<PostRecord | undefined> =>
  read<PostRecord>(dir, toFileName(id));
export const writeRecord = (dir: string, id: string, record: PostRecord): Promise<void> =>
  write(dir, toFileName(id), record);
export const removeRecord = (dir: string, id: string): Promise<void> =>
  rm(path.join(dir, toFileName(id)), { force: true });

/** An id may be longer than the name of a file. */
const toFileName = (id: string): string => `${createHash('sha1').update(id).digest('hex')}.json`;

/** Nothing where there is no such file, it was not finished, or another version wrote it. */
async function read<T>(dir: string, name: string): Promise<T | undefined> {
  try {
    const stored = JSON.parse(await readFile(path.join(dir, name), 'utf8')) as { version: number; data: T };
    return stored.version === version ? stored.data : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || isMissing(error)) return undefined;
    throw error;
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

async function write(dir: string, name: string, data: unknown): Promise<void> {
  const file = path.join(dir, name);
  const text = JSON.stringify({ version, data });
  await writeFile(`${file}.new`, text).catch(async (error: unknown) => {
    if (!isMissing(error)) throw error;
    await mkdir(dir, { recursive: true });
    await writeFile(`${file}.new`, text);
  });
  await rename(`${file}.new`, file);
}
