import type { APIRoute } from 'astro';
import { getSettings } from '../../site/newsroom.ts';
import { toAccentCss } from '../../site/theme.ts';
import { sheets } from '../../styles/index.ts';

/** The styles of every page, for the preview beside the form. */
export const GET: APIRoute = async () => {
  const { accent } = (await getSettings()).data;
  return new Response([toAccentCss(accent), ...Object.values(sheets)].join('\n'), {
    headers: { 'Content-Type': 'text/css; charset=utf-8' },
  });
};
