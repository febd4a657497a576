import tidyRules from 'tidy-url/data/rules.js';
import { isBelow, toHost } from '../../address.ts';

/** Parameters that only track, on whatever site: tidy-url's list and what it lacks. */
const everywhere = new Set(
  [
    ...takeFromTidy('Global'),
    ...['_ga', '_gl', '_kx', 'dclid', 'epik', 'fb_action_ids', 'fb_action_types', 'fb_ref', 'fb_source'],
    ...['gad_campaignid', 'gad_source', 'gbraid', 'igsh', 'igshid', 'li_fat_id', 'mibextid', 'msclkid'],
    ...['ref_src', 'srsltid', 'ttclid', 'twclid', 'wbraid', 'yclid'],
  ].map((name) => name.toLowerCase()),
);
// Short names that are somebody's «company id» or «member id», too.
for (const name of ['ncid', 'cmpid', 'mbid', 'int_content', 'int_source', 'int_medium'])
  everywhere.delete(name);

interface Site {
  readonly domains: readonly string[];
  readonly names: ReadonlySet<string>;
}

/** Parameters that only track on one site. */
const sites: readonly Site[] = [
  site(['youtube.com', 'youtu.be', 'youtube-nocookie.com'], {
    tidy: 'youtube.com',
    add: ['si', 'pp', 'embeds_referring_origin', 'source_ve_path', 'embeds_widget_referrer'],
    keep: ['app', 'src', 'lid', 'cid'],
  }),
  site(['open.spotify.com', 'spotify.link'], {
    tidy: 'spotify.com',
    add: ['si', 'dlsi', 'nd'],
    keep: ['context'],
  }),
  site(['linkedin.com'], {
    tidy: 'linkedin.com',
    add: [
      'refer',
      'highlightedUpdateUrns',
      'highlightedUpdateUrn',
      'miniProfileUrn',
      'miniCompanyUrn',
      'rcm',
      'refId',
      'lici',
    ],
    keep: ['destredirecturl', 'eid', 'src'],
  }),
  site(['tiktok.com'], {
    tidy: 'tiktok.com',
    add: ['_t', 'web_id', 'embed_source', 'referer_url', 'referer_video_id', 'share_iid', 'timestamp'],
    keep: ['user_id', 'sec_user_id', 'sec_uid'],
  }),
  site(['instagram.com'], { tidy: 'instagram.com', add: ['ig_rid', 'ig_mid'] }),
  site(['facebook.com', 'fb.watch'], {
    tidy: 'facebook.com',
    add: [
      '__tn__',
      '__cft__[0]',
      '__xts__[0]',
      'rdid',
      'share_url',
      'sfnsn',
      'acontext',
      'notif_id',
      'notif_t',
    ],
  }),
  site(['twitter.com', 'x.com'], { tidy: 'twitter.com' }),
  site(['reddit.com'], {
    tidy: 'reddit.com',
    keep: ['tags', 'keyword', 'channel', 'domain', 'base_url'],
  }),
];

/** Parameters that only track on some pages of a site. */
const pages: readonly { readonly page: RegExp; readonly names: ReadonlySet<string> }[] = [
  { page: /^https?:\/\/(?:[a-z]+\.)?(?:twitter|x)\.com\/[^/?#]+\/status\//iu, names: new Set(['t']) },
  {
    page: /^https?:\/\/(?:www\.)?google\.[a-z.]+\/search\?/iu,
    names: new Set(takeFromTidy('google.com').filter((name) => !['source', 'si', 'client'].includes(name))),
  },
];

function takeFromTidy(name: string): readonly string[] {
  return (tidyRules.find((rule) => rule.name === name)?.rules ?? []).map((rule) => rule.toLowerCase());
}

/** `keep`: what tidy-url takes away although it may say what is shown. */
function site(
  domains: readonly string[],
  { tidy, add = [], keep = [] }: { tidy: string; add?: readonly string[]; keep?: readonly string[] },
): Site {
  const names = [...takeFromTidy(tidy), ...add.map((name) => name.toLowerCase())];
  return { domains, names: new Set(names.filter((name) => !keep.includes(name))) };
}

/** An address with a signature is valid only with all of its parameters. */
const signed = /[?&](?:x-amz-signature|x-goog-signature|signature|sig|hmac|oh)=/iu;

interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * What of an address only tracks who follows it: the ranges to cut out, separators included, in order. All
 * other parameters stay where and as they are.
 */
export function findTracking(url: string): Range[] {
  const query = /^[^?#]*\?(?<query>[^#]*)/u.exec(url)?.groups?.['query'] ?? '';
  if (!query.includes('=') || /^(?:mailto|tel|data|javascript):/iu.test(url) || signed.test(url)) return [];
  const isTracking = toTest(url);
  const first = url.indexOf('?') + 1;
  let offset = first;
  const pieces = query.split('&').map((text) => {
    const start = offset;
    offset += text.length + 1;
    return { text, start, end: start + text.length, cut: isTracking(toName(text)) };
  });
  if (!pieces.some(({ cut }) => cut)) return [];
  if (pieces.every(({ text, cut }) => cut || text === '')) return [{ start: first - 1, end: offset - 1 }];
  const firstKept = pieces.findIndex(({ cut }) => !cut);
  const ranges = pieces.flatMap(({ start, end, cut }, index) =>
    cut ? [index < firstKept ? { start, end: end + 1 } : { start: start - 1, end }] : [],
  );
  return ranges.reduce<Range[]>((merged, range) => {
    const last = merged.at(-1);
    if (last?.end !== range.start) return [...merged, range];
    return [...merged.slice(0, -1), { start: last.start, end: range.end }];
  }, []);
}

/** The address without what only tracks. */
export function cleanAddress(url: string): string {
  let cleaned = url;
  for (const { start, end } of findTracking(url).toReversed()) {
    cleaned = cleaned.slice(0, start) + cleaned.slice(end);
  }
  return cleaned;
}

function toTest(url: string): (name: string) => boolean {
  const host = toHost(url);
  const names = [
    everywhere,
    ...sites
      .filter(({ domains }) => domains.some((domain) => isBelow(host ?? '', domain)))
      .map((s) => s.names),
    ...pages.filter(({ page }) => page.test(url)).map((p) => p.names),
  ];
  return (name) => /^utm_./u.test(name) || names.some((set) => set.has(name));
}

/** The name of a parameter, in lower case; `amp;` before it is what is left of an `&amp;`. */
function toName(piece: string): string {
  const name = /^(?:amp;)?(?<name>[^=]*)=/u.exec(piece)?.groups?.['name'] ?? '';
  return name.replaceAll(/%5B/giu, '[').replaceAll(/%5D/giu, ']').toLowerCase();
}
