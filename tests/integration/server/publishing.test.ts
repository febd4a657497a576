import { execFile } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { type GitHubClient, mergePull, saveDraft, signIn } from '../../support/github.ts';
import {
  commitAll,
  createContentRepository,
  git,
  type RunningNewsroom,
  startNewsroom,
} from '../../support/newsroom.ts';
import { projectDir } from '../../../src/server/environment.ts';
import { toSamplePost } from '../../support/sample-posts.ts';

let newsroom: RunningNewsroom;
let reviewer: GitHubClient;

beforeAll(async () => {
  newsroom = await startNewsroom(await createContentRepository());
  reviewer = await signIn(newsroom.origin, 'rosa');
});

afterAll(async () => {
  await newsroom.stop();
});

const statusSchema = z.object({
  sha: z.string(),
  statuses: z.array(z.object({ context: z.string(), state: z.string(), description: z.string().nullable() })),
});

/** Waits until main is published or has failed to be, and gives the status. */
async function waitForStatus(): Promise<{ state: string; description: string | null }> {
  const main = await git(newsroom.contentRepo, 'rev-parse', 'main');
  for (;;) {
    const { sha, statuses } = await reviewer.request('GET', '/commits/main/status', statusSchema);
    const status = statuses.find(({ context }) => context === 'gaceta/publish');
    if (sha === main && status !== undefined && status.state !== 'pending') return status;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const setReady = (number: number): Promise<unknown> =>
  reviewer.request('PUT', `/issues/${String(number)}/labels`, z.unknown(), {
    labels: ['gaceta/pending_publish'],
  });

const toUrl = (post: { path: string }): string =>
  `${newsroom.origin}/articulos/${path.basename(post.path, '.mdx')}/`;

async function publish(branch: string, post: { path: string; content: string }): Promise<number> {
  const pull = await saveDraft(reviewer, `cms/posts/${branch}`, [post]);
  await mergePull(reviewer, pull.number, pull.head.sha);
  return pull.number;
}

test('posts that are merged together while a build runs all arrive, and readers get a whole site at every moment', async () => {
  const posts = [1, 11, 12, 13, 14].map(toSamplePost);
  let answers = 0;
  let done = false;
  const readers = Array.from({ length: 4 }, async () => {
    while (!done) {
      const response = await fetch(`${newsroom.origin}/`);
      expect(response.status).toBe(200);
      expect(await response.text()).toContain('</html>');
      answers += 1;
    }
  });
  for (const [index, post] of posts.entries()) await publish(`together-${String(index)}`, post);
  expect(await waitForStatus()).toMatchObject({ state: 'success', description: 'El sitio está al día.' });
  done = true;
  await Promise.all(readers);
  expect(answers).toBeGreaterThan(10);
  for (const post of posts) expect((await fetch(toUrl(post))).status).toBe(200);
});

test('what the check finds wrong is not merged, and its status says what it is', async () => {
  const post = toSamplePost(2);
  const wrong = { ...post, content: post.content.replace(/^date: .*$/mu, 'date: mañana') };
  const pull = await saveDraft(reviewer, 'cms/posts/refused', [wrong]);
  await expect(mergePull(reviewer, pull.number, pull.head.sha)).rejects.toThrow(
    'La revisión automática encontró errores',
  );
  const { statuses } = await reviewer.request('GET', `/commits/${pull.head.sha}/status`, statusSchema);
  expect(statuses).toMatchObject([{ context: 'gaceta/check', state: 'failure' }]);
  expect(statuses[0]?.description).toMatch(/^Errores: 1\. .*\(.*nota-00002\.mdx, línea 7\)$/u);
});

test('a wrong entry on main leaves the old site up and is explained in Spanish on what is merged on it', async () => {
  const file = 'src/content/posts/2026-08-13-como-usar-las-etiquetas-sin-perderse.mdx';
  const good = { path: file, content: await readFile(path.join(newsroom.contentRepo, file), 'utf8') };
  await writeFile(
    path.join(newsroom.contentRepo, file),
    good.content.replace(/^date: .*$/mu, 'date: mañana'),
  );
  await commitAll(newsroom.contentRepo, 'Past every check');
  const number = await publish('next', toSamplePost(5));
  expect(await waitForStatus()).toMatchObject({
    state: 'failure',
    description: 'El sitio no se publicó: hay algo que corregir.',
  });
  expect((await fetch(toUrl(good))).status).toBe(200);

  const commentSchema = z.array(z.object({ body: z.string() }));
  const comments = await reviewer.request('GET', `/issues/${String(number)}/comments`, commentSchema);
  // The first one tells what the pull request changes.
  const [body] = comments.map((comment) => comment.body).filter((text) => text.startsWith('El sitio no'));
  expect(body).toContain('sigue en línea la versión anterior');
  expect(body).toContain(`\`${good.path}\`, línea 7: Fecha`);

  await publish('mended', good);
  expect(await waitForStatus()).toMatchObject({ state: 'success' });
});

test('commits that come through git are published, too, and the page of a deleted post goes', async () => {
  const post = { path: 'src/content/posts/2026-06-09-como-pegar-desde-word-sin-basura.mdx' };
  expect((await fetch(toUrl(post))).status).toBe(200);
  await rm(path.join(newsroom.contentRepo, post.path));
  await commitAll(newsroom.contentRepo, 'Borrar un artículo');
  expect(await waitForStatus()).toMatchObject({ state: 'success' });
  const response = await fetch(toUrl(post));
  expect(response.status).toBe(404);
  expect(await response.text()).toContain('</html>');
});

test('a post with a date in the future appears when its moment comes, and not before', async () => {
  const due = new Date(Date.now() + 6_000);
  const post = toSamplePost(4);
  const planned = { ...post, content: post.content.replace(/^date: .*$/mu, `date: ${due.toISOString()}`) };
  await publish('planned', planned);
  await waitForStatus();
  while (!(await fetch(toUrl(planned))).ok) await new Promise((resolve) => setTimeout(resolve, 100));
  expect(Date.now()).toBeGreaterThanOrEqual(due.getTime());
});

test('a ready post that is planned is published by the server itself, and not before its moment', async () => {
  const due = new Date(Date.now() + 8_000);
  const post = toSamplePost(6);
  const content = post.content.replace(/^date: .*$/mu, `date: ${due.toISOString()}`);
  const pull = await saveDraft(reviewer, 'cms/posts/by-the-clock', [{ ...post, content }]);
  await setReady(pull.number);
  const mergedSchema = z.object({ merged_at: z.string().nullable() });
  const readMerged = async (): Promise<string | null> =>
    (await reviewer.request('GET', `/pulls/${String(pull.number)}`, mergedSchema)).merged_at;
  await vi.waitUntil(async () => (await readMerged()) !== null, { timeout: 60_000, interval: 200 });
  // GitHub's times are whole seconds.
  expect(Date.parse((await readMerged()) ?? '')).toBeGreaterThan(due.getTime() - 1000);
});

test('npm run publish-due says what waits', async () => {
  const post = toSamplePost(7);
  const content = post.content.replace(/^date: .*$/mu, 'date: 2040-03-04T00:00:00-06:00');
  const { number } = await saveDraft(reviewer, 'cms/posts/waits', [{ ...post, content }]);
  await setReady(number);
  const { stdout } = await promisify(execFile)(process.execPath, ['src/github/publish-due/cli.ts'], {
    cwd: projectDir,
    env: {
      ...process.env,
      GITHUB_API_URL: `${newsroom.origin}/forge`,
      GITHUB_REPOSITORY: 'gaceta/contenido',
      GITHUB_TOKEN: reviewer.token,
    },
  });
  expect(stdout).toBe(
    `#${String(number)} «cms/posts/waits», planned for 2040-03-04T06:00:00.000Z: waiting\n`,
  );
});

test('the admin has a policy that lets nothing from elsewhere in', async () => {
  const response = await fetch(`${newsroom.origin}/admin/`);
  const policy = response.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('http://');
  const redirect = await fetch(`${newsroom.origin}/admin`, { redirect: 'manual' });
  expect([redirect.status, redirect.headers.get('location')]).toEqual([308, '/admin/']);
});

test('a page elsewhere cannot drive the forge', async () => {
  const { origin } = newsroom;
  const signIns = await Promise.all(
    ['https://example.org', 'null', `${origin}.example.org`].map((from) =>
      fetch(`${origin}/forge/sign-in`, {
        method: 'POST',
        headers: { Origin: from, 'Content-Type': 'application/x-www-form-urlencoded' },
        body: 'login=rosa',
      }),
    ),
  );
  expect(signIns.map(({ status }) => status)).toEqual([403, 403, 403]);
});

test('only what readers may have is served', async () => {
  const { origin } = newsroom;
  const paths = [
    '/release.json',
    '/../release.json',
    '/%2e%2e/release.json',
    '/.gaceta/',
    '/src/content/site.yml',
  ];
  for (const name of paths) expect((await fetch(`${origin}${name}`)).status, name).toBe(404);
  expect((await fetch(`${origin}/`, { method: 'POST' })).status).toBe(405);
  // A path that is no URL must not end the server.
  for (const name of ['//', '//?a', '/%'])
    expect((await fetch(`${origin}${name}`)).status, name).toBeLessThan(500);
  expect((await fetch(`${origin}/`)).status).toBe(200);
});

test('a page comes compressed, with the policy of the site, and says nothing more to HEAD', async () => {
  const url = `${newsroom.origin}/articulos/2026-03-04-como-escribir-un-titular-que-se-entienda/`;
  for (const encoding of ['br', 'gzip']) {
    const { headers } = await fetch(url, { headers: { 'Accept-Encoding': encoding } });
    expect(headers.get('content-encoding')).toBe(encoding);
    expect(headers.get('vary')).toMatch(/accept-encoding/iu);
  }
  const page = await fetch(url);
  const head = await fetch(url, { method: 'HEAD' });
  expect(head.status).toBe(200);
  expect(await head.text()).toBe('');
  for (const { headers } of [page, head]) {
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*;frame-ancestors 'none'$/u);
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cache-control')).toBe('no-cache');
  }
  const [image = ''] = /\/_img\/[^"\s]+/u.exec(await page.text()) ?? [];
  expect((await fetch(newsroom.origin + image)).headers.get('cache-control')).toContain('immutable');
});

test.each(['/blog/titulares/', '/blog/titulares', '/blog//titulares/?de=antes'])(
  'the old path %s leads on for good',
  async (old) => {
    const { status, headers } = await fetch(newsroom.origin + old, { redirect: 'manual' });
    expect(status).toBe(301);
    expect(headers.get('location')).toBe('/articulos/2026-03-04-como-escribir-un-titular-que-se-entienda/');
  },
);

test('an address that leads nowhere gets those that are like it, and nothing of itself', async () => {
  const near = await fetch(`${newsroom.origin}/como-escribir-un-titular-que-se-entende`);
  expect(near.status).toBe(404);
  expect(near.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(await near.text()).toContain(
    '<a href="/articulos/2026-03-04-como-escribir-un-titular-que-se-entienda/">Cómo escribir un titular que se entienda</a>',
  );
  const far = await (await fetch(`${newsroom.origin}/%3Cscript%3Ealert(1)%3C/script%3E`)).text();
  expect(far).not.toMatch(/alert|¿Buscabas/u);
  expect((await fetch(`${newsroom.origin}/contcto`, { method: 'HEAD' })).status).toBe(404);
});

test('what only hosts have to know is written beside the pages', async () => {
  const read = async (name: string): Promise<string> => (await fetch(`${newsroom.origin}/${name}`)).text();
  expect(await read('_redirects')).toContain('/blog/titulares /articulos/2026-03-04-como-escribir');
  expect(await read('_headers')).toMatch(/^\/articulos\/\*\n {2}Content-Security-Policy: /mu);
  expect(await read('_nginx.conf')).toContain('add_header Content-Security-Policy');
});
