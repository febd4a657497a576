import { spawnSync } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { projectDir } from '../../../src/server/environment.ts';
import {
  commitAll,
  createContentRepository,
  git,
  removeRepository,
  startNewsroom,
} from '../../support/newsroom.ts';
import { toSamplePost } from '../../support/sample-posts.ts';

test.each([
  [{ PORT: 'x' }, 'PORT is «x». Set it to a port number'],
  [{ CONTENT_REPO: '/does/not/exist' }, 'CONTENT_REPO is «/does/not/exist», which does not exist'],
  [{ CONTENT_REPO: '/' }, 'git repository'],
  [{ GACETA_USERS: '{}' }, 'GACETA_USERS is wrong'],
  [{ GACETA_FETCH_INTERVAL: '30' }, 'GACETA_FETCH_INTERVAL is set without GACETA_BACKEND'],
])('npm start stops at %o and says what to set', (env, message) => {
  const { status, stderr } = spawnSync(process.execPath, ['src/server/start.ts'], {
    cwd: projectDir,
    env: { ...process.env, PORT: '0', ...env },
    encoding: 'utf8',
  });
  expect(stderr).toContain(message);
  expect(status).toBe(1);
});

test('a bare repository serves as well, and a restart shows the site as it was', async () => {
  const source = await createContentRepository();
  const bare = `${source}.git`;
  await git(source, 'clone', '--quiet', '--bare', source, bare);
  await rm(source, { recursive: true });
  const first = await startNewsroom(bare);
  const page = await (await fetch(`${first.origin}/`)).text();
  await first.stop({ remove: false });
  const second = await startNewsroom(bare);
  expect(await (await fetch(`${second.origin}/`)).text()).toBe(page);
  await second.stop();
});

test('with a production backend the forge does not exist and the admin is told where to go', async () => {
  const contentRepo = await createContentRepository();
  const newsroom = await startNewsroom(contentRepo, {
    GACETA_BACKEND: '{"name":"github","repo":"owner/name"}',
  });
  for (const name of ['/forge/sign-in', '/forge/user', '/forge/repos/gaceta/contenido']) {
    expect((await fetch(`${newsroom.origin}${name}`)).status, name).toBe(404);
  }
  const settings = (await (await fetch(`${newsroom.origin}/admin/config.json`)).json()) as {
    backend: unknown;
  };
  expect(settings.backend).toEqual({ name: 'github', repo: 'owner/name', branch: 'main' });
  const policy = (await fetch(`${newsroom.origin}/admin/`)).headers.get('content-security-policy');
  expect(policy).toContain('https://api.github.com');
  await newsroom.stop();
});

test('a server on a clone says that it is well, and brings what is merged at the origin to its readers', async () => {
  const origin = await createContentRepository();
  const clone = `${origin}-clon`;
  await git(origin, 'clone', '--quiet', '--bare', origin, clone);
  const newsroom = await startNewsroom(clone, {
    GACETA_BACKEND: '{"name":"github","repo":"owner/name","base_url":"https://entrar.example.org"}',
    GACETA_FETCH_INTERVAL: '1',
  });
  const ask = async (): Promise<unknown> => (await fetch(`${newsroom.origin}/salud`)).json();
  const first = await git(origin, 'rev-parse', 'main');
  expect(await ask()).toEqual({ status: 'ok', commit: first, since: expect.stringMatching(/^\d{4}-.*Z$/u) });

  await writeFile(path.join(origin, toSamplePost(1).path), toSamplePost(1).content);
  await commitAll(origin, 'Merged elsewhere');
  const second = await git(origin, 'rev-parse', 'main');
  await vi.waitFor(async () => {
    expect(await ask()).toMatchObject({ commit: second });
  }, 60_000);
  const slug = path.basename(toSamplePost(1).path, '.mdx');
  expect((await fetch(`${newsroom.origin}/articulos/${slug}/`)).status).toBe(200);

  // An origin that is gone is told once, and readers keep their site.
  await rm(origin, { recursive: true });
  await vi.waitFor(() => {
    expect(newsroom.output()).toContain('Could not follow origin');
  }, 20_000);
  expect((await fetch(`${newsroom.origin}/`)).status).toBe(200);
  await newsroom.stop();
});

test('a site that cannot be built says what is missing, and readers are told to come back', async () => {
  const contentRepo = await createContentRepository(async (dir) => {
    await rm(`${dir}/src/content/site.yml`);
  });
  const newsroom = await startNewsroom(contentRepo);
  expect(newsroom.output()).toContain('Faltan los ajustes del sitio.');
  const response = await fetch(`${newsroom.origin}/`);
  expect(response.status).toBe(503);
  expect((await fetch(`${newsroom.origin}/salud`)).status).toBe(503);
  expect(await response.text()).toContain('El sitio todavía no está listo.');
  await newsroom.stop({ remove: false });
  await removeRepository(contentRepo);
});
