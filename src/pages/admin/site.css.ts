import type { APIRoute } from 'astro';
import { getSettings } from '../../site/newsroom.ts';
import { toAccentCss } from '../../site/theme.ts';
import article from '../../styles/article.css?raw';
import base from '../../styles/base.css?raw';

/** The styles of an article page, for the preview beside the form. */
export const GET: APIRoute = async () => {
  const { accent } = (await getSettings()).data;
  return new Response([toAccentCss(accent), base, article].join('\n'), {
    headers: { 'Content-Type': 'text/css; charset=utf-8' },
  });
};
