import type { APIRoute, GetStaticPaths } from 'astro';
import { getSettings } from '../site/newsroom.ts';
import { type SitemapEntry, toSitemap } from '../site/sitemap.ts';
import { getSitemapParts, toXmlResponse } from './_sitemap.ts';

export const getStaticPaths = (async () => {
  const parts = await getSitemapParts();
  if (parts.length === 1) return [];
  return parts.map((entries, index) => ({ params: { part: String(index + 1) }, props: { entries } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ entries: SitemapEntry[] }> = async ({ props }) =>
  toXmlResponse(toSitemap(props.entries, (await getSettings()).data.url));
