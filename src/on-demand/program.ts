import mdxRenderer from '@astrojs/mdx/server.js';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { EntryError } from '../../content-schema/index.ts';
import { toPostCard, toSiteCard } from '../site/card.ts';
import { mendBody } from './mend-body.ts';
import { messages } from './messages.ts';
import { type PageRequest, parseCardRequest, parsePageRequest, RequestError } from './request.ts';
import { toPage, toPost, toSettings, toTopics } from './to-page.ts';

export { RequestError };

/**
 * The page of an entry as the site would show it, whole.
 * @param input untrusted: what `POST /preview` got
 * @throws RequestError
 */
export async function renderPage(input: unknown): Promise<string> {
  const request = parsePageRequest(input);
  try {
    return await renderLayout(request);
  } catch (error) {
    if (isTooDeep(error)) throw new RequestError(messages.tooDeep);
    const { body } = request.values;
    if (!(error instanceof EntryError) || typeof body !== 'string') throw error;
    return await renderLayout({ ...request, values: { ...request.values, body: mendBody(body, error) } });
  }
}

/** Is it a text whose parts stand so deep in each other that the stack does not suffice? */
const isTooDeep = (error: unknown): boolean =>
  error instanceof RangeError && error.message.includes('call stack');

async function renderLayout(request: PageRequest): Promise<string> {
  const { layout, props } = toPage(request);
  const { marks, theme, framed, notice } = request;
  // A container keeps a route of every rendering: each gets its own.
  const container = await AstroContainer.create();
  container.addServerRenderer({ name: 'astro:jsx', renderer: mdxRenderer });
  return container.renderToString(layout, {
    props,
    partial: false,
    locals: { preview: { marks, theme, framed, notice } },
  });
}

/**
 * The picture that messengers show with a link to the entry's page: JPEG.
 * @param input untrusted: what `POST /preview/card` got
 * @throws RequestError
 */
export async function drawEntryCard(input: unknown): Promise<Buffer> {
  const request = parseCardRequest(input);
  // Typefaces and their shaper, for the few who look at a card.
  const { drawCard } = await import('../cards/draw-card.ts');
  const site = toSettings(request).data;
  if (request.collection !== 'posts') return drawCard(toSiteCard(site));
  const post = toPost(request);
  return drawCard(toPostCard(post, site, toTopics(request, post)[0]?.name));
}
