import type { APIRoute } from 'astro';
import { getSettings } from '../site/newsroom.ts';
import { toMainSitemap } from '../site/sitemap.ts';
import { getSitemapParts, toXmlResponse } from './_sitemap.ts';

export const GET: APIRoute = async () =>
  toXmlResponse(toMainSitemap(await getSitemapParts(), (await getSettings()).data.url));
