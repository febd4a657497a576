import { createHash } from 'node:crypto';
import type { Site } from '../../content-schema/index.ts';
import { type DateStyle, formatDate } from './dates.ts';
import { maskMail } from './mail.ts';
import type { PostEntry } from './posts.ts';
import { toHost } from './urls.ts';

/** What the image shows that messengers put beside a link to a page. */
export interface Card {
  readonly title: string;
  /** The topic, over the title. */
  readonly kicker?: string | undefined;
  /** Below the title. */
  readonly description?: string | undefined;
  /** At the foot: the day, or where the site is. */
  readonly note: string;
  readonly siteName: string;
  /** As the settings have it. */
  readonly accent: string;
}

/** Change it when draw-card.ts draws another picture of the same card. */
const version = 'card-1';

/**
 * Pixels, as Facebook asks for a large preview: https://developers.facebook.com/docs/sharing/webmasters/images
 * WhatsApp wants at least 300 pixels of width, at most 4:1, in a small file:
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/link-previews/
 */
export const cardSize = { width: 1200, height: 630 } as const;

/** The card of a post. @param kicker the name of its topic */
export function toPostCard(
  { data: { title, date } }: PostEntry,
  site: Pick<Site, 'name' | 'accent'> & DateStyle,
  kicker?: string,
): Card {
  return {
    title: maskMail(title),
    kicker,
    note: formatDate(date, site),
    siteName: site.name,
    accent: site.accent,
  };
}

/** The card of every page that has none of its own. */
export const toSiteCard = ({ name, description, url, accent }: Site): Card => ({
  title: name,
  description,
  note: toHost(url),
  siteName: name,
  accent,
});

export const cardFolder = '/tarjetas/';

/** The file name of a card, which changes with everything that the card shows. */
export function toCardName({ title, kicker, description, note, siteName, accent }: Card): string {
  const shown = JSON.stringify([version, title, kicker ?? '', description ?? '', note, siteName, accent]);
  return `${createHash('sha256').update(shown).digest('hex').slice(0, 16)}.jpg`;
}

/** The site path of a card. */
export const toCardPath = (card: Card): string => `${cardFolder}${toCardName(card)}`;
