import { recordDir } from 'gaceta:record';
import { readIndex, readRecord, type RecordIndex } from '../record/store.ts';
import type { PostRecord, RecordSummary } from '../record/types.ts';
import { getPublishedPosts } from '../site/newsroom.ts';
import type { PostEntry } from '../site/posts.ts';

let loaded: Promise<RecordIndex> | undefined;

/** What all records say in short. A build reads it once; in development it may be drawn again. */
function getIndex(): Promise<RecordIndex> {
  if (import.meta.env.DEV) return readIndex(recordDir);
  loaded ??= readIndex(recordDir);
  return loaded;
}

/** Finds what became of a post since it was published; undefined: nothing. */
export async function getRecordSummaries(): Promise<(id: string) => RecordSummary | undefined> {
  const index = await getIndex();
  return (id) => (Object.hasOwn(index, id) ? index[id]?.summary : undefined);
}

/** Posts that changed since they were published, newest first. */
export async function getChangedPosts(): Promise<{ post: PostEntry; summary: RecordSummary }[]> {
  const find = await getRecordSummaries();
  return (await getPublishedPosts()).flatMap((post) => {
    const summary = find(post.id);
    return summary === undefined ? [] : [{ post, summary }];
  });
}

/** The record of such a post. @throws Error when it is gone since the build began */
export async function getRecord(id: string): Promise<PostRecord> {
  const record = await readRecord(recordDir, id);
  if (record === undefined) throw new Error(`The record of ${id} is not in ${recordDir}: build again.`);
  return record;
}
