import type { APIRoute } from 'astro';
import { toPublicPath } from '../../components/asset.ts';
import { toBackend } from '../../site/backend.ts';
import { getNextDate, getSettings, getUploads } from '../../site/newsroom.ts';

/** What the browser app of /admin has to know of this site, and the server: when the next post is due. */
export const GET: APIRoute = async () => {
  const { name, url, logo, timeZone, accent } = (await getSettings()).data;
  const image = (await getUploads()).findImage(logo);
  return Response.json({
    backend: toBackend(process.env),
    siteUrl: url,
    siteName: name,
    ...(image === undefined ? {} : { logo: toPublicPath(image) }),
    timeZone,
    accent,
    nextDate: (await getNextDate()) ?? null,
  });
};
