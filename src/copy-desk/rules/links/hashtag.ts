import { isBelow, toHost } from '../../address.ts';
import { unwrapAddress } from './redirect.ts';

/** Where social networks list what carries a hashtag. */
const pages: readonly { readonly domain: string; readonly page: RegExp }[] = [
  { domain: 'linkedin.com', page: /^\/feed\/hashtag\/(?:\?(?:.*&)?keywords=)?(?<tag>[^/?&#]+)/iu },
  { domain: 'linkedin.com', page: /^\/search\/results\/[^?]*\?(?:.*&)?keywords=%23(?<tag>[^&#]+)/iu },
  { domain: 'twitter.com', page: /^\/(?:hashtag\/|search\?(?:.*&)?q=%23)(?<tag>[^/?&#]+)/iu },
  { domain: 'x.com', page: /^\/(?:hashtag\/|search\?(?:.*&)?q=%23)(?<tag>[^/?&#]+)/iu },
  { domain: 'facebook.com', page: /^\/(?:watch\/)?hashtag\/(?<tag>[^/?&#]+)/iu },
  { domain: 'instagram.com', page: /^\/explore\/tags\/(?<tag>[^/?&#]+)/iu },
  { domain: 'threads.net', page: /^\/search\/?\?(?:.*&)?q=%23(?<tag>[^&#]+)/iu },
  { domain: 'tiktok.com', page: /^\/tag\/(?<tag>[^/?&#]+)/iu },
  { domain: 'youtube.com', page: /^\/hashtag\/(?<tag>[^/?&#]+)/iu },
];

/** The hashtag that an address of a social network lists, as the address has it: often without accents. */
export function toHashtag(url: string): string | undefined {
  if (!/hashtag|tags?\/|%23/iu.test(url)) return undefined;
  const direct = unwrapAddress(url) ?? url;
  const address = /^https?:/iu.test(direct) ? direct : `https://${direct}`;
  const host = toHost(address) ?? '';
  const rest = /^https?:\/\/[^/?#]*(?<rest>.*)$/iu.exec(address)?.groups?.['rest'] ?? '';
  for (const { domain, page } of pages) {
    const tag = isBelow(host, domain) ? page.exec(rest)?.groups?.['tag'] : undefined;
    if (tag !== undefined) return tag;
  }
  return undefined;
}

const piece =
  /\p{N}+\p{Lu}(?![\p{Ll}\p{M}])|\p{Lu}\p{N}+|\p{Lu}{2,}\p{N}+|\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}?[\p{Ll}\p{M}]+|\p{Lu}+|\p{N}+|[\p{L}\p{M}]+/gu;

/**
 * A hashtag as a reader would write it: «GobiernoAbierto» → «Gobierno abierto», «Estado100Digital» → «Estado 100
 * digital», «DatosOCDS» → «Datos OCDS». Each capital letter starts a word; words are in lower case but for the
 * first letter of all and for acronyms (two capitals or more, with the number behind them, as in «ODS16»); proper
 * names inside a hashtag cannot be told from other words. What has no capitals stays one word; hyphens stay.
 */
export function toTag(word: string): string {
  const words = word
    .split('_')
    .flatMap((part) => part.split(/(?<=-)|(?=-)/u))
    .map((part) => (part === '-' ? part : (part.match(piece) ?? []).map(toLower).join(' ')))
    .join(' ')
    .replace(/ ?- ?/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();
  const [first = ''] = words;
  return first.toUpperCase() + words.slice(first.length);
}

const toLower = (word: string): string =>
  /^\p{Lu}{2,}\p{N}*$|^\p{Lu}\p{N}+$|^\p{N}+\p{Lu}$/u.test(word) ? word : word.toLowerCase();
