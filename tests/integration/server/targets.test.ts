import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { projectDir } from '../../../src/server/environment.ts';
import { createContentRepository, removeRepository } from '../../support/newsroom.ts';

const host = 'redaccion.example.org';
const backend = JSON.stringify({ name: 'github', repo: 'redaccion/contenido', base_url: `https://${host}` });
const signIn = {
  GACETA_OAUTH_CLIENT_ID: 'Iv1.0123456789abcdef',
  GACETA_OAUTH_CLIENT_SECRET: 'secreto-de-prueba-0123456789',
  GACETA_OAUTH_COOKIE_SECRET: '0'.repeat(64),
  GACETA_OAUTH_ORIGIN: `https://${host}`,
};

/** The environment without what the test runner puts there, which Astro and Vite read, too. */
const shell = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^(?:VITEST|TEST|NODE_ENV|MODE|DEV|PROD|SSR|BASE_URL)/u.test(name),
  ),
);

describe('npm run build with GACETA_TARGET=vercel', () => {
  const output = path.join(projectDir, '.vercel/output');
  let contentRepo = '';

  beforeAll(async () => {
    contentRepo = await createContentRepository();
    const astro = path.join(projectDir, 'node_modules/astro/bin/astro.mjs');
    const build = spawn(process.execPath, [astro, 'build'], {
      cwd: projectDir,
      env: {
        ...shell,
        CONTENT_REPO: contentRepo,
        GACETA_TARGET: 'vercel',
        GACETA_BACKEND: backend,
        GACETA_IMAGES_DIR: path.join(projectDir, '.gaceta/images'),
        ASTRO_TELEMETRY_DISABLED: '1',
        NO_COLOR: '1',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let text = '';
    for (const stream of [build.stdout, build.stderr]) {
      stream.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
    }
    const [code] = (await once(build, 'close')) as [number | null];
    if (code !== 0) throw new Error(text);
  });

  afterAll(async () => {
    for (const folder of ['.vercel', 'dist/client'])
      await rm(path.join(projectDir, folder), { recursive: true, force: true });
    await removeRepository(contentRepo);
  });

  const read = (name: string): Promise<string> => readFile(path.join(output, name), 'utf8');

  test('gives the pages and the admin as files', async () => {
    expect(await read('static/index.html')).toContain('</html>');
    expect(await read('static/admin/index.html')).toContain('<script');
    expect(JSON.parse(await read('static/admin/config.json'))).toMatchObject({
      backend: { name: 'github', repo: 'redaccion/contenido', base_url: `https://${host}` },
    });
  });

  test('asks the function for nothing but the sign-in and the preview, with or without a slash at the end', async () => {
    const routeSchema = z.object({ src: z.string().optional(), dest: z.string().optional() });
    const { routes } = z
      .object({ routes: z.array(routeSchema) })
      .parse(JSON.parse(await read('config.json')));
    const asked = routes.flatMap(({ src, dest }) =>
      dest === '_render' && src ? [new RegExp(src, 'u')] : [],
    );
    const isAsked = (name: string): boolean => asked.some((pattern) => pattern.test(name));
    expect(['/oauth/authorize', '/oauth/callback', '/oauth/callback/'].map(isAsked)).toEqual([
      true,
      true,
      true,
    ]);
    expect(['/preview', '/preview/', '/preview/card', '/preview/pr/1'].map(isAsked)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['/', '/admin/', '/articulos/', '/buscar/'].map(isAsked)).toEqual([false, false, false, false]);
  });

  test('tells the host the headers of pages and admin, and where old addresses lead', async () => {
    const routeSchema = z.object({
      src: z.string().optional(),
      status: z.number().optional(),
      headers: z.record(z.string(), z.string()).optional(),
    });
    const { routes } = z
      .object({ routes: z.array(routeSchema) })
      .parse(JSON.parse(await read('config.json')));
    const find = (name: string) =>
      routes.filter(({ src }) => src !== undefined && new RegExp(src, 'u').test(name));
    const header = (name: string, key: string): string | undefined =>
      find(name)
        .flatMap(({ headers }) => headers?.[key] ?? [])
        .at(-1);
    expect(header('/', 'Content-Security-Policy')).toContain("default-src 'none'");
    expect(header('/admin/', 'Content-Security-Policy')).toContain(`connect-src 'self'`);
    expect(header('/oauth/authorize', 'Content-Security-Policy')).toBeUndefined();
    expect(header('/preview', 'Content-Security-Policy')).toBeUndefined();
    expect(header('/preview/card', 'Cache-Control')).toBeUndefined();
    expect(header('/_img/a.avif', 'Cache-Control')).toContain('immutable');
    expect(header('/articulos/', 'Cache-Control')).toBeUndefined();
    const [old] = find('/blog/titulares');
    expect(old?.status).toBe(301);
    expect(old?.headers?.['Location']).toMatch(/^\/articulos\/.*\/$/u);
  });

  /** Runs a script in a process of its own, as the host starts the function: with its environment, and nothing of the build's. */
  async function runInFunction(script: string): Promise<unknown> {
    const settings = z
      .object({ handler: z.string(), runtime: z.string() })
      .parse(JSON.parse(await read('functions/_render.func/.vc-config.json')));
    expect(settings.runtime).toBe('nodejs24.x');
    const entry = pathToFileURL(path.join(output, 'functions/_render.func', settings.handler)).href;
    const start = `
      const { default: handler } = await import(${JSON.stringify(entry)});
      const ask = (name, init = {}) => handler.fetch(new Request('https://${host}' + name, {
        ...init, headers: { 'content-type': 'application/json', host: '${host}', 'x-forwarded-for': '203.0.113.7', ...init.headers },
      }));
    `;
    const run = spawnSync(process.execPath, ['--input-type=module', '--eval', start + script], {
      cwd: path.join(output, 'functions/_render.func'),
      env: { PATH: process.env['PATH'], ...signIn },
      encoding: 'utf8',
    });
    expect(run.stderr).not.toMatch(/Error/u);
    return JSON.parse(run.stdout);
  }

  test('gives a function that sends whoever signs in to GitHub', async () => {
    const [authorize, callback] = (await runInFunction(`
      const answers = ['/oauth/authorize?provider=github', '/oauth/callback?code=x&state=y'].map(async (name) => {
        const { status, headers } = await ask(name);
        return [status, headers.get('location'), headers.get('set-cookie')];
      });
      console.log(JSON.stringify(await Promise.all(answers)));
    `)) as [number, string | null, string | null][];
    expect(authorize?.[0]).toBe(302);
    const location = new URL(String(authorize?.[1]));
    expect(location.origin + location.pathname).toBe('https://github.com/login/oauth/authorize');
    expect(location.searchParams.get('redirect_uri')).toBe(`https://${host}/oauth/callback`);
    expect(location.searchParams.get('code_challenge_method')).toBe('S256');
    expect(authorize?.[2]).toMatch(/^__Host-.*HttpOnly/u);
    expect(callback?.[0]).toBeGreaterThanOrEqual(400);
  });

  test('gives a function that renders pages and cards for pages of this origin, and knows no pull requests', async () => {
    const context = JSON.parse(await read('static/admin/preview.json')) as unknown;
    const body = JSON.stringify({ collection: 'posts', id: 'x', values: { title: 'Hola' }, context });
    const [page, card, pull, elsewhere] = (await runInFunction(`
      const body = ${JSON.stringify(body)};
      const answers = [
        ['/preview', { method: 'POST', body, headers: { 'sec-fetch-site': 'same-origin' } }],
        ['/preview/card', { method: 'POST', body, headers: { origin: 'https://${host}' } }],
        ['/preview/pr/1'],
        ['/preview', { method: 'POST', body, headers: { 'sec-fetch-site': 'cross-site' } }],
      ].map(async ([name, init]) => {
        const answer = await ask(name, init);
        const { status, headers } = answer;
        const text = Buffer.from(await answer.arrayBuffer()).toString('latin1');
        return [status, headers.get('content-type'), headers.get('cache-control'), headers.get('content-security-policy'), text.slice(0, 20000)];
      });
      console.log(JSON.stringify(await Promise.all(answers)));
    `)) as string[][];
    expect(page?.slice(0, 3)).toEqual([200, 'text/html; charset=utf-8', 'no-store']);
    expect(page?.[3]).toContain('sandbox allow-same-origin');
    expect(page?.[4]).toContain('Hola</h1>');
    expect(card?.slice(0, 3)).toEqual([200, 'image/jpeg', 'no-store']);
    expect([pull?.[0], elsewhere?.[0]]).toEqual([404, 403]);
  });

  test('gives a function that is well below what the host takes', async () => {
    const files = await readdir(path.join(output, 'functions/_render.func'), {
      recursive: true,
      withFileTypes: true,
    });
    const sizes = files
      .filter((file) => file.isFile())
      .map(async ({ parentPath, name }) => (await stat(path.join(parentPath, name))).size);
    const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    // 250 MB uncompressed: https://vercel.com/docs/functions/limitations
    expect(total / 1e6).toBeLessThan(60);
  });
});

test('a target that does not exist stops the build, which says what to set', () => {
  const astro = path.join(projectDir, 'node_modules/astro/bin/astro.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [astro, 'build'], {
    cwd: projectDir,
    env: { ...shell, GACETA_TARGET: 'netlify', ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' },
    encoding: 'utf8',
  });
  expect(stdout + stderr).toContain('GACETA_TARGET is «netlify». Set it to vercel');
  expect(status).not.toBe(0);
});

/** Where there is none, this is skipped and CI does it. */
const hasDocker = spawnSync('docker', ['version'], { stdio: 'ignore' }).status === 0;

test.skipIf(!hasDocker)(
  'the container answers, as an unprivileged user, and ends when it is told to',
  { timeout: 1_200_000 },
  async () => {
    const docker = (...args: string[]): string => {
      const { status, stdout, stderr } = spawnSync('docker', args, { cwd: projectDir, encoding: 'utf8' });
      if (status !== 0) throw new Error(`docker ${args.join(' ')}\n${stderr}`);
      return stdout.trim();
    };
    const contentRepo = await createContentRepository();
    // The user of the container reads it, and git asks that it be theirs.
    const volume = docker('volume', 'create');
    const image = docker('build', '--quiet', '.');
    const copy = 'git -c safe.directory=* clone --quiet --bare /origen /contenido';
    docker(
      'run',
      '--rm',
      '--volume',
      `${contentRepo}:/origen:ro`,
      '--volume',
      `${volume}:/contenido`,
      image,
      'sh',
      '-c',
      copy,
    );
    const settings = Object.entries({ ...signIn, GACETA_BACKEND: backend }).flatMap(([name, value]) => [
      '--env',
      `${name}=${value}`,
    ]);
    const container = docker(
      'run',
      '--detach',
      '--init',
      '--publish',
      '127.0.0.1::4321',
      '--volume',
      `${volume}:/contenido`,
      ...settings,
      image,
    );
    try {
      const address = docker('port', container, '4321').split('\n')[0] ?? '';
      await vi.waitFor(
        async () => {
          const response = await fetch(`http://${address}/salud`);
          expect(await response.json()).toMatchObject({ status: 'ok' });
        },
        { timeout: 600_000, interval: 1000 },
      );
      expect(docker('exec', container, 'id', '--user', '--name')).toBe('node');
      docker('stop', container);
      expect(docker('inspect', '--format', '{{.State.ExitCode}}', container)).toBe('0');
    } finally {
      docker('rm', '--force', container);
      docker('volume', 'rm', volume);
      await removeRepository(contentRepo);
    }
  },
);
