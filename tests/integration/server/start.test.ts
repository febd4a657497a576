import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { projectDir } from '../../../src/server/environment.ts';
import {
  commitAll,
  createContentRepository,
  git,
  removeRepository,
  type RunningNewsroom,
  startNewsroom,
} from '../../support/newsroom.ts';
import { toSamplePost } from '../../support/sample-posts.ts';

test.each([
  [{ PORT: 'x' }, 'PORT is «x». Set it to a port number'],
  [{ CONTENT_REPO: '/' }, 'git repository'],
])('npm start stops at %o and says what to set', (env, message) => {
  const { status, stderr } = spawnSync(process.execPath, ['src/server/start.ts'], {
    cwd: projectDir,
    env: { ...process.env, PORT: '0', ...env },
    encoding: 'utf8',
  });
  expect(stderr).toContain(message);
  expect(status).toBe(1);
});

describe('with a production backend, on a bare clone', () => {
  let newsroom: RunningNewsroom;
  let origin = '';
  const production = {
    GACETA_BACKEND: '{"name":"github","repo":"owner/name"}',
    GACETA_FETCH_INTERVAL: '1',
    GACETA_OAUTH_CLIENT_ID: 'Iv1.0123456789abcdef',
    GACETA_OAUTH_CLIENT_SECRET: 'secreto-de-prueba-0123456789',
    GACETA_OAUTH_COOKIE_SECRET: '0'.repeat(64),
    GACETA_OAUTH_ORIGIN: 'https://redaccion.example.org',
  };

  beforeAll(async () => {
    origin = await createContentRepository();
    const clone = `${origin}-clon`;
    await git(origin, 'clone', '--quiet', '--bare', origin, clone);
    newsroom = await startNewsroom(clone, production);
  });

  afterAll(async () => {
    await newsroom.stop();
    await rm(origin, { recursive: true, force: true });
  });

  const ask = async (): Promise<unknown> => (await fetch(`${newsroom.origin}/salud`)).json();

  test('the forge does not exist and the admin is told where to go', async () => {
    for (const name of ['/forge/sign-in', '/forge/user', '/forge/repos/gaceta/contenido']) {
      expect((await fetch(`${newsroom.origin}${name}`)).status, name).toBe(404);
    }
    const settings = (await (await fetch(`${newsroom.origin}/admin/config.json`)).json()) as {
      backend: unknown;
    };
    expect(settings.backend).toMatchObject({
      name: 'github',
      repo: 'owner/name',
      branch: 'main',
      base_url: 'https://redaccion.example.org',
    });
    const policy = (await fetch(`${newsroom.origin}/admin/`)).headers.get('content-security-policy');
    expect(policy).toContain('https://api.github.com');
  });

  test('the sign-in answers, to its own name alone', async () => {
    const asked = request(`${newsroom.origin}/oauth/authorize?provider=github`, {
      headers: { Host: 'redaccion.example.org' },
    }).end();
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    answer.resume();
    expect(answer.statusCode).toBe(302);
    expect(answer.headers.location).toMatch(/^https:\/\/github\.com\/login\/oauth\/authorize\?/u);
    expect((await fetch(`${newsroom.origin}/oauth/authorize?provider=github`)).status).toBe(421);
  });

  test('a restart shows the site as it was', async () => {
    const page = await (await fetch(`${newsroom.origin}/`)).text();
    await newsroom.stop({ remove: false });
    newsroom = await startNewsroom(newsroom.contentRepo, production);
    expect(await (await fetch(`${newsroom.origin}/`)).text()).toBe(page);
  });

  test('it says that it is well, and brings what is merged at the origin to its readers', async () => {
    const first = await git(origin, 'rev-parse', 'main');
    expect(await ask()).toEqual({
      status: 'ok',
      commit: first,
      since: expect.stringMatching(/^\d{4}-.*Z$/u),
    });
    const post = toSamplePost(1);
    await writeFile(path.join(origin, post.path), post.content);
    await commitAll(origin, 'Merged elsewhere');
    const second = await git(origin, 'rev-parse', 'main');
    await vi.waitFor(async () => {
      expect(await ask()).toMatchObject({ commit: second });
    }, 100_000);
    const page = `${newsroom.origin}/articulos/${path.basename(post.path, '.mdx')}/`;
    expect((await fetch(page)).status).toBe(200);
  });

  test('an origin that is gone is told, and readers keep their site', async () => {
    await rm(origin, { recursive: true });
    await vi.waitFor(() => {
      expect(newsroom.output()).toContain('Could not follow origin');
    }, 60_000);
    expect((await fetch(`${newsroom.origin}/`)).status).toBe(200);
  });
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
