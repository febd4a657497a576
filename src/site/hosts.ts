import { commonHeaders, type Headers, immutableCaching, immutablePaths, toPageHeaders } from './headers.ts';

/** An old path that leads elsewhere for good. Both are site paths as browsers send them, encoded. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
}

interface Place {
  readonly path: string;
  readonly policy: string;
}

/** What a host of static files has to be told of a built site. */
export interface Hosting {
  /** The policy of all pages together, see joinPolicies. */
  readonly policy: string;
  /** Folders of the apps that come with the site (`/admin/`), and their headers. */
  readonly apps: readonly (readonly [path: string, headers: Headers])[];
  /** The site paths that pages stand at or below (`/`, `/articulos/`, `/404.html`), and the policy of those pages. */
  readonly places: readonly Place[];
  readonly redirects: readonly Redirect[];
}

/** Cloudflare takes 100 rules: the last places go without headers, their pages name their policy themselves. */
const mostRules = 100;

/** Characters that Cloudflare takes in a line. Without the rest of the policy, that of each page stays in force. */
const longestPolicy = 1950;

/** For a year: both hosts serve nothing without TLS. */
const transport: Headers = { 'Strict-Transport-Security': 'max-age=31536000' };

/**
 * `_headers` of Netlify and Cloudflare. Both join the headers of every rule that a path matches, so that no two
 * rules that match a path may name the same header: readers' pages are listed by place, for the admin's sake.
 * https://docs.netlify.com/routing/headers/ https://developers.cloudflare.com/pages/configuration/headers/
 */
export function toHeadersFile({ apps, places }: Hosting): string {
  const rules: [string, Headers][] = [
    ['/*', { ...commonHeaders, ...transport }],
    ...immutablePaths.map((path): [string, Headers] => [
      path.includes('*') ? path : `${path}*`,
      { 'Cache-Control': immutableCaching },
    ]),
    ...apps.map(([path, headers]): [string, Headers] => [`${path}*`, headers]),
    ...places.map(({ path, policy }): [string, Headers] => [
      path === '/' || !path.endsWith('/') ? toPlain(path) : `${toPlain(path)}*`,
      toPageHeaders(policy.length > longestPolicy ? "frame-ancestors 'none'" : policy),
    ]),
  ];
  return rules
    .slice(0, mostRules)
    .map(([path, headers]) => [path, ...toLines(headers, (name, value) => `  ${name}: ${value}`)].join('\n'))
    .join('\n')
    .concat('\n');
}

const toLines = (headers: Headers, line: (name: string, value: string) => string): string[] =>
  Object.entries(headers).map(([name, value]) => line(name, value));

const withoutSlash = (path: string): string => (path === '/' ? path : path.replace(/\/$/u, ''));

/** A path in which nothing means something to a host: no place holder (`:name`), no splat (`*`). */
const toPlain = (path: string): string => path.replaceAll('*', '%2A').replaceAll(':', '%3A');

/**
 * `_redirects` of Netlify and Cloudflare, each old path with and without its final slash.
 * https://docs.netlify.com/routing/redirects/ https://developers.cloudflare.com/pages/configuration/redirects/
 */
export const toRedirectsFile = ({ redirects }: Hosting): string =>
  redirects
    .flatMap(({ from, to }) => [from, withoutSlash(from)].map((path) => `${toPlain(path)} ${to} 301\n`))
    .join('');

/** Text in a quoted argument of Apache's configuration. */
const toApacheString = (text: string): string => `"${text.replace(/["\\]/gu, '\\$&')}"`;

/** Text in a regular expression. */
const toPattern = (text: string): string => text.replace(/[\\^$.|?*+()[\]{}"]/gu, '\\$&');

/** A place of immutablePaths as a regular expression that matches from the beginning. */
const toGlob = (place: string): string => {
  const [start = '', end] = place.split('*').map(toPattern);
  return end === undefined ? start : `${start}[^/]*${end}$`;
};

/**
 * `.htaccess` of Apache 2.4, which matches decoded paths.
 * https://httpd.apache.org/docs/2.4/mod/mod_alias.html#redirectmatch https://httpd.apache.org/docs/2.4/mod/mod_headers.html
 */
export function toHtaccess({ policy, apps, redirects }: Hosting): string {
  const set = (headers: Headers): string[] =>
    toLines(headers, (name, value) => `  Header always set ${name} ${toApacheString(value)}`);
  const immutable = immutablePaths.map(toGlob).join('|');
  return [
    'ErrorDocument 404 /404.html',
    'AddDefaultCharset utf-8',
    'Options -MultiViews',
    '<IfModule mod_alias.c>',
    ...redirects.map(({ from, to }) => {
      const pattern = toPattern(decodeURIComponent(withoutSlash(from)));
      return `  RedirectMatch 301 "^${pattern}/?$" "${to}"`;
    }),
    '</IfModule>',
    '<IfModule mod_headers.c>',
    ...set({ ...commonHeaders, ...toPageHeaders(policy) }),
    `  <If "%{REQUEST_URI} =~ m#^(${immutable})#">`,
    ...set({ 'Cache-Control': immutableCaching }).map((line) => `  ${line}`),
    '  </If>',
    ...apps.flatMap(([path, headers]) => [
      `  <If "%{REQUEST_URI} =~ m#^${path}#">`,
      ...set(headers).map((line) => `  ${line}`),
      '  </If>',
    ]),
    '</IfModule>',
    '<IfModule mod_deflate.c>',
    '  AddOutputFilterByType DEFLATE text/html text/css text/javascript application/json application/xml image/svg+xml',
    '</IfModule>',
    '',
  ].join('\n');
}

/** Text in a quoted argument of nginx's configuration. */
const toNginxString = (text: string): string => `"${text.replace(/["\\]/gu, '\\$&')}"`;

/**
 * A file for nginx to include in a `server` block, which matches decoded paths. A location that adds a header
 * loses those of the block around it, so that each names all of its own.
 * https://nginx.org/en/docs/http/ngx_http_headers_module.html#add_header
 */
export function toNginx({ policy, apps, redirects }: Hosting): string {
  const add = (headers: Headers, indent = ''): string[] =>
    toLines(headers, (name, value) => `${indent}add_header ${name} ${toNginxString(value)} always;`);
  const immutable = { ...commonHeaders, 'Cache-Control': immutableCaching };
  const location = (path: string, headers: Headers): string[] => [
    path.includes('*') ? `location ~ "^${toGlob(path)}" {` : `location ^~ ${path} {`,
    ...add(headers, '  '),
    '}',
  ];
  return [
    '# Inside of server { root …; }: include /path/to/the/site/_nginx.conf;',
    'index index.html;',
    'charset utf-8;',
    'error_page 404 /404.html;',
    ...add({ ...commonHeaders, ...toPageHeaders(policy) }),
    ...immutablePaths.flatMap((path) => {
      const app = apps.find(([folder]) => path.startsWith(folder));
      return location(path, { ...immutable, ...app?.[1] });
    }),
    ...apps.flatMap(([path, headers]) => location(path, { ...commonHeaders, ...headers })),
    ...redirects.flatMap(({ from, to }) =>
      [from, withoutSlash(from)].map(
        (path) => `location = ${toNginxString(decodeURIComponent(path))} { return 301 ${to}; }`,
      ),
    ),
    '',
  ].join('\n');
}

/** A route of Vercel's Build Output API that says something of a response, and lets others answer. */
export interface VercelRoute {
  readonly src: string;
  readonly headers: Headers;
  readonly status?: number;
  readonly continue?: true;
}

/** What the function answers (src/server/serverless.ts), as a pattern. */
const onDemand = 'oauth/|preview(?:/|$)';

/**
 * Routes for Vercel's `config.json`, to stand before all others. The sign-in and the preview bring their own headers.
 * https://vercel.com/docs/build-output-api/configuration#routes
 */
export const toVercelRoutes = ({ policy, apps, redirects }: Hosting): readonly VercelRoute[] => [
  ...redirects.map(({ from, to }) => ({
    src: `^${toPattern(withoutSlash(from))}/?$`,
    headers: { Location: to },
    status: 301,
  })),
  { src: `^/(?!${onDemand}).*$`, headers: { ...commonHeaders, ...transport }, continue: true },
  { src: `^/(?!${onDemand}|admin/|revision/).*$`, headers: toPageHeaders(policy), continue: true },
  ...apps.map(([path, headers]) => ({ src: `^${path}.*$`, headers, continue: true as const })),
  {
    src: `^(?:${immutablePaths.map((place) => (place.includes('*') ? toGlob(place) : `${toGlob(place)}.*$`)).join('|')})`,
    headers: { 'Cache-Control': immutableCaching },
    continue: true,
  },
];
