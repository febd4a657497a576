import { readFile } from 'node:fs/promises';
import path from 'node:path';
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

test('all sample posts and pages are the same on demand and built, but for the addresses of images', async () => {
  const site = path.join(toStateDir(newsroom.contentRepo), 'releases/current/site');
  expect(await compareArticles(newsroom.contentRepo, site)).toBeGreaterThan(15);
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

/** Commits a change of one file on a branch and opens its pull request. */
async function openPull(branch: string, change: (source: string) => string | undefined): Promise<number> {
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
    tree: [changed === undefined ? { ...entry, sha: null } : { ...entry, content: changed }],
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
  const other = await fetch(`${newsroom.origin}/preview/pr/${String(number)}/${'0'.repeat(40)}-360.webp`);
  expect(other.status).toBe(404);
});

test('a pull request without a page says in Spanish what it does', async () => {
  const number = await openPull('cms/posts/dos', () => undefined);
  const html = await (await fetch(`${newsroom.origin}/preview/pr/${String(number)}`)).text();
  expect(html).toContain('Esta solicitud retira contenido del sitio');
  const missing = await fetch(`${newsroom.origin}/preview/pr/9999`);
  expect(missing.status).toBe(404);
  expect(await missing.text()).toContain('No encontramos ese borrador');
});
