import { type CollectionEntry, getCollection, getEntry } from 'astro:content';
import type { Author, Page, Site, TopicText } from '../../content-schema/index.ts';
import type { AuthorEntry } from './authors.ts';
import { type PostEntry, toNextDate, toPublished } from './posts.ts';
import { type Topic, type TopicEntry, toTopics } from './topics.ts';

export interface PageEntry {
  readonly id: string;
  readonly digest: string;
  readonly data: Page;
}

export interface SettingsEntry {
  readonly id: string;
  readonly digest: string;
  readonly data: Site;
}

/** Pages of one build agree on the moment that separates what is published from what is planned. */
const now = new Date();

/** The settings of the site. */
export async function getSettings(): Promise<SettingsEntry> {
  const entry = await getEntry('site', 'site');
  if (entry === undefined) throw new Error('The settings of the site (src/content/site.yml) are not loaded.');
  return { id: entry.id, digest: String(entry.digest ?? ''), data: entry.data };
}

/** The moment of the build; in development, that of the request. */
export const getNow = (): Date => (import.meta.env.DEV ? new Date() : now);

/** The posts that readers may see, newest first. */
export async function getPublishedPosts(): Promise<PostEntry[]> {
  return toPublished((await getCollection('posts')).map(toEntry), getNow());
}

/** When the site has to be built again because a post that waits for its date appears; undefined: never. */
export async function getNextDate(): Promise<string | undefined> {
  return toNextDate((await getCollection('posts')).map(toEntry), now);
}

export const getAuthors = async (): Promise<AuthorEntry[]> => (await getCollection('authors')).map(toEntry);

/** What published posts are about: the topics of their tags, those with most posts first. */
export const getTopics = async (): Promise<Topic[]> =>
  toTopics(await getPublishedPosts(), (await getCollection('topics')).map(toEntry) satisfies TopicEntry[]);

export const getPages = async (): Promise<PageEntry[]> => (await getCollection('pages')).map(toEntry);

interface Loaded<T> {
  readonly id: string;
  readonly digest?: string | number;
  readonly data: T;
}

const toEntry = <T extends Author | Page | PostEntry['data'] | TopicText>({
  id,
  digest,
  data,
}: Loaded<T>) => ({
  id,
  digest: String(digest ?? ''),
  data,
});

type Upload = CollectionEntry<'uploads'>['data'];

/** What editors uploaded and readers may see, by the site path that entries name. */
export interface Uploads {
  readonly findAsset: (sitePath: string) => Upload | undefined;
  readonly findImage: (sitePath: string | undefined) => Extract<Upload, { width: number }> | undefined;
}

async function loadUploads(): Promise<Uploads> {
  const uploads = new Map((await getCollection('uploads')).map(({ id, data }) => [id, data]));
  return {
    findAsset: (sitePath) => uploads.get(sitePath),
    findImage: (sitePath = '') => {
      const upload = uploads.get(sitePath.normalize('NFC'));
      return upload !== undefined && 'width' in upload ? upload : undefined;
    },
  };
}

let loaded: Promise<Uploads> | undefined;

/** The uploads that can be shown. A build reads them once; in development they may change at any time. */
export function getUploads(): Promise<Uploads> {
  if (import.meta.env.DEV) return loadUploads();
  loaded ??= loadUploads();
  return loaded;
}
