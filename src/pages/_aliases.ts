import { type Alias, toAliases } from '../site/aliases.ts';
import { getAuthors, getPages, getPublishedPosts, getTopics } from '../site/newsroom.ts';
import type { PostEntry } from '../site/posts.ts';
import { toAuthorPath, toPagePath, toPostPath, toTopicPath } from '../site/urls.ts';

/** Old paths of published posts that no page of the site stands at. */
export async function getAliases(): Promise<Alias<PostEntry>[]> {
  const [posts, pages, authors, topics] = await Promise.all([
    getPublishedPosts(),
    getPages(),
    getAuthors(),
    getTopics(),
  ]);
  const taken = new Set([
    ...posts.map(({ id }) => toPostPath(id)),
    ...pages.map(({ id }) => toPagePath(id)),
    ...authors.map(({ id }) => toAuthorPath(id)),
    ...topics.map(({ id }) => toTopicPath(id)),
  ]);
  return toAliases(posts, taken);
}
