import type { Post } from '../../../content-schema/index.ts';
import { buildIndex, type SearchIndex, type SearchPost } from '../../../src/search/index.ts';
import { toFileName } from '../../../src/search/manifest.ts';
import { findArticles, type Query, type Result } from '../../../src/search/query.ts';
import { toTopicId } from '../../../src/site/topics.ts';
import { toPostEntry } from '../site/posts.ts';

/** A post as the site hands it to the index; its tags are its topics. */
export function toSearchPost(id: string, values: Partial<Post> = {}): SearchPost {
  const { data } = toPostEntry(id, values);
  const topics = (data.tags ?? []).map((name) => ({ id: toTopicId(name), name }));
  return { id, data, day: data.date.slice(0, 10), topics };
}

/** Searches in an index as the page does, with its files in memory. */
export function findIn({ manifest, files }: SearchIndex, query: string | Partial<Query>): Promise<Result> {
  const whole = { text: '', topic: '', ...(typeof query === 'string' ? { text: query } : query) };
  return findArticles(manifest, whole, (index) => {
    const text = files.get(toFileName(manifest.terms, index));
    if (text === undefined) throw new Error(`The index has no file ${String(index)}.`);
    return Promise.resolve(JSON.parse(text) as string[]);
  });
}

/** The ids of what a query finds in posts (newest first), the best first. */
export async function findIds(
  posts: readonly SearchPost[],
  query: string | Partial<Query>,
): Promise<string[]> {
  const { hits } = await findIn(buildIndex(posts), query);
  return hits.map(({ number }) => posts.at(-1 - number)?.id ?? '');
}
