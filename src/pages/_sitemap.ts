import { toPublicPath } from '../components/asset.ts';
import { toArchiveYears } from '../site/archive.ts';
import {
  getAuthors,
  getPages,
  getPublishedPosts,
  getSettings,
  getTopics,
  getUploads,
} from '../site/newsroom.ts';
import { type SitemapEntry, toSitemapEntries, toSitemapParts } from '../site/sitemap.ts';
import { isFreePage } from '../site/urls.ts';
import { getRecordSummaries } from './_records.ts';

/** The files of the sitemap. */
export async function getSitemapParts(): Promise<SitemapEntry[][]> {
  const [settings, posts, topics, authors, pages, uploads, findRecord] = await Promise.all([
    getSettings(),
    getPublishedPosts(),
    getTopics(),
    getAuthors(),
    getPages(),
    getUploads(),
    getRecordSummaries(),
  ]);
  const entries = toSitemapEntries({
    posts,
    topics,
    authors,
    years: toArchiveYears(posts, settings.data),
    pages: pages.map(({ id }) => id).filter(isFreePage),
    findImage: ({ data }) => {
      const image = uploads.findImage(data.image);
      return image && toPublicPath(image);
    },
    findChanged: ({ id }) => findRecord(id)?.modified,
  });
  return toSitemapParts(entries);
}

export const toXmlResponse = (xml: string): Response =>
  new Response(xml, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
