import type { APIRoute } from 'astro';
import { getNow, getPublishedPosts, getSettings } from '../site/newsroom.ts';
import { toNewsSitemap } from '../site/sitemap.ts';

export const GET: APIRoute = async () =>
  new Response(toNewsSitemap(await getPublishedPosts(), (await getSettings()).data, getNow()));
