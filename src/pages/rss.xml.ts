import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { toFeed } from '../site/feed.ts';
import { getPublishedPosts, getSettings } from '../site/newsroom.ts';

export const GET: APIRoute = async () => rss(toFeed(await getSettings(), await getPublishedPosts()));
