import { isBelow, toHost } from '../../address.ts';

interface Wrapper {
  readonly domain: string;
  /** Start of the path; default: any. */
  readonly page?: RegExp;
  readonly names: readonly string[];
}

/** Pages that do nothing but lead on to the address in one of their parameters. */
const wrappers: readonly Wrapper[] = [
  { domain: 'l.facebook.com', names: ['u'] },
  { domain: 'lm.facebook.com', names: ['u'] },
  { domain: 'facebook.com', page: /^\/(?:l\.php|flx\/warn\/)/u, names: ['u'] },
  { domain: 'l.instagram.com', names: ['u'] },
  { domain: 'l.messenger.com', names: ['u'] },
  { domain: 'l.threads.net', names: ['u'] },
  { domain: 'l.threads.com', names: ['u'] },
  { domain: 'l.wl.co', names: ['u'] },
  { domain: 'linkedin.com', page: /^\/(?:redir\/|safety\/go|authwall)/u, names: ['url', 'sessionredirect'] },
  { domain: 'lnkd.in', names: ['url'] },
  { domain: 'out.reddit.com', names: ['url'] },
  { domain: 't.umblr.com', names: ['z'] },
  { domain: 'youtube.com', page: /^\/redirect/u, names: ['q', 'url'] },
  { domain: 'tiktok.com', page: /^\/link\//u, names: ['target'] },
  { domain: 'safelinks.protection.outlook.com', names: ['url'] },
  { domain: 'vk.com', page: /^\/away(?:\.php)?/u, names: ['to'] },
  { domain: 'steamcommunity.com', page: /^\/linkfilter/u, names: ['url', 'u'] },
  { domain: 'slack-redir.net', names: ['url'] },
  { domain: 'duckduckgo.com', page: /^\/l\//u, names: ['uddg'] },
  { domain: 'medium.com', page: /^\/r\/?$/u, names: ['url'] },
  { domain: 'disq.us', names: ['url'] },
];

const isGoogle = /^google\.(?:com?\.)?[a-z]{2,3}$/u;
const google: Omit<Wrapper, 'domain'> = { page: /^\/url$/u, names: ['q', 'url'] };

function findWrapper(url: string): Omit<Wrapper, 'domain'> | undefined {
  const host = toHost(url);
  if (host === undefined) return undefined;
  const page = /^(?:https?:)?\/\/[^/?#]+(?<path>[^?#]*)/iu.exec(url)?.groups?.['path'] ?? '';
  const candidates = [
    ...wrappers.filter(({ domain }) => isBelow(host, domain)),
    ...(isGoogle.test(host) ? [google] : []),
  ];
  return candidates.find((wrapper) => wrapper.page?.test(page) ?? true);
}

/**
 * Where an address leads that only redirects, when that stands in the address itself and is on the web;
 * nested ones down to the last. Characters that no address may have are percent-encoded in it.
 */
export function unwrapAddress(url: string): string | undefined {
  const wrapper = findWrapper(url);
  const query = /^[^?#]*\?(?<query>[^#]*)/u.exec(url)?.groups?.['query'];
  if (wrapper === undefined || query === undefined) return undefined;
  const pieces = query.split('&').map((piece) => piece.replace(/^amp;/u, ''));
  for (const name of wrapper.names) {
    const value = pieces.find((piece) => piece.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1);
    const target = toTarget(value ?? '');
    // Each target is shorter than the address around it.
    if (target !== undefined) return unwrapAddress(target) ?? target;
  }
  return undefined;
}

function toTarget(value: string): string | undefined {
  const target = decode(value);
  if (target === undefined || !/^https?:\/\/[^\s/?#]+\.[^\s/?#]/iu.test(target)) return undefined;
  const encoded = target.replace(/[\s\p{Cc}"<>\\^`{|}]/gu, (character) => encodeURIComponent(character));
  return URL.canParse(encoded) ? encoded : undefined;
}

/** Decodes a parameter until an address shows: some wrappers encode twice. */
function decode(value: string): string | undefined {
  let decoded = value;
  try {
    do decoded = decodeURIComponent(decoded);
    while (/^https?%(?:25)*3A/iu.test(decoded));
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
  return decoded;
}
