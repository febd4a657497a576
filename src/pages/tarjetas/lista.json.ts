import type { APIRoute } from 'astro';
import { toCardName, toPostCard, toSiteCard } from '../../site/card.ts';
import { getPublishedPosts, getSettings, getTopics } from '../../site/newsroom.ts';
import { toKicker } from '../../site/topics.ts';

/** The share cards that pages name, for src/cards/integration.ts, which draws them. */
export const GET: APIRoute = async () => {
  const [{ data: site }, posts, topics] = await Promise.all([
    getSettings(),
    getPublishedPosts(),
    getTopics(),
  ]);
  const cards = posts.map((post) => toPostCard(post, site, toKicker(post, topics)?.name));
  return Response.json(
    Object.fromEntries([toSiteCard(site), ...cards].map((card) => [toCardName(card), card])),
  );
};
