import type { Site } from '../../content-schema/index.ts';
import { type AuthorEntry, findAuthor } from './authors.ts';
import { type CorrectionOf, toCorrections } from './corrections.ts';
import { formatDate } from './dates.ts';
import { maskMail } from './mail.ts';
import { messages } from './messages.ts';
import type { PostEntry } from './posts.ts';
import { toModified } from './structured-data.ts';
import { correctionsPath, toAbsoluteUrl, toAuthorPath, toPostPath } from './urls.ts';

/** What a feed says, in whatever format. Addresses are whole, texts plain, dates ISO 8601. */
export interface Feed {
  readonly title: string;
  readonly description: string;
  /** The page whose news it lists, with a final slash; the feed stands below it. */
  readonly page: string;
  readonly site: Site;
  /** Newest first. */
  readonly items: readonly FeedItem[];
}

export interface FeedItem {
  /** Never changes. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  readonly html: string;
  readonly published: string;
  readonly updated: string;
  readonly author: { readonly name: string; readonly url: string | undefined };
  readonly tags: readonly string[];
  readonly image: string | undefined;
  /** If it is not that of the site. */
  readonly language: string | undefined;
}

/** How many items a feed has: subscribers ask for all of them again and again. */
export const feedLength = 20;

/** What feeds need besides posts. */
export interface FeedSource {
  readonly site: Site;
  readonly authors: readonly AuthorEntry[];
  /** The whole text of a post as HTML for feed readers. */
  readonly renderBody: (post: PostEntry) => Promise<string>;
  /** The lead image as readers of feeds get it. */
  readonly findPicture: (post: PostEntry) => FeedPicture | undefined;
}

interface FeedPicture {
  /** Site path. */
  readonly path: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** The newest of some posts, with their full text. @param path of the page that lists them; posts newest first */
export async function toPostFeed(
  {
    title,
    description,
    path,
  }: { readonly title: string; readonly description: string; readonly path: string },
  posts: readonly PostEntry[],
  source: FeedSource,
): Promise<Feed> {
  return {
    title,
    description: maskMail(description),
    page: toAbsoluteUrl(source.site.url, path),
    site: source.site,
    items: await Promise.all(posts.slice(0, feedLength).map((post) => toItem(post, source))),
  };
}

async function toItem(post: PostEntry, source: FeedSource): Promise<FeedItem> {
  const { title, description, tags = [], date, language } = post.data;
  const url = toAbsoluteUrl(source.site.url, toPostPath(post.id));
  const picture = source.findPicture(post);
  const parts = [
    picture === undefined ? '' : toFigure(post, picture, source.site),
    (await source.renderBody(post)) || `<p>${escapeText(description)}</p>`,
    ...(post.data.corrections ?? []).map((correction) => toCorrectionHtml(correction, source.site)),
  ];
  return {
    id: url,
    url,
    title: maskMail(title),
    summary: maskMail(description),
    html: parts.filter((part) => part !== '').join('\n'),
    published: date,
    updated: toModified(post),
    author: toFeedAuthor(post, source),
    tags,
    image: picture && toAbsoluteUrl(source.site.url, picture.path),
    language,
  };
}

function toFeedAuthor({ data: { autor } }: PostEntry, { authors, site }: FeedSource): FeedItem['author'] {
  const author = findAuthor(authors, autor);
  return { name: autor, url: author && toAbsoluteUrl(site.url, toAuthorPath(author.id)) };
}

function toFigure({ data }: PostEntry, { path, width, height }: FeedPicture, site: Site): string {
  const { imageAlt = '', imageCaption = '', imageCredit } = data;
  const credit = imageCredit === undefined ? '' : messages.credit(imageCredit);
  const caption = [imageCaption, credit].filter((part) => part !== '').join(' ');
  const image =
    `<img src="${toAbsoluteUrl(site.url, path)}" alt="${escapeText(imageAlt)}"` +
    ` width="${String(width)}" height="${String(height)}">`;
  return `<figure>${image}${caption === '' ? '' : `<figcaption>${escapeText(caption)}</figcaption>`}</figure>`;
}

const toCorrectionHtml = (correction: { readonly date: string; readonly text: string }, site: Site): string =>
  `<p><strong>${messages.corrections(1)}, ${formatDate(correction.date, site)}:</strong> ${escapeText(correction.text)}</p>`;

const escapeText = (text: string): string =>
  maskMail(text).replace(/[&<>"]/gu, (character) => `&#${String(character.codePointAt(0))};`);

/** What was corrected in any post, newest first. @param published newest first */
export function toCorrectionsFeed(published: readonly PostEntry[], source: FeedSource): Feed {
  const { site } = source;
  return {
    title: messages.feeds.corrections(site.name),
    description: messages.lists.correctionsDescription(site.name),
    page: toAbsoluteUrl(site.url, correctionsPath),
    site,
    items: toCorrections(published)
      .slice(0, feedLength)
      .map((correction) => toCorrectionItem(correction, source)),
  };
}

function toCorrectionItem({ post, date, text }: CorrectionOf, source: FeedSource): FeedItem {
  const url = toAbsoluteUrl(source.site.url, toPostPath(post.id));
  const same = (post.data.corrections ?? []).filter((other) => other.date === date);
  const number = same.findIndex((other) => other.text === text);
  return {
    id: toCorrectionId(url, date, number),
    url: `${url}#correcciones`,
    title: maskMail(messages.feeds.correctionOf(post.data.title)),
    summary: maskMail(text),
    html: `<p>${escapeText(text)}</p><p><a href="${url}">${escapeText(post.data.title)}</a></p>`,
    published: date,
    updated: date,
    author: toFeedAuthor(post, source),
    tags: [],
    image: undefined,
    language: undefined,
  };
}

/**
 * A name for what has no address of its own (RFC 4151). Its moment tells a correction from others of a post, a
 * number those of one moment.
 */
function toCorrectionId(url: string, date: string, number: number): string {
  const { hostname, pathname } = new URL(url);
  const day = new Date(date).toISOString();
  return `tag:${hostname},${day.slice(0, 10)}:${pathname}#${day.slice(11, 19)}${number > 0 ? `-${String(number)}` : ''}`;
}
