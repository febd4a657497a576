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

export interface FrontPage<P> {
  readonly lead: P | undefined;
  readonly highlights: readonly P[];
  readonly latest: readonly P[];
}

const highlightCount = 3;
const latestCount = 12;

/** The front page: the newest highlight leads (or the newest post), then highlights, then the latest others. */
export function toFrontPage<P extends PostEntry>(published: readonly P[]): FrontPage<P> {
  const highlighted = published.filter(({ data }) => data.highlight);
  const lead = highlighted[0] ?? published[0];
  const highlights = highlighted.filter((post) => post !== lead).slice(0, highlightCount);
  const above = new Set([lead, ...highlights]);
  return { lead, highlights, latest: published.filter((post) => !above.has(post)).slice(0, latestCount) };
}

export interface Archive<P> {
  /** What `/articulos/` shows: at least a full page, less than two, newest first. */
  readonly newest: readonly P[];
  /** Full pages, which a new post never changes; number 1 is the oldest. Newest first within a page. */
  readonly pages: readonly { readonly number: number; readonly posts: readonly P[] }[];
}

/** Cuts the list of published posts (newest first) into pages that are numbered from the oldest. */
export function toArchive<P>(published: readonly P[], size = 24): Archive<P> {
  const count = Math.max(0, Math.floor(published.length / size) - 1);
  const end = published.length;
  const pages = Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    posts: published.slice(end - (index + 1) * size, end - index * size),
  }));
  return { newest: published.slice(0, end - count * size), pages };
}
