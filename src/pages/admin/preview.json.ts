import type { APIRoute } from 'astro';
import { getAuthors, getSettings, getTopics, getUploads } from '../../site/newsroom.ts';

/** What pages that are not published show of the rest of the site: the context of `POST /preview`. */
export const GET: APIRoute = async () => {
  const [settings, authors, topics, uploads] = await Promise.all([
    getSettings(),
    getAuthors(),
    getTopics(),
    getUploads(),
  ]);
  const shown = [settings.data.logo, ...authors.map(({ data }) => data.image)];
  const images = shown.flatMap((path) => {
    const image = uploads.findImage(path);
    return path === undefined || image === undefined ? [] : [[path.normalize('NFC'), image] as const];
  });
  return Response.json({
    site: settings.data,
    authors: authors.map(({ id, data }) => ({ id, data })),
    topics: topics.map(({ id, name }) => ({ id, name })),
    images: Object.fromEntries(images),
  });
};
