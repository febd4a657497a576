import type { Post } from '../../content-schema/index.ts';

/** A post of the collection: what pages show, its id and the digest of all that (src/loader). */
export interface PostEntry {
  readonly id: string;
  readonly digest: string;
  readonly data: Post;
}

/** Posts whose moment has come, newest first; those of the same moment by id. */
export function toPublished<P extends PostEntry>(posts: readonly P[], now: Date): P[] {
  return posts
    .map((post) => ({ post, time: Date.parse(post.data.date) }))
    .filter(({ time }) => time <= now.getTime())
    .sort((a, b) => b.time - a.time || (a.post.id < b.post.id ? -1 : 1))
    .map(({ post }) => post);
}

/** When the next post that waits for its date appears, as an ISO date-time in UTC; undefined when none does. */
export function toNextDate(posts: readonly PostEntry[], now: Date): string | undefined {
  const waiting = posts.map(({ data }) => Date.parse(data.date)).filter((time) => time > now.getTime());
  return waiting.length === 0 ? undefined : new Date(Math.min(...waiting)).toISOString();
}

export interface FrontPage<P, T> {
  readonly lead: P | undefined;
  readonly highlights: readonly P[];
  /** The newest of the others: some as lines, some as cards. */
  readonly latest: readonly P[];
  readonly more: readonly P[];
  /** The largest topics of several posts, each with the newest of its posts that stand nowhere above. */
  readonly topics: readonly { readonly topic: T; readonly posts: readonly P[] }[];
  readonly otherTopics: readonly T[];
}

const counts = {
  recent: 12,
  highlights: 3,
  latest: 5,
  more: 8,
  topics: 4,
  postsOfTopic: 3,
  otherTopics: 16,
} as const;

/**
 * The front page: the newest highlight leads while it is one of the last dozen posts, else the newest post; then
 * highlights, then the latest others.
 * @param published newest first
 * @param topics the largest first
 */
export function toFrontPage<P extends PostEntry, T extends { readonly posts: readonly P[] }>(
  published: readonly P[],
  topics: readonly T[],
): FrontPage<P, T> {
  const highlighted = published.filter(({ data }) => data.highlight);
  const lead = published.slice(0, counts.recent).find(({ data }) => data.highlight) ?? published[0];
  const highlights = highlighted.filter((post) => post !== lead).slice(0, counts.highlights);
  const others = published.filter((post) => post !== lead && !highlights.includes(post));
  const latest = others.slice(0, counts.latest);
  const more = others.slice(counts.latest, counts.latest + counts.more);
  const above = new Set([lead, ...highlights, ...latest, ...more].map((post) => post?.id));
  const large = topics.filter(({ posts }) => posts.length > 1).slice(0, counts.topics);
  return {
    lead,
    highlights,
    latest,
    more,
    topics: large.map((topic) => ({
      topic,
      posts: topic.posts.filter(({ id }) => !above.has(id)).slice(0, counts.postsOfTopic),
    })),
    otherTopics: topics.filter((topic) => !large.includes(topic)).slice(0, counts.otherTopics),
  };
}

export interface ListPages<P> {
  /** What `/articulos/` shows: at least a full page, less than two, newest first. */
  readonly newest: readonly P[];
  /** Full pages, which a new post never changes; number 1 is the oldest. Newest first within a page. */
  readonly pages: readonly { readonly number: number; readonly posts: readonly P[] }[];
}

/** Cuts the list of published posts (newest first) into pages that are numbered from the oldest. */
export function toListPages<P>(published: readonly P[], size = 24): ListPages<P> {
  const count = Math.max(0, Math.floor(published.length / size) - 1);
  const end = published.length;
  const pages = Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    posts: published.slice(end - (index + 1) * size, end - index * size),
  }));
  return { newest: published.slice(0, end - count * size), pages };
}
