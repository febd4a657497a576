import type { APIRoute } from 'astro';
import { getNow, getPublishedPosts, getSettings } from '../site/newsroom.ts';
import { toNewsSitemap } from '../site/sitemap.ts';
import { toXmlResponse } from './_sitemap.ts';

export const GET: APIRoute = async () =>
  toXmlResponse(toNewsSitemap(await getPublishedPosts(), (await getSettings()).data, getNow()));
