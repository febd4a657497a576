import type { APIRoute, GetStaticPaths } from 'astro';
import { toPublicPath } from '../components/asset.ts';
import { renderEntry } from '../render/index.ts';
import { renderToHtml } from '../render/to-html.ts';
import { type AuthorEntry, findAuthor, toPostsBy } from '../site/authors.ts';
import { toCacheKey } from '../site/cache-key.ts';
import { type Feed, feedLength, type FeedSource, toCorrectionsFeed, toPostFeed } from '../site/feed.ts';
import { feedFormats } from '../site/feed-formats.ts';
import { toFeedHtml } from '../site/feed-html.ts';
import { messages } from '../site/messages.ts';
import {
  getAuthors,
  getPublishedPosts,
  getSettings,
  getTopics,
  getUploads,
  type SettingsEntry,
} from '../site/newsroom.ts';
import type { PostEntry } from '../site/posts.ts';
import { homePath, toAbsoluteUrl, toAuthorPath, toPostPath, toTopicPath } from '../site/urls.ts';

type FeedName = keyof typeof feedFormats;

/** Texts by digest of their post: feeds of the site, of topics and of authors share posts, and each has three formats. */
const rendered = new Map<string, Promise<string>>();

async function getSource(): Promise<FeedSource> {
  const [{ data: site }, authors, uploads] = await Promise.all([getSettings(), getAuthors(), getUploads()]);
  const renderBody = async (post: PostEntry): Promise<string> => {
    const { body } = post.data;
    const { Content } = renderEntry({ body, findAsset: uploads.findAsset, siteUrl: site.url, file: post.id });
    return toFeedHtml(await renderToHtml(Content), toAbsoluteUrl(site.url, toPostPath(post.id)));
  };
  return {
    site,
    authors,
    renderBody: (post) => {
      const key = toCacheKey(post, site.url);
      const html = rendered.get(key) ?? renderBody(post);
      rendered.set(key, html);
      return html;
    },
    findPicture: ({ data: { image: sitePath } }) => {
      const image = uploads.findImage(sitePath);
      return image && { path: toPublicPath(image), width: image.width, height: image.height };
    },
  };
}

const types: Readonly<Record<FeedName, string>> = {
  'rss.xml': 'application/rss+xml',
  'atom.xml': 'application/atom+xml',
  'feed.json': 'application/feed+json',
};

const respond = (feed: Feed, name: FeedName): Response =>
  new Response(feedFormats[name](feed), { headers: { 'Content-Type': `${types[name]}; charset=utf-8` } });

/** The newest posts of the site. */
export const siteFeed =
  (name: FeedName): APIRoute =>
  async () => {
    const [source, posts] = await Promise.all([getSource(), getPublishedPosts()]);
    const { name: title, description } = source.site;
    return respond(await toPostFeed({ title, description, path: homePath }, posts, source), name);
  };

/** The newest corrections. */
export const correctionsFeed =
  (name: FeedName): APIRoute =>
  async () =>
    respond(toCorrectionsFeed(await getPublishedPosts(), await getSource()), name);

/** What the feed of a topic or of an author lists. */
interface FeedProps {
  readonly title: string;
  readonly description: string;
  /** Site path of its page. */
  readonly path: string;
  readonly posts: readonly PostEntry[];
}

/** The feed of a topic or of an author, kept until one of the posts in it changes. */
function toPath(id: string, feed: FeedProps, settings: SettingsEntry, authors: readonly AuthorEntry[]) {
  const posts = feed.posts.slice(0, feedLength);
  const listed = posts.map(({ data }) => findAuthor(authors, data.autor));
  const cacheKey = toCacheKey(settings, feed.title, feed.description, ...posts, ...listed);
  return { params: { id }, props: { ...feed, posts }, cacheKey };
}

export const getTopicFeeds = (async () => {
  const [settings, topics, authors] = await Promise.all([getSettings(), getTopics(), getAuthors()]);
  return topics.map(({ id, name, description, posts }) => {
    const title = messages.feeds.of(name, settings.data.name);
    const path = toTopicPath(id);
    const feed = { title, description: description ?? messages.feeds.articlesOn(name), path, posts };
    return toPath(id, feed, settings, authors);
  });
}) satisfies GetStaticPaths;

export const getAuthorFeeds = (async () => {
  const [settings, published, authors] = await Promise.all([
    getSettings(),
    getPublishedPosts(),
    getAuthors(),
  ]);
  return authors.map((author) => {
    const { name } = author.data;
    const title = messages.feeds.of(name, settings.data.name);
    const posts = toPostsBy(published, author);
    const feed = { title, description: messages.aboutAuthor(name), path: toAuthorPath(author.id), posts };
    return toPath(author.id, feed, settings, authors);
  });
}) satisfies GetStaticPaths;

/** The feed of a topic or of an author. */
export const postFeed =
  (name: FeedName): APIRoute<FeedProps> =>
  async ({ props }) =>
    respond(await toPostFeed(props, props.posts, await getSource()), name);
