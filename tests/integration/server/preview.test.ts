import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import path from 'node:path';
import type { Element, Root } from 'hast';
import { fromHtmlIsomorphic } from 'hast-util-from-html-isomorphic';
import { visit } from 'unist-util-visit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toStateDir } from '../../../src/server/environment.ts';
import { createContentRepository, git, type RunningNewsroom, startNewsroom } from '../../support/newsroom.ts';
import { compareArticles } from '../../support/same-page.ts';

let newsroom: RunningNewsroom;
let context: unknown;

beforeAll(async () => {
  newsroom = await startNewsroom(await createContentRepository());
  context = await (await fetch(`${newsroom.origin}/admin/preview.json`)).json();
});

afterAll(() => newsroom.stop());

const post = (address: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${newsroom.origin}${address}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: newsroom.origin, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

const toRequest = (values: Record<string, unknown>, more: object = {}): object => ({
  collection: 'posts',
  id: 'nuevo',
  values,
  context,
  assets: {},
  ...more,
});

test('all sample entries are the same on demand and built, but for the addresses of images', async () => {
  const site = path.join(toStateDir(newsroom.contentRepo), 'releases/current/site');
  expect(await compareArticles(newsroom.contentRepo, site)).toBe(28);
});

test('a preview runs nothing, is listed nowhere and kept nowhere', async () => {
  const response = await post('/preview', toRequest({ title: 'Hola', body: '<script>alert(1)</script>' }));
  expect(response.status).toBe(200);
  const policy = response.headers.get('Content-Security-Policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain('sandbox allow-same-origin');
  expect(policy).not.toMatch(/script-src|allow-scripts/u);
  expect(response.headers.get('X-Robots-Tag')).toBe('noindex');
  expect(response.headers.get('Cache-Control')).toBe('no-store');
  const html = await response.text();
  expect(html).toContain('<meta name="robots" content="noindex">');
  expect(html).toContain('&lt;script');
});

/** Every element of a page, in order. */
function listElements(html: string): Element[] {
  const elements: Element[] = [];
  visit(fromHtmlIsomorphic(html) as Root, 'element', (element) => {
    elements.push(element);
  });
  return elements;
}

/** What of a page could run, lead away by itself, send something, or load what is no image. */
function findHarm(html: string): string[] {
  return listElements(html).flatMap(({ tagName, properties }) => {
    const { httpEquiv, type, rel, href, src, srcSet, srcDoc, style, target } = properties;
    const name = `<${tagName} ${JSON.stringify(properties).slice(0, 200)}>`;
    const runs = Object.keys(properties).some((key) => /^on/iu.test(key)) || style !== undefined;
    const isKnown =
      (tagName !== 'script' || type === 'application/ld+json') &&
      (tagName !== 'meta' || httpEquiv === undefined || String(httpEquiv) === 'content-security-policy') &&
      (tagName !== 'base' || (href === undefined && target === '_blank')) &&
      (tagName !== 'link' || /^(?:canonical|alternate|icon|prev|next|license)$/u.test(String(rel))) &&
      (tagName !== 'iframe' || (src === undefined && typeof srcDoc === 'string')) &&
      !['object', 'embed', 'form', 'input', 'button', 'frame', 'portal', 'applet', 'x'].includes(tagName);
    const leads = [href, tagName === 'img' ? undefined : src].flatMap((value) =>
      typeof value === 'string' ? [new URL(value, 'https://site.invalid/').protocol] : [],
    );
    const isSafe = leads.every((protocol) => /^(?:https?|mailto|tel):$/u.test(protocol));
    const loads = `${String(src ?? '')} ${String(srcSet ?? '')}`;
    const frame = typeof srcDoc === 'string' ? findHarm(srcDoc) : [];
    return [...(runs || !isKnown || !isSafe || loads.includes('malo.example') ? [name] : []), ...frame];
  });
}

const breaks = `"'></title></style></script></textarea><x onload=alert(1)><script>alert(1)</script><meta http-equiv=refresh content="0;url=https://malo.example"><base href=https://malo.example><form action=https://malo.example><link rel=stylesheet href=https://malo.example><iframe src=https://malo.example></iframe>{alert(1)}\\u003cx>]]>-->@import 'https://malo.example';}*{background:url(https://malo.example)}`;

test.each([
  [
    'posts',
    { title: breaks, description: breaks, imageAlt: breaks, imageCaption: breaks, imageCredit: breaks },
  ],
  ['posts', { title: 'Hola', autor: breaks, tags: [breaks.slice(0, 40)], language: 'es', date: breaks }],
  ['posts', { title: 'Hola', corrections: [{ date: '2026-03-04T08:30:00-06:00', text: breaks }] }],
  ['posts', { title: 'Hola', body: breaks }],
  [
    'posts',
    { title: 'Hola', body: `# ${breaks}\n\n- ${breaks}\n\n| ${breaks} |\n| - |\n\n[^1]\n\n[^1]: ${breaks}` },
  ],
  [
    'posts',
    {
      body: '![a](https://malo.example/a.png)\n\n![b](//malo.example/b.png)\n\n![c](data:image/svg+xml,<svg/onload=alert(1)>)',
    },
  ],
  ['posts', { body: '<Video url="https://www.youtube.com/watch?v=dQw4w9WgXcQ" title="<x>&quot;" />' }],
  [
    'posts',
    {
      body: `<Figure image="/assets/images/posts/x.jpg" alt="<x onload=alert(1)>" caption="</script><x>" />`,
    },
  ],
  ['pages', { title: breaks, description: breaks, body: breaks }],
  ['authors', { name: breaks, role: breaks, body: breaks }],
  ['topics', { name: breaks, description: breaks }],
  [
    'site',
    {
      name: breaks,
      description: breaks,
      accent: breaks,
      footer: [{ label: breaks, href: 'javascript:alert(1)' }],
    },
  ],
])('nothing of an entry runs, leads away or loads: %s %#', async (collection, values) => {
  for (const more of [{}, { marks: true, theme: 'dark', framed: false, notice: breaks }]) {
    const assets = {
      '/assets/images/posts/x.jpg': { url: 'blob:https://a.example/"onload="alert(1)', colors: breaks },
    };
    const request = toRequest(
      { image: '/assets/images/posts/x.jpg', ...values },
      { collection, id: breaks.slice(0, 200), assets, ...more },
    );
    const response = await post('/preview', request);
    expect(response.status).toBe(200);
    const html = await response.text();
    expect(findHarm(html)).toEqual([]);
    expect(html).toContain('<base target="_blank">');
    expect(html).not.toContain('class="borrador"');
  }
});

test('what is told of the site may be anything, too', async () => {
  const known = context as { site: object };
  const hostile = {
    ...known,
    site: { ...known.site, name: breaks.slice(0, 60), description: breaks.slice(0, 100) },
    topics: [{ id: 'agua', name: breaks }],
  };
  const html = await (await post('/preview', toRequest({ tags: ['Agua'] }, { context: hostile }))).text();
  expect(findHarm(html)).toEqual([]);
  for (const changed of [
    { accent: 'red}*{background:url(https://malo.example)}' },
    { url: 'javascript:alert(1)' },
    { navigation: [{ label: 'Inicio', href: 'javascript:alert(1)' }] },
    { licence: { name: 'x', href: 'data:text/html,x' } },
  ]) {
    const wrong = { ...known, site: { ...known.site, ...changed } };
    expect((await post('/preview', toRequest({}, { context: wrong }))).status, JSON.stringify(changed)).toBe(
      400,
    );
  }
});

test('names that objects have of themselves are names like others', async () => {
  const json = JSON.stringify(toRequest({ title: 'Hola', tags: ['constructor', '__proto__', 'toString'] }));
  const own = '"__proto__":{"title":"Contaminado","framed":false,"notice":"Contaminado"},';
  const withOwn = json
    .replace('{', `{${own}`)
    .replace('"values":{', `"values":{${own}`)
    .replace('"assets":{', '"assets":{"__proto__":{"url":"/contaminado"}');
  const html = await (await post('/preview', withOwn)).text();
  expect(html).toContain('>Hola</h1>');
  expect(html.toLowerCase()).not.toContain('contaminado');
  expect(html).toContain('<base target="_blank">');
  expect((await post('/preview', json.replace('"posts"', '"constructor"'))).status).toBe(400);
});

test('a form that was just opened, or is half filled in, is shown as far as it goes', async () => {
  const empty = await post('/preview', toRequest({}));
  expect(empty.status).toBe(200);
  const half = toRequest({
    title: 'No',
    date: 'mañana',
    tags: ['Agua', ''],
    corrections: [{ text: 'Sin fecha' }],
    body: 'Uno\n\n<Figure image="" alt="" />\n\nDos',
  });
  const html = await (await post('/preview', half)).text();
  expect(html).toContain('>No</h1>');
  expect(html).toContain('Bloque «Imagen con pie»: Imagen');
  expect(html).toContain('<p>Dos</p>');
  expect(html).toContain('/temas/agua/');
});

test('an image is shown from where the browser has it; one that is not there is left out', async () => {
  const image = '/assets/images/posts/nueva.jpg';
  const values = { title: 'Con foto', image, body: `![Un río](${image})` };
  const assets = { [image]: { url: 'blob:http://localhost/1', width: 800, height: 600 } };
  const html = await (await post('/preview', toRequest(values, { assets }))).text();
  expect(html.match(/<img [^>]*src="blob:http:\/\/localhost\/1"[^>]*width="800"/gu)).toHaveLength(2);
  const without = await (await post('/preview', toRequest(values))).text();
  expect(without).not.toContain('<img');
  expect(without).toContain('Un río');
  const hostile = { [image]: { url: 'javascript:alert(1)' } };
  expect((await post('/preview', toRequest(values, { assets: hostile }))).status).toBe(400);
});

test('the theme that is asked for holds whatever the device prefers', async () => {
  const html = await (await post('/preview', toRequest({ title: 'Hola' }, { theme: 'dark' }))).text();
  expect(html).not.toContain('prefers-color-scheme');
  expect(html).toContain('color-scheme:dark');
});

test('the card is a picture', async () => {
  const response = await post('/preview/card', toRequest({ title: 'Hola' }));
  expect(response.headers.get('Content-Type')).toBe('image/jpeg');
  const bytes = new Uint8Array(await response.arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
});

test.each([
  ['from another site', {}, { 'Sec-Fetch-Site': 'cross-site' }, 403],
  ['from another origin', {}, { Origin: 'https://otro.example.org' }, 403],
  ['from another host of this site', {}, { 'Sec-Fetch-Site': 'same-site' }, 403],
  ['that a person typed', {}, { 'Sec-Fetch-Site': 'none' }, 403],
  ['from nowhere', {}, { Origin: 'null' }, 403],
  ['that is packed, however small', {}, { 'Content-Encoding': 'gzip' }, 400],
  ['that is no JSON', 'hola', {}, 400],
  ['that is no entry', { collection: 'otra' }, {}, 400],
  ['that is too long', 'x'.repeat(600_000), {}, 413],
])('refuses a request %s, in Spanish', async (_, body, headers, status) => {
  const response = await post('/preview', body, headers);
  expect(response.status).toBe(status);
  expect(await response.json()).toEqual({ message: expect.stringMatching(/vista previa/u) as string });
});

test('what looks at it without sending anything is told how', async () => {
  const response = await fetch(`${newsroom.origin}/preview`);
  expect([response.status, response.headers.get('Allow')]).toEqual([405, 'POST']);
});

const file = 'src/content/posts/2026-03-25-como-elegir-una-foto-y-describirla.mdx';

/** Commits a change of one file on a branch, and other files, and opens its pull request. */
async function openPull(
  branch: string,
  change: (source: string) => string | undefined,
  others: Readonly<Record<string, string>> = {},
): Promise<number> {
  const { contentRepo, origin } = newsroom;
  const source = await readFile(path.join(contentRepo, file), 'utf8');
  const signIn = await fetch(`${origin}/forge/sign-in`, {
    method: 'POST',
    headers: { Origin: origin },
    body: new URLSearchParams({ login: 'ana' }),
  });
  const token = /"token\\?":\\?"([^"\\]+)/u.exec(await signIn.text())?.[1] ?? '';
  const ask = async (address: string, body: object): Promise<Record<string, unknown>> => {
    const response = await fetch(`${origin}/forge/repos/gaceta/contenido${address}`, {
      method: 'POST',
      headers: { Authorization: `token ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return (await response.json()) as Record<string, unknown>;
  };
  const main = await git(contentRepo, 'rev-parse', 'main');
  const changed = change(source);
  const entry = { path: file, mode: '100644', type: 'blob' };
  const tree = await ask('/git/trees', {
    base_tree: main,
    tree: [
      changed === undefined ? { ...entry, sha: null } : { ...entry, content: changed },
      ...Object.entries(others).map(([path, content]) => ({ ...entry, path, content })),
    ],
  });
  const commit = await ask('/git/commits', { message: branch, tree: tree['sha'], parents: [main] });
  await ask('/git/refs', { ref: `refs/heads/${branch}`, sha: commit['sha'] });
  const pull = await ask('/pulls', { title: branch, head: branch, base: 'main' });
  return Number(pull['number']);
}

test('a pull request shows its entry at the head, as a draft, with its images in small', async () => {
  const number = await openPull('cms/posts/uno', (source) =>
    source.replace(/^title: .*$/mu, 'title: Otro titular'),
  );
  const response = await fetch(`${newsroom.origin}/preview/pr/${String(number)}`);
  expect(response.headers.get('X-Robots-Tag')).toBe('noindex');
  const html = await response.text();
  expect(html).toContain('<h1>Otro titular</h1>');
  expect(html).toMatch(/<p class="borrador" role="note">\s*Borrador/u);
  const [image = ''] = /\/preview\/pr\/[^" ]+\.webp[^" ]*/u.exec(html) ?? [];
  const picture = await fetch(newsroom.origin + image.replaceAll(/&(?:amp|#38);/gu, '&'));
  expect([picture.status, picture.headers.get('Content-Type')]).toEqual([200, 'image/webp']);
  const place = `/preview/pr/${String(number)}`;
  for (const name of [
    `${'0'.repeat(40)}-360.webp`,
    '..%2f..%2f..%2f.git%2fconfig',
    '%2e%2e',
    'src%2fcontent%2fsite.yml',
    `${file.split('/').at(-1) ?? ''}`,
    'x?entrada=.git/config',
    `?entrada=../../../etc/passwd`,
    `?entrada=${encodeURIComponent('src/content/site.yml')}`,
  ])
    expect((await fetch(`${newsroom.origin}${place}/${name}`)).status, name).toBe(404);
});

test('what a pull request shows is kept nowhere, listed nowhere, framed by nobody, and says no address of people', async () => {
  const number = await openPull('cms/posts/tres', (source) =>
    source.replace(/^title: .*$/mu, 'title: De ana@example.org'),
  );
  const response = await fetch(`${newsroom.origin}/preview/pr/${String(number)}`);
  const names = ['Cache-Control', 'X-Robots-Tag', 'Referrer-Policy', 'Cross-Origin-Resource-Policy'];
  expect(names.map((name) => response.headers.get(name))).toEqual([
    'no-store',
    'noindex',
    'no-referrer',
    'same-origin',
  ]);
  const policy = response.headers.get('Content-Security-Policy');
  for (const part of ["default-src 'none'", "form-action 'none'", "frame-ancestors 'self'"])
    expect(policy).toContain(part);
  const html = await response.text();
  expect(html).toContain('name="robots" content="noindex"');
  for (const address of ['ana@example.org', 'tests@example.org', '@users.noreply'])
    expect(
      html.replace(/<h1>[^<]*<\/h1>|<title>[^<]*<\/title>|<meta[^>]*>|<script[^>]*>[^<]*<\/script>/gu, ''),
    ).not.toContain(address);
});

test('a pull request of several entries names them as people do, and asks which one', async () => {
  const other = 'src/content/topics/otro.mdx';
  const broken = 'src/content/posts/2026-12-01-mal-escrito.mdx';
  const number = await openPull(
    'cms/posts/cuatro',
    (source) => source.replace(/^title: .*$/mu, 'title: "Un [titular](javascript:alert(1)) *raro*"'),
    { [other]: '---\nname: Agua\ndescription: De lo que bebemos.\n---\n', [broken]: '---\ntitle: [\n---\n' },
  );
  const address = `${newsroom.origin}/preview/pr/${String(number)}`;
  const html = await (await fetch(address)).text();
  expect(html).toContain('Esta solicitud cambia varias páginas');
  expect(html).toContain('>Un [titular](javascript:alert(1)) *raro*</a> (artículo)');
  expect(html).toContain('>2026-12-01-mal-escrito</a>');
  const links = listElements(html).flatMap(({ properties: { href } }) =>
    typeof href === 'string' && href.startsWith('?') ? [href] : [],
  );
  expect(links).toHaveLength(3);
  const pages = await Promise.all(links.map(async (link) => (await fetch(new URL(link, address))).text()));
  expect(
    pages.map((page) => />Agua<\/h1>|no se puede mostrar todavía|<h1[^>]*>Un \[/u.exec(page)?.[0]),
  ).toEqual(['<h1>Un [', 'no se puede mostrar todavía', '>Agua</h1>']);
});

test('a pull request is shown by the names of this server alone, and only to who asks for it', async () => {
  const { port } = new URL(newsroom.origin);
  const ask = (
    headers: Record<string, string>,
    method = 'GET',
    name = '/preview/pr/1',
  ): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      request({ host: '127.0.0.1', port, path: name, method, headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
  expect(await ask({ Host: `malo.example:${port}` })).toBe(421);
  expect(
    await ask({ Host: `malo.example:${port}`, Origin: `http://malo.example:${port}` }, 'POST', '/preview'),
  ).toBe(421);
  expect(await ask({}, 'POST')).toBe(405);
  expect(await ask({}, 'POST', '/preview')).toBe(403);
  for (const name of [
    '/preview/pr/0',
    '/preview/pr/-1',
    '/preview/pr/1e3',
    '/preview/pr/1/a/b',
    '/preview/pr/',
  ])
    expect(await ask({}, 'GET', name), name).toBe(404);
});

test('a pull request without a page says in Spanish what it does', async () => {
  const number = await openPull('cms/posts/dos', () => undefined);
  const html = await (await fetch(`${newsroom.origin}/preview/pr/${String(number)}`)).text();
  expect(html).toContain('Esta solicitud retira contenido del sitio');
  const missing = await fetch(`${newsroom.origin}/preview/pr/9999`);
  expect(missing.status).toBe(404);
  expect(await missing.text()).toContain('No encontramos ese borrador');
});
