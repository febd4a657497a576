import type { APIRoute } from 'astro';
import { toIcon } from '../site/icon.ts';
import { getSettings } from '../site/newsroom.ts';

export const GET: APIRoute = async () => {
  const { name, accent } = (await getSettings()).data;
  return new Response(toIcon(name, accent), { headers: { 'Content-Type': 'image/svg+xml' } });
};
