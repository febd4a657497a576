import type { APIRoute } from 'astro';
import { getSettings } from '../site/newsroom.ts';
import { toRobots } from '../site/sitemap.ts';

export const GET: APIRoute = async () => new Response(toRobots((await getSettings()).data.url));
