import type { Backend } from './backend.ts';
import { previewPolicy } from './policy.ts';

/** Headers of a response by name. */
export type Headers = Readonly<Record<string, string>>;

/** What every response says: it is what its type says, and no page uses what a device could tell. */
export const commonHeaders: Headers = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=()',
};

/** What readers' pages say besides. @param policy of the site, see joinPolicies */
export const toPageHeaders = (policy: string): Headers => ({
  'Content-Security-Policy': policy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
});

/**
 * What a page says that is rendered before it is published: nothing in it runs, nobody keeps or lists it. The admin
 * looks at what stands in its frame (allow-same-origin).
 */
export const previewHeaders: Headers = {
  'Content-Security-Policy': `${previewPolicy};sandbox allow-same-origin;frame-ancestors 'self'`,
  'Cross-Origin-Resource-Policy': 'same-origin',
  // The address of a draft is what lets somebody see it.
  'Referrer-Policy': 'no-referrer',
  'X-Robots-Tag': 'noindex',
  'Cache-Control': 'no-store',
};

/** What the admin says besides: signing in opens a window of the forge, which answers to it. */
export const toAdminHeaders = (backend: Backend | undefined): Headers => ({
  // Decap compiles its schemas at run time.
  'Content-Security-Policy': toAppPolicy("script-src 'self' 'unsafe-eval'", backend),
  'Cross-Origin-Opener-Policy': 'same-origin-allow-popups',
  'X-Frame-Options': 'DENY',
});

/** What the reviewer's page says besides: as the admin, but that nothing in it is evaluated. */
export const toRevisionHeaders = (backend: Backend | undefined): Headers => ({
  ...toAdminHeaders(backend),
  'Content-Security-Policy': toAppPolicy("script-src 'self'", backend),
});

/** The apps of editors and reviewers that come with a site: the folder of each, and its headers. */
export const toApps = (backend: Backend | undefined): readonly (readonly [path: string, Headers])[] => [
  ['/admin/', toAdminHeaders(backend)],
  ['/revision/', toRevisionHeaders(backend)],
];

/** Where files stand whose content never changes: their names carry a digest. A folder, or a part of one. */
export const immutablePaths = [
  '/_astro/',
  '/_files/',
  '/_img/',
  '/admin/assets/',
  '/buscar/*.json',
  '/revision/assets/',
  '/tarjetas/',
] as const;

/** Does the file at this path never change? */
export const isImmutable = (path: string): boolean =>
  immutablePaths.some((place) => {
    const [start = '', end = ''] = place.split('*');
    return path.startsWith(start) && path.endsWith(end);
  });

export const immutableCaching = 'public, max-age=31536000, immutable';

/** Where each production backend's API is, unless its settings say so. */
const apiOrigins: Readonly<Record<Backend['name'], string>> = {
  github: 'https://api.github.com',
  gitlab: 'https://gitlab.com',
  forgejo: 'https://codeberg.org',
};

/** The origins besides its own that the admin talks to. */
export function toConnectOrigins(backend: Backend | undefined): string[] {
  if (backend === undefined) return [];
  const { api_root: apiRoot, base_url: baseUrl } = backend;
  const named = [apiRoot, baseUrl].filter((url) => typeof url === 'string' && URL.canParse(url));
  return [...new Set([apiOrigins[backend.name], ...named.map((url) => new URL(String(url)).origin)])];
}

/**
 * The policy of an app: everything from this origin, and the API of a production backend. Styles may be inline sheets
 * (Decap's, and those of a rendered page in a frame, which has the policy of the page around it); images may be
 * previews of uploads (blob:, data:).
 */
const toAppPolicy = (scripts: string, backend: Backend | undefined): string =>
  [
    "default-src 'self'",
    scripts,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data: https:",
    ["connect-src 'self' blob: data:", ...toConnectOrigins(backend)].join(' '),
    "frame-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
