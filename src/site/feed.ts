import type { RSSOptions } from '@astrojs/rss';
import type { Site } from '../../content-schema/index.ts';
import type { PostEntry } from './posts.ts';
import { feedPath, toAbsoluteUrl, toPostPath } from './urls.ts';

const feedLength = 20;

/** The newest posts as an RSS 2.0 feed: https://www.rssboard.org/rss-specification. No e-mail addresses. */
export function toFeed({ data: site }: { readonly data: Site }, published: readonly PostEntry[]): RSSOptions {
  return {
    title: site.name,
    description: site.description,
    site: site.url,
    xmlns: { atom: 'http://www.w3.org/2005/Atom', dc: 'http://purl.org/dc/elements/1.1/' },
    customData:
      `<language>${site.language}</language>` +
      `<atom:link href="${escape(toAbsoluteUrl(site.url, feedPath))}" rel="self" type="application/rss+xml"/>`,
    items: published.slice(0, feedLength).map(({ id, data }) => ({
      title: data.title,
      description: data.description,
      link: toAbsoluteUrl(site.url, toPostPath(id)),
      pubDate: new Date(data.date),
      categories: [...(data.tags ?? [])],
      customData: `<dc:creator>${escape(data.autor)}</dc:creator>`,
    })),
  };
}

const escape = (text: string): string =>
  text.replace(/[&<>"']/gu, (character) => `&#${String(character.codePointAt(0))};`);
