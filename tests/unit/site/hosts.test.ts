import { expect, test } from 'vitest';
import { toApps } from '../../../src/site/headers.ts';
import {
  type Hosting,
  toHeadersFile,
  toHtaccess,
  toNginx,
  toRedirectsFile,
} from '../../../src/site/hosts.ts';

const hosting: Hosting = {
  policy: "default-src 'none'",
  apps: toApps(undefined),
  places: ['/', '/404.html', '/articulos/', '/buscar/'].map((path) => ({
    path,
    policy: "default-src 'none'",
  })),
  redirects: [
    { from: '/blog/viejo/', to: '/articulos/2026-03-04-nuevo/' },
    { from: '/a%C3%B1o%20%22nuevo%22%20(1)/$x*:y/', to: '/articulos/a%C3%B1o/' },
  ],
};

/** The headers that the rules of a `_headers` file give a path, as Netlify and Cloudflare match it. */
function readHeaders(file: string, path: string): string[] {
  return file.split(/\n(?=\/)/u).flatMap((rule) => {
    const [pattern = '', ...lines] = rule.trim().split('\n');
    const [start = '', end] = pattern.split('*');
    const matches = end === undefined ? path === start : path.startsWith(start) && path.endsWith(end);
    return matches ? lines.map((line) => line.trim().toLowerCase()) : [];
  });
}

test.each([
  '/',
  '/articulos/uno/',
  '/404.html',
  '/admin/',
  '/admin/assets/a.js',
  '/revision/',
  '/revision/assets/a.js',
  '/_img/a.avif',
  '/buscar/a.json',
  '/rss.xml',
])('no header comes twice for %s', (path) => {
  const names = readHeaders(toHeadersFile(hosting), path).map((line) => line.split(':')[0]);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toContain('x-content-type-options');
});

test('pages and the two apps have each their own policy, derived files are kept for ever', () => {
  const file = toHeadersFile(hosting);
  expect(readHeaders(file, '/articulos/uno/')).toContain("content-security-policy: default-src 'none'");
  expect(readHeaders(file, '/admin/').join('\n')).toContain("content-security-policy: default-src 'self'");
  expect(readHeaders(file, '/revision/').join('\n')).toContain("script-src 'self';");
  for (const path of ['/_img/a.avif', '/buscar/0abc.json'].map((name) => readHeaders(file, name))) {
    expect(path).toContain('cache-control: public, max-age=31536000, immutable');
  }
  expect(readHeaders(file, '/buscar/').join('\n')).not.toContain('immutable');
});

test('a site of many pages keeps within the 100 rules and the 2,000 characters a line of Cloudflare', () => {
  const places = Array.from({ length: 200 }, (_, index) => ({
    path: `/pagina-${String(index)}/`,
    policy: 'x'.repeat(3000),
  }));
  const file = toHeadersFile({ ...hosting, places });
  expect(file.match(/^\//gmu)).toHaveLength(100);
  expect(Math.max(...file.split('\n').map((line) => line.length))).toBeLessThan(2000);
});

test('old paths lead on with and without a slash, and none is a pattern', () => {
  expect(toRedirectsFile(hosting)).toBe(
    [
      '/blog/viejo/ /articulos/2026-03-04-nuevo/ 301',
      '/blog/viejo /articulos/2026-03-04-nuevo/ 301',
      '/a%C3%B1o%20%22nuevo%22%20(1)/$x%2A%3Ay/ /articulos/a%C3%B1o/ 301',
      '/a%C3%B1o%20%22nuevo%22%20(1)/$x%2A%3Ay /articulos/a%C3%B1o/ 301',
      '',
    ].join('\n'),
  );
});

test('Apache matches decoded paths, in which no character means anything', () => {
  const file = toHtaccess(hosting);
  const [, pattern = ''] = /RedirectMatch 301 "(\^\/año.*)" "\/articulos\/a%C3%B1o\/"/u.exec(file) ?? [];
  const expression = new RegExp(pattern.replaceAll('\\"', '"'));
  expect(expression.test('/año "nuevo" (1)/$x*:y')).toBe(true);
  expect(expression.test('/año "nuevo" (1)/$x*:y/')).toBe(true);
  expect(expression.test('/año "nuevo" (1)/$x*:y/z')).toBe(false);
  expect(file).toContain(`Header always set Content-Security-Policy "default-src 'none'"`);
});

test('nginx matches decoded paths, and every location names all of its headers', () => {
  const file = toNginx(hosting);
  expect(file).toContain('location = "/blog/viejo" { return 301 /articulos/2026-03-04-nuevo/; }');
  expect(file).toContain('location = "/año \\"nuevo\\" (1)/$x*:y/" { return 301 /articulos/a%C3%B1o/; }');
  const [, admin = ''] = /location \^~ \/admin\/ \{([^}]*)\}/u.exec(file) ?? [];
  expect(admin).toMatch(/nosniff.*default-src 'self'/su);
});
