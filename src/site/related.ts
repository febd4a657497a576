import type { PostEntry } from './posts.ts';
import type { Topic } from './topics.ts';

/** How many posts before and after it are looked at in each topic of a post: a topic may have thousands. */
const reach = 20;

/**
 * A function that finds what to read after a post: the posts that share the rarest topics with it, and among
 * those that share as much the nearest in time. Not the newest: each new post would then change the pages of
 * all others of its topic.
 * @param topics of all published posts, each with its posts newest first
 * @param total how many posts are published
 */
export function createRelated<P extends PostEntry>(
  topics: readonly Topic<P>[],
  total: number,
): (post: P, count?: number) => P[] {
  const times = new Map(
    topics.flatMap(({ posts }) => posts.map((post) => [post, Date.parse(post.data.date)])),
  );
  const places = new Map<string, { readonly topic: Topic<P>; readonly index: number }[]>();
  for (const topic of topics) {
    for (const [index, { id }] of topic.posts.entries()) {
      const all = places.get(id) ?? [];
      all.push({ topic, index });
      places.set(id, all);
    }
  }
  return (post, count = 3) => {
    const scores = new Map<P, number>();
    for (const { topic, index } of places.get(post.id) ?? []) {
      const weight = Math.log1p(total / topic.posts.length);
      for (const other of topic.posts.slice(Math.max(0, index - reach), index + reach + 1)) {
        if (other.id !== post.id) scores.set(other, (scores.get(other) ?? 0) + weight);
      }
    }
    const time = Date.parse(post.data.date);
    return [...scores]
      .map(([other, score]) => ({ other, score, distance: Math.abs((times.get(other) ?? 0) - time) }))
      .sort((a, b) => b.score - a.score || a.distance - b.distance || (a.other.id < b.other.id ? -1 : 1))
      .slice(0, count)
      .map(({ other }) => other);
  };
}
