/** What a page of another site becomes. */
export interface Service {
  readonly name: 'Video' | 'Embed';
  /** The page that a reader can open. */
  readonly url: string;
  /** What it is, where nobody has said it. */
  readonly title: string;
}

interface Reader {
  /** Of the host name, without `www.`. */
  readonly host: RegExp;
  readonly name?: 'Video';
  readonly title: string | ((url: URL) => string);
  /** The public page of what a frame shows; default: the address of the frame. */
  readonly toPage?: (url: URL) => string | undefined;
}

const toX = (url: URL): string => {
  const [, user] = /^\/(?!i\/)(?<user>\w+)\/status\//u.exec(url.pathname) ?? [];
  return user === undefined ? 'Publicación en X' : `Publicación en X de @${user}`;
};

/** The address without what only tells the frame how to look. */
function without(url: URL, ...names: readonly string[]): string {
  const copy = new URL(url);
  for (const name of names) copy.searchParams.delete(name);
  return copy.href;
}

/** A part of a path: `/embed/<id>` in a path gives the id. */
const part = (url: URL, pattern: RegExp): string | undefined => pattern.exec(url.pathname)?.[1];

/** An address in a parameter, as frames of Facebook and SoundCloud have it. */
function inside(url: URL, name: string, host: RegExp): string | undefined {
  const value = url.searchParams.get(name) ?? '';
  if (!URL.canParse(value)) return undefined;
  const target = new URL(value);
  if (!host.test(target.hostname)) return undefined;
  target.protocol = 'https:';
  return target.href;
}

function toYoutube(url: URL): string | undefined {
  const { searchParams: query, hostname, pathname } = url;
  const list = query.get('list');
  const channel = query.get('channel');
  if (pathname === '/embed/videoseries' && list !== null)
    return `https://www.youtube.com/playlist?list=${list}`;
  if (pathname === '/embed/live_stream' && channel !== null) {
    return `https://www.youtube.com/channel/${channel}/live`;
  }
  const id =
    (hostname === 'youtu.be'
      ? part(url, /^\/([\w-]+)/u)
      : part(url, /^\/(?:embed|shorts|live|v)\/([\w-]+)/u)) ?? query.get('v');
  if (id === null) return undefined;
  const start = query.get('start') ?? query.get('t');
  const time = start !== null && /^\d+s?$/u.test(start) && start !== '0' ? `&t=${start}` : '';
  return `https://www.youtube.com/watch?v=${id}${time}`;
}

function toVimeo(url: URL): string | undefined {
  const id = part(url, /^\/(?:video\/)?(\d+)/u);
  const key = url.searchParams.get('h') ?? part(url, /^\/\d+\/(\w+)/u);
  return id === undefined ? undefined : `https://vimeo.com/${id}${key === undefined ? '' : `/${key}`}`;
}

/** Frames of Google Maps open nowhere else; the place that they show does (Google's Maps URLs). */
function toMap(url: URL): string | undefined {
  if (url.pathname.startsWith('/maps/d/')) {
    return `https://www.google.com/maps/d/viewer?mid=${encodeURIComponent(url.searchParams.get('mid') ?? '')}`;
  }
  const pb = url.searchParams.get('pb') ?? '';
  const place = /!1s0x[^!]*!2s(?<name>[^!]+)/u.exec(pb)?.groups?.['name'];
  const [, longitude, latitude] = /!2d(-?[\d.]+)!3d(-?[\d.]+)/u.exec(pb) ?? [];
  const query =
    place ??
    (latitude === undefined || longitude === undefined ? undefined : `${latitude},${longitude}`) ??
    url.searchParams.get('q');
  if (query === null) return undefined;
  return `https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(query)}`;
}

const facebook = /(?:^|\.)facebook\.com$/u;

const readers: readonly Reader[] = [
  {
    host: /^(?:m\.|music\.)?(?:youtube|youtube-nocookie)\.com$|^youtu\.be$/u,
    name: 'Video',
    title: 'Video de YouTube',
    toPage: toYoutube,
  },
  { host: /^(?:player\.)?vimeo\.com$/u, name: 'Video', title: 'Video de Vimeo', toPage: toVimeo },
  { host: /^forms\.gle$/u, title: 'Formulario de Google' },
  {
    host: /^docs\.google\.com$/u,
    title: ({ pathname }) =>
      pathname.startsWith('/forms/')
        ? 'Formulario de Google'
        : pathname.startsWith('/spreadsheets/')
          ? 'Hoja de cálculo de Google'
          : pathname.startsWith('/presentation/')
            ? 'Presentación de Google'
            : 'Documento de Google',
    toPage: (url) =>
      without(url, 'embedded', 'usp', 'widget', 'headers', 'rm', 'start', 'loop', 'delayms').replace(
        /(?<=\/presentation\/d\/[^?#]*)\/embed(?=$|[?#])/u,
        '/pub',
      ),
  },
  {
    host: /^drive\.google\.com$/u,
    title: 'Archivo de Google Drive',
    toPage: ({ href }) => href.replace(/\/preview(?=$|[?#])/u, '/view'),
  },
  { host: /^(?:maps\.)?google\.(?:com|com\.\w\w|\w\w)$/u, title: 'Mapa de Google', toPage: toMap },
  { host: /^calendar\.google\.com$/u, title: 'Calendario de Google' },
  {
    host: /^(?:lookerstudio|datastudio)\.google\.com$/u,
    title: 'Tablero de Google',
    toPage: ({ href }) => href.replace('/embed/', '/'),
  },
  {
    host: /(?:^|\.)flourish\.studio$/u,
    title: 'Gráfico de Flourish',
    toPage(url) {
      const page = part(url, /\/((?:visualisation|story)\/\d+)/u);
      return page === undefined ? undefined : `https://public.flourish.studio/${page}/`;
    },
  },
  {
    host: /^datawrapper\.dwcdn\.net$/u,
    title: 'Gráfico de Datawrapper',
    toPage(url) {
      const id = part(url, /^\/(\w+)/u);
      return id === undefined ? undefined : `https://datawrapper.dwcdn.net/${id}/`;
    },
  },
  {
    host: /^(?:e\.)?infogram\.com$/u,
    title: 'Gráfico de Infogram',
    toPage: ({ pathname }) => `https://infogram.com${pathname}`,
  },
  {
    host: /^tiktok\.com$/u,
    title: 'Video de TikTok',
    toPage: ({ origin, pathname }) => origin + pathname,
  },
  {
    host: facebook,
    title: ({ pathname }) =>
      /\/(?:videos|watch|reel)/u.test(pathname) ? 'Video de Facebook' : 'Publicación en Facebook',
    toPage: (url) => (url.pathname.startsWith('/plugins/') ? inside(url, 'href', facebook) : undefined),
  },
  { host: /^fb\.watch$/u, title: 'Video de Facebook' },
  {
    host: /^(?:platform\.|mobile\.)?(?:twitter|x)\.com$/u,
    title: toX,
    toPage(url) {
      const id = url.hostname.startsWith('platform.') ? url.searchParams.get('id') : null;
      return id === null ? url.origin + url.pathname : `https://x.com/i/status/${id}`;
    },
  },
  {
    host: /^instagram\.com$/u,
    title: 'Publicación en Instagram',
    toPage: ({ pathname }) =>
      `https://www.instagram.com${pathname.replace(/(?:\/embed(?:\/captioned)?)?\/?$/u, '/')}`,
  },
  {
    host: /^threads\.(?:net|com)$/u,
    title: 'Publicación en Threads',
    toPage: (url) => url.origin + url.pathname,
  },
  { host: /^bsky\.app$/u, title: 'Publicación en Bluesky' },
  { host: /(?:^|\.)zoom\.us$/u, title: 'Registro en Zoom' },
  {
    host: /^open\.spotify\.com$/u,
    title: 'Audio de Spotify',
    toPage: (url) => `https://open.spotify.com${url.pathname.replace(/^\/embed(?:-podcast)?(?=\/)/u, '')}`,
  },
  {
    host: /^w\.soundcloud\.com$/u,
    title: 'Audio de SoundCloud',
    toPage: (url) => inside(url, 'url', /^(?:www\.)?soundcloud\.com$/u),
  },
];

/** The page that a frame shows, as a reader can open it; of an unknown site, the address of the frame. */
export function toService(frame: URL): Service {
  const url = new URL(frame);
  url.protocol = 'https:';
  const host = url.hostname.replace(/^www\./u, '');
  const reader = readers.find((candidate) => candidate.host.test(host));
  const page = reader?.toPage?.(url);
  const { name = 'Embed', title = `Contenido de ${host}` } = reader ?? {};
  const shown = page ?? url.href;
  // A channel or a page that is no video stays what it is.
  const isVideo = name === 'Video' && page !== undefined;
  return {
    name: isVideo ? 'Video' : 'Embed',
    url: shown,
    title: typeof title === 'string' ? title : title(new URL(shown)),
  };
}

const generic = new RegExp(
  '^(?:(?:youtube|vimeo|facebook)?[ -]?video(?: player)?|(?:vimeo|spotify|soundcloud)?[ -]?player|' +
    '(?:twitter|x|instagram|facebook|tiktok)?[ -]?(?:tweet|post|embed(?:ded)?(?: (?:post|content))?)|' +
    'embedded content|interactive or visual content|interactive content|iframe|frame|content|contenido|' +
    'google (?:forms?|maps?|docs|drive|slides)|flourish|mapa?|formulario|gráfico|zoom|untitled|sin título)$',
  'iu',
);

/** A title that says what it is, or nothing. */
export function readTitle(title: unknown): string | undefined {
  const text = String(title ?? '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  if (text === '' || generic.test(text) || /^https?:\/\/\S+$/iu.test(text)) return undefined;
  return [...text].slice(0, 200).join('');
}

const fixed = new Set(readers.flatMap(({ title }) => (typeof title === 'string' ? [title] : [])));
const made =
  /^(?:(?:Formulario|Hoja de cálculo|Presentación|Documento) de Google|(?:Video|Publicación) (?:de|en) Facebook|Publicación en X(?: de @\w+)?|Contenido de [\w.-]+)$/u;

/** Is this a title that says only where something is from? */
export const isGenericTitle = (title: string): boolean =>
  fixed.has(title) || made.test(title) || readTitle(title) === undefined;
