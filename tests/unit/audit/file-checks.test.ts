import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { budgets } from '../../../src/audit/budgets.ts';
import { judgeBytes } from '../../../src/audit/checks/bytes.ts';
import { judgeElements } from '../../../src/audit/checks/elements.ts';
import { findLeadImage, findMetadata, judgeDimensions } from '../../../src/audit/checks/images.ts';
import { judgeLinks } from '../../../src/audit/checks/links.ts';
import { judgeMarkup } from '../../../src/audit/checks/markup.ts';
import { judgePolicy, matches, parseHeaders } from '../../../src/audit/checks/policy.ts';
import type { Outcome } from '../../../src/audit/outcome.ts';
import { countPostWords, toPage } from '../../../src/audit/site.ts';

const toDocument = (body: string, head = ''): string =>
  `<!DOCTYPE html><html lang="es"><head><meta charset="utf-8"><title>Uno</title>${head}</head><body>${body}</body></html>`;

const toPost = (body: string) =>
  toPage('articulos/uno/index.html', toDocument(`<main><div class="prose">${body}</div></main>`));

const messages = (outcomes: readonly Outcome[]): string[] =>
  outcomes.flatMap(({ failures }) => failures.map(({ where, message }) => `${where} ${message}`));

describe('the kind of a page', () => {
  test.each([
    ['index.html', 'home', '/'],
    ['404.html', 'not-found', '/404.html'],
    ['buscar/index.html', 'search', '/buscar/'],
    ['articulos/año/index.html', 'post', '/articulos/a%C3%B1o/'],
    ['articulos/index.html', 'other', '/articulos/'],
    ['articulos/pagina/2/index.html', 'other', '/articulos/pagina/2/'],
  ])('%s is %s at %s', (file, kind, path) => {
    expect(toPage(file, toDocument(''))).toMatchObject({ kind, path });
  });

  test('a page that leads elsewhere is a redirect', () => {
    const html = toDocument('', '<meta http-equiv="refresh" content="0; url=/articulos/uno/">');
    expect(toPage('blog/uno/index.html', html).kind).toBe('redirect');
  });
});

describe('bytes and elements', () => {
  /** Text that hardly compresses: digests. */
  const toNoise = (words: number): string =>
    Array.from({ length: words }, (_, index) =>
      createHash('sha256').update(String(index)).digest('hex').slice(0, 20),
    ).join(' ');

  test('a post over the bar is told with its size', () => {
    const [brotli] = judgeBytes({ pages: [toPost(`<p>${toNoise(800)}</p>`)] });
    expect(brotli?.failures).toHaveLength(1);
    expect(brotli?.failures[0]?.message).toMatch(/^\d+,\d{3} B$/u);
  });

  test('a post of more words than the bar is meant for is not judged', () => {
    const page = toPost(`<p>${toNoise(budgets.post.words + 1)}</p>`);
    expect(countPostWords(page)).toBe(budgets.post.words + 1);
    expect(messages(judgeBytes({ pages: [page] }))).toEqual([]);
  });

  test('elements are counted, those of the head too', () => {
    expect(judgeElements({ pages: [toPost('<p>Uno</p>'.repeat(293))] })[0]).toMatchObject({
      worst: '300 elements',
      failures: [],
    });
    expect(judgeElements({ pages: [toPost('<p>Uno</p>'.repeat(294))] })[0]?.failures).toHaveLength(1);
  });
});

describe('images', () => {
  test('without dimensions or without alt they are told', () => {
    const good = '<img src="/a.jpg" width="3" height="2" alt="">';
    const bad = '<img src="/b.jpg" alt="B"><img src="/c.jpg" width="3" height="2">';
    expect(messages([judgeDimensions([toPost(good + bad)])])).toEqual([
      '/articulos/uno/ /b.jpg lacks width, height or alt.',
      '/articulos/uno/ /c.jpg lacks width, height or alt.',
    ]);
  });

  test('the lead image is the best format at 720 px', () => {
    const page = toPost(
      '<picture><source type="image/avif" srcset="/a-360.avif 360w, /a-720.avif 720w"><source type="image/webp" srcset="/a-720.webp 720w"><img src="/a.jpg" srcset="/a-720.jpg 720w" fetchpriority="high" alt=""></picture>',
    );
    expect(findLeadImage(page)).toBe('/a-720.avif');
    expect(findLeadImage(toPost('<img src="/a.jpg" alt="">'))).toBeUndefined();
  });

  test('a picture that tells the camera is told, one without metadata is not', async () => {
    const photo = sharp({ create: { width: 8, height: 8, channels: 3, background: '#369' } }).jpeg();
    expect(await findMetadata('a.jpg', await photo.clone().toBuffer())).toEqual([]);
    const named = await photo.withExif({ IFD0: { Make: 'TelefonoDeAna' } }).toBuffer();
    expect(await findMetadata('a.jpg', named)).toEqual([{ where: '/a.jpg', message: 'It holds exif data.' }]);
  });
});

describe('links', () => {
  const home = toPage(
    'index.html',
    toDocument(
      '<a href="/articulos/uno/#fin">Uno</a> <a href="/articulos/uno/#nada">Uno</a> <a href="/falta/">Falta</a> <a href="https://example.com/x">Otro</a> <a href="#top">Arriba</a> <a href="mailto:a@example.org">Correo</a><img srcset="/a.avif 1w, /b.avif 2w" src="/a.avif" alt="">',
      '<link rel="canonical" href="https://sitio.example.org/">',
    ),
  );
  const site = {
    files: ['a.avif', 'articulos/uno/index.html', 'index.html', 'rss.xml'],
    pages: [home, toPost('<p id="fin">Fin</p>')],
    origin: 'https://sitio.example.org',
  };

  test('to a page, a place or a picture that there is not are told', () => {
    expect(messages(judgeLinks(site, []))).toEqual([
      '/ /articulos/uno/#nada leads to no place in the page.',
      '/ /falta/ leads nowhere.',
      '/ /b.avif leads nowhere.',
    ]);
  });

  test('in feeds and redirects are followed, too', () => {
    const feed =
      '<link>https://sitio.example.org/articulos/uno/</link>&lt;a href="https://sitio.example.org/no/"&gt;';
    const outcomes = judgeLinks({ ...site, pages: site.pages.slice(1) }, [
      { file: 'rss.xml', text: feed },
      { file: '_redirects', text: '/blog/uno /articulos/uno/ 301\n/blog/dos /articulos/dos/ 301\n' },
    ]);
    expect(messages(outcomes)).toEqual([
      '/rss.xml https://sitio.example.org/no/ leads nowhere.',
      '/_redirects /articulos/dos/ leads nowhere.',
    ]);
  });
});

test('invalid markup is told with its place and rule', async () => {
  expect(messages(await judgeMarkup({ pages: [toPost('<p>Hola.</p>')] }))).toEqual([]);
  expect(messages(await judgeMarkup({ pages: [toPost('<button>Ir</button>')] }))[0]).toMatch(
    /^\/articulos\/uno\/ 1:\d+ .*\(no-implicit-button-type\)$/u,
  );
});

describe('policy', () => {
  const toHash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const style = 'p{color:red}';
  const strict = `default-src 'none';style-src ${toHash(style)};img-src 'self';require-trusted-types-for 'script'`;
  const toPolicyPage = (policy: string, body = '') =>
    toPage(
      'index.html',
      toDocument(
        body,
        `<meta http-equiv="content-security-policy" content="${policy}"><style>${style}</style>`,
      ),
    );
  const toHeaders = (policy: string): string =>
    `/*\n  X-Content-Type-Options: nosniff\n  Content-Security-Policy: ${policy}\n`;

  test('a page that names just what it holds, under a header that allows it, meets every bar', () => {
    expect(messages(judgePolicy([toPolicyPage(strict)], toHeaders(strict)))).toEqual([]);
  });

  test.each<[string, string, string, string]>([
    ['no policy', '', '', '/ The page has no policy.'],
    ['another default', strict.replace("'none'", "'self'"), '', "/ default-src is not 'none'."],
    [
      'no Trusted Types',
      strict.replace(/;require.*/u, ''),
      '',
      "/ require-trusted-types-for 'script' is missing.",
    ],
    [
      'inline styles',
      strict.replace('style-src', "style-src 'unsafe-inline'"),
      '',
      "/ style-src allows too much: 'unsafe-inline'",
    ],
    ['any image', strict.replace("'self'", 'data:'), '', '/ img-src allows too much: data:'],
    [
      'a script of which it says nothing',
      strict,
      '<script>x()</script>',
      `/ script-src does not name a <script> of the page: ${toHash('x()')}`,
    ],
    [
      'a script that is not there',
      `${strict};script-src ${toHash('y()')}`,
      '',
      `/ script-src names what the page does not hold: ${toHash('y()')}`,
    ],
    ['a style attribute', strict, '<p style="color:red">', '/ <p> has style="color:red"'],
    ['a handler', strict, '<p onclick="x()">', '/ <p> has onClick="x()"'],
    ['an address that is code', strict, '<a href="javascript:x()">x</a>', '/ <a> has href="javascript:x()"'],
  ])('%s is told', (_name, policy, body, message) => {
    const page = policy === '' ? toPage('index.html', toDocument(body)) : toPolicyPage(policy, body);
    expect(messages(judgePolicy([page], toHeaders(policy)))).toContain(message);
  });

  test('the style of a document in a frame counts to its page; data in a script does not', () => {
    const frame = `<iframe srcdoc="&lt;style>a{}&lt;/style>"></iframe><script type="application/ld+json">{}</script>`;
    const policy = strict.replace(';img-src', ` ${toHash('a{}')};img-src`);
    expect(messages(judgePolicy([toPolicyPage(policy, frame)], toHeaders(policy)))).toEqual([]);
  });

  test('a header that refuses what a page needs is told, and so is none', () => {
    const header = toHeaders("default-src 'none'; img-src 'self'");
    expect(messages(judgePolicy([toPolicyPage(strict)], header))).toEqual([
      `/ The header's style-src refuses ${toHash(style)}`,
    ]);
    expect(messages(judgePolicy([toPolicyPage(strict)], undefined))).toEqual([
      '/_headers There is no such file.',
    ]);
    expect(messages(judgePolicy([toPolicyPage(strict)], '/otra/*\n  Content-Security-Policy: x\n'))).toEqual([
      '/ No header sets a policy for it.',
    ]);
  });

  test('_headers is read as hosts read it', () => {
    const text = '# nota\n/*\n  X-Uno: 1\n  X-Dos: a: b\n\n/_img/*\n  Cache-Control: immutable\n';
    expect(parseHeaders(text)).toEqual([
      { pattern: '/*', name: 'x-uno', value: '1' },
      { pattern: '/*', name: 'x-dos', value: 'a: b' },
      { pattern: '/_img/*', name: 'cache-control', value: 'immutable' },
    ]);
    expect(matches('/_img/*', '/_img/a.jpg')).toBe(true);
    expect(matches('/_img/*', '/rss.xml')).toBe(false);
  });
});
