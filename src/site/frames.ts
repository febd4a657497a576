import { toServiceName } from './services.ts';
import { toHost } from './urls.ts';

/** How a frame stands on the page: a film, an upright film, a page to read or to fill in, a player of sound. */
type FrameShape = 'wide' | 'tall' | 'sheet' | 'sound';

/** What another site offers for frames of what can be seen at one of its addresses. */
export interface Frame {
  /** The address to show in the frame. */
  readonly src: string;
  /** What the page's policy must allow: `https://www.youtube-nocookie.com`. */
  readonly origin: string;
  /** Who learns of the visit, as readers know it: `youtube-nocookie.com`. */
  readonly host: string;
  /** What readers call it: `YouTube`. */
  readonly service: string;
  readonly shape: FrameShape;
}

interface Source {
  /** Of the host name, without `www.`. */
  readonly host: RegExp;
  readonly shape: FrameShape | ((url: URL) => FrameShape);
  /** The address for frames; undefined: this page cannot be framed. */
  readonly toSrc: (url: URL) => string | undefined;
}

const find = (url: URL, pattern: RegExp): string | undefined => pattern.exec(url.pathname)?.[1];

/** `https://…` with those parameters that have a value. */
function toAddress(base: string, parameters: Readonly<Record<string, string | undefined>> = {}): string {
  const url = new URL(base);
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== '') url.searchParams.set(name, value);
  }
  return url.href;
}

/** `90`, `90s`, `1m30s` or `1h` as seconds; undefined: the beginning. */
function toSeconds(time: string | null): string | undefined {
  const parts = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?$/u.exec(time ?? '');
  const [hours, minutes, seconds] = [1, 2, 3].map((index) => Number(parts?.[index] ?? 0));
  const total = (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0);
  return total > 0 ? String(total) : undefined;
}

/** https://developers.google.com/youtube/player_parameters */
function toYoutube(url: URL): string | undefined {
  const { hostname, searchParams: query, pathname } = url;
  const base = 'https://www.youtube-nocookie.com/embed/';
  const list = query.get('list') ?? undefined;
  const id =
    (hostname === 'youtu.be'
      ? find(url, /^\/([\w-]{6,})/u)
      : find(url, /^\/(?:embed|shorts|live|v)\/(?!videoseries|live_stream)([\w-]{6,})/u)) ??
    (pathname === '/watch' ? query.get('v') : null);
  if (id !== null && /^[\w-]+$/u.test(id)) {
    const start = toSeconds(query.get('t') ?? query.get('start'));
    return toAddress(base + id, { start, list, autoplay: '1' });
  }
  const isList = /^\/(?:playlist|embed\/videoseries)$/u.test(pathname) && list !== undefined;
  return isList ? toAddress(`${base}videoseries`, { list, autoplay: '1' }) : undefined;
}

/** `dnt`: no cookies and no statistics. https://developer.vimeo.com/player/sdk/embed */
function toVimeo(url: URL): string | undefined {
  const id = find(url, /^\/(?:video\/|channels\/\w+\/)?(\d+)(?=\/|$)/u);
  if (id === undefined) return undefined;
  const h = find(url, /^\/\d+\/(\w+)$/u) ?? url.searchParams.get('h') ?? undefined;
  return toAddress(`https://player.vimeo.com/video/${id}`, { h, dnt: '1', autoplay: '1' });
}

/** https://developers.facebook.com/docs/plugins/embedded-video-player */
function toFacebook(url: URL): string | undefined {
  const isVideo = /^\/(?:watch\/?$|reel\/\d+|[^/]+\/videos\/)/u.test(url.pathname);
  if (!isVideo) return undefined;
  const page = new URL(url.pathname, 'https://www.facebook.com');
  const v = url.searchParams.get('v');
  if (v !== null) page.searchParams.set('v', v);
  return toAddress('https://www.facebook.com/plugins/video.php', { href: page.href, show_text: 'false' });
}

/** What «File › Share» of each of Google's editors gives for a web site: https://support.google.com/docs/answer/183965 */
function toGoogleDocument(url: URL): string | undefined {
  const { origin, pathname } = url;
  if (/^\/forms\/d\/(?:e\/)?[\w-]+\/viewform$/u.test(pathname)) {
    return toAddress(origin + pathname, { embedded: 'true' });
  }
  const presentation = find(url, /^(\/presentation\/d\/(?:e\/)?[\w-]+)\/(?:pub|embed)$/u);
  if (presentation !== undefined) return `${origin}${presentation}/embed`;
  if (/^\/spreadsheets\/d\/e\/[\w-]+\/pubhtml$/u.test(pathname)) {
    const gid = url.searchParams.get('gid') ?? undefined;
    return toAddress(origin + pathname, { gid, widget: 'true', headers: 'false' });
  }
  if (/^\/document\/d\/e\/[\w-]+\/pub$/u.test(pathname)) {
    return toAddress(origin + pathname, { embedded: 'true' });
  }
  return undefined;
}

/**
 * The sites whose pages have a form for frames that needs no script of theirs on our page. What is not here
 * (X, Instagram, Facebook posts, short addresses, Google's search of maps) is a link.
 */
const sources: readonly Source[] = [
  {
    host: /^(?:m\.|music\.)?(?:youtube|youtube-nocookie)\.com$|^youtu\.be$/u,
    shape: ({ pathname }) => (pathname.startsWith('/shorts/') ? 'tall' : 'wide'),
    toSrc: toYoutube,
  },
  { host: /^(?:player\.)?vimeo\.com$/u, shape: 'wide', toSrc: toVimeo },
  {
    host: /^(?:m\.|web\.)?facebook\.com$/u,
    shape: ({ pathname }) => (pathname.startsWith('/reel/') ? 'tall' : 'wide'),
    toSrc: toFacebook,
  },
  {
    // https://developers.tiktok.com/doc/embed-player
    host: /^tiktok\.com$/u,
    shape: 'tall',
    toSrc(url) {
      const id = find(url, /^\/@[^/]+\/video\/(\d+)/u) ?? find(url, /^\/(?:player\/v1|embed\/v2)\/(\d+)/u);
      return id === undefined ? undefined : `https://www.tiktok.com/player/v1/${id}?autoplay=1`;
    },
  },
  {
    host: /^docs\.google\.com$/u,
    shape: ({ pathname }) => (pathname.startsWith('/presentation/') ? 'wide' : 'sheet'),
    toSrc: toGoogleDocument,
  },
  {
    host: /^drive\.google\.com$/u,
    shape: 'sheet',
    toSrc(url) {
      const id = find(url, /^\/file\/d\/([\w-]+)(?:\/|$)/u);
      return id === undefined ? undefined : `https://drive.google.com/file/d/${id}/preview`;
    },
  },
  {
    // https://support.google.com/calendar/answer/41207
    host: /^calendar\.google\.com$/u,
    shape: 'sheet',
    toSrc: (url) =>
      url.pathname === '/calendar/embed' && url.searchParams.has('src') ? url.href : undefined,
  },
  {
    // https://support.google.com/mymaps/answer/3109452
    host: /^google\.com$/u,
    shape: 'sheet',
    toSrc(url) {
      const mid = /^\/maps\/d\/(?:u\/\d+\/)?(?:viewer|embed|edit)$/u.test(url.pathname)
        ? url.searchParams.get('mid')
        : null;
      return mid === null ? undefined : toAddress('https://www.google.com/maps/d/embed', { mid });
    },
  },
  {
    // https://helpcenter.flourish.studio/hc/en-us/articles/8761537208463
    host: /^(?:flo\.uri\.sh|(?:public|app)\.flourish\.studio)$/u,
    shape: 'sheet',
    toSrc(url) {
      const page = find(url, /^\/((?:visualisation|story)\/\d+)(?:\/|$)/u);
      return page === undefined ? undefined : `https://flo.uri.sh/${page}/embed`;
    },
  },
  {
    // https://www.datawrapper.de/academy/how-to-embed-charts
    host: /^datawrapper\.dwcdn\.net$/u,
    shape: 'sheet',
    toSrc(url) {
      const id = find(url, /^\/(\w{5})(?:\/|$)/u);
      return id === undefined ? undefined : `https://datawrapper.dwcdn.net/${id}/`;
    },
  },
  {
    // https://developer.spotify.com/documentation/embeds
    host: /^open\.spotify\.com$/u,
    shape: 'sound',
    toSrc(url) {
      const page = find(url, /^\/(?:intl-\w+\/)?(?:embed\/)?((?:episode|show|track|album|playlist)\/\w+)$/u);
      return page === undefined ? undefined : `https://open.spotify.com/embed/${page}`;
    },
  },
  {
    // https://developers.soundcloud.com/docs/api/html5-widget
    host: /^soundcloud\.com$/u,
    shape: 'sound',
    toSrc: ({ pathname }) =>
      /^\/[\w-]+\/(?:sets\/)?[\w-]+$/u.test(pathname)
        ? toAddress('https://w.soundcloud.com/player/', {
            url: `https://soundcloud.com${pathname}`,
            auto_play: 'true',
          })
        : undefined,
  },
];

/** How the page at an address can be shown in a frame; undefined: only as a link. */
export function toFrame(address: string): Frame | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  const host = toHost(address);
  const source =
    url.protocol === 'https:' ? sources.find((candidate) => candidate.host.test(host)) : undefined;
  const src = source?.toSrc(url);
  if (source === undefined || src === undefined) return undefined;
  return {
    src,
    origin: new URL(src).origin,
    host: toHost(src),
    service: toServiceName(address),
    shape: typeof source.shape === 'string' ? source.shape : source.shape(url),
  };
}
