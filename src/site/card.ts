import { createHash } from 'node:crypto';
import type { Site } from '../../content-schema/index.ts';
import { type DateStyle, formatDate } from './dates.ts';
import type { PostEntry } from './posts.ts';

/** What the image shows that messengers put beside a link to a page. */
export interface Card {
  readonly title: string;
  /** The topic, over the title. */
  readonly kicker?: string | undefined;
  /** In words, below the title; of the site's own card its description. */
  readonly note?: string | undefined;
  readonly siteName: string;
  /** As the settings have it. */
  readonly accent: string;
}

/** Change it when draw-card.ts draws another picture of the same card. */
const version = 'card-1';

/**
 * Pixels. 1.91:1 is what Facebook and WhatsApp show as a large picture, from 600 × 315 on:
 * https://developers.facebook.com/docs/sharing/webmasters/images
 */
export const cardSize = { width: 1200, height: 630 } as const;

/** The card of a post. @param kicker the name of its topic */
export function toPostCard(
  { data: { title, date } }: PostEntry,
  site: Pick<Site, 'name' | 'accent'> & DateStyle,
  kicker?: string,
): Card {
  return { title, kicker, note: formatDate(date, site), siteName: site.name, accent: site.accent };
}

/** The card of every page that has none of its own. */
export const toSiteCard = ({ name, description, accent }: Site): Card => ({
  title: name,
  note: description,
  siteName: name,
  accent,
});

/** The file name of a card, without its end. It changes with everything that the card shows. */
export function toCardName({ title, kicker, note, siteName, accent }: Card): string {
  const shown = JSON.stringify([version, title, kicker ?? '', note ?? '', siteName, accent]);
  return createHash('sha256').update(shown).digest('base64url').slice(0, 12);
}

/** The site path of a card. */
export const toCardPath = (card: Card): string => `/tarjetas/${toCardName(card)}.jpg`;
