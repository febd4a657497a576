import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import type { Site } from '../../content-schema/index.ts';
import AuthorPage from '../layouts/AuthorPage.astro';
import FreePage from '../layouts/FreePage.astro';
import PostPage from '../layouts/PostPage.astro';
import SettingsPage from '../layouts/SettingsPage.astro';
import TopicPage from '../layouts/TopicPage.astro';
import { findAuthor } from '../site/authors.ts';
import type { PostEntry } from '../site/posts.ts';
import { toTopicId } from '../site/topics.ts';
import type { CardRequest, PageRequest } from './request.ts';
import { toShownValues } from './shown-values.ts';
import { toAssets } from './to-assets.ts';

/** A layout and what it shows. */
export interface PageView {
  readonly layout: AstroComponentFactory;
  readonly props: Record<string, unknown>;
}

/** The page of an entry by the layout that the build has for its collection. */
export function toPage(request: PageRequest): PageView {
  const { collection, id, values, context, assets } = request;
  const common = { settings: toSettings(request), uploads: toAssets(assets, context.images) };
  const entry = { id, digest: '' };
  switch (collection) {
    case 'posts': {
      const post = toPost(request);
      const author = findAuthor(toEntries(context.authors), post.data.autor);
      const props = { post, author, topics: toTopics(request, post), related: [], newer: undefined };
      return { layout: PostPage, props: { ...common, ...props, older: undefined } };
    }
    case 'pages': {
      const data = { title: '', description: '', body: '', ...toShownValues(collection, values) };
      return { layout: FreePage, props: { ...common, page: { ...entry, data } } };
    }
    case 'authors': {
      const data = { name: '', body: '', ...toShownValues(collection, values) };
      return { layout: AuthorPage, props: { ...common, author: { ...entry, data }, stories: undefined } };
    }
    case 'topics': {
      const data = { name: '', description: undefined, ...toShownValues(collection, values) };
      const topic = { id: toTopicId(data.name) || id, ...data };
      return { layout: TopicPage, props: { ...common, topic, stories: undefined } };
    }
    case 'site':
      return { layout: SettingsPage, props: common };
  }
}

/** The post of a request, with what a form that was just opened has not. */
export function toPost({ id, values }: CardRequest): PostEntry {
  const blank = { title: '', description: '', image: '', autor: '', highlight: false, body: '' };
  const data = { ...blank, date: new Date().toISOString(), ...toShownValues('posts', values) };
  return { id, digest: '', data };
}

/** The topics of a post by their names on the site; a tag that no post had has its own. */
export function toTopics({ context }: CardRequest, post: PostEntry): { id: string; name: string }[] {
  const names = new Map(context.topics.map(({ id, name }) => [id, name]));
  const tags = new Map((post.data.tags ?? []).map((tag) => [toTopicId(tag), tag]));
  tags.delete('');
  return [...tags].map(([id, tag]) => ({ id, name: names.get(id) ?? tag }));
}

/** The settings: those that are published, or those that somebody is changing. */
export function toSettings({ collection, values, context }: CardRequest): {
  id: string;
  digest: string;
  data: Site;
} {
  const changed = collection === 'site' ? toShownValues(collection, values) : {};
  return { id: 'site', digest: '', data: { ...context.site, ...changed } };
}

const toEntries = <T>(
  entries: readonly { id: string; data: T }[],
): { id: string; digest: string; data: T }[] => entries.map((entry) => ({ ...entry, digest: '' }));
