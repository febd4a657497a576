import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { projectDir } from '../../../src/server/environment.ts';
import { createContentRepository, removeRepository } from '../../support/newsroom.ts';

let contentRepo = '';
let origin = '';
let stop: () => Promise<void>;

/** The environment without what the test runner puts there, which Astro and Vite read, too. */
function toShellEnvironment(): NodeJS.ProcessEnv {
  const own = /^(?:VITEST|TEST|NODE_ENV|MODE|DEV|PROD|SSR|BASE_URL)/u;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)));
}

beforeAll(async () => {
  contentRepo = await createContentRepository();
  const astro = path.join(projectDir, 'node_modules/astro/bin/astro.mjs');
  const child = spawn(process.execPath, [astro, 'dev'], {
    cwd: projectDir,
    env: { ...toShellEnvironment(), PORT: '0', CONTENT_REPO: contentRepo },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => {
      resolve();
    });
  });
  stop = async () => {
    child.kill();
    await ended;
  };
  let output = '';
  origin = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += stripVTControlCharacters(chunk.toString('utf8'));
      const address = /http:\/\/127\.0\.0\.1:\d+/u.exec(output)?.[0];
      if (address !== undefined) resolve(address);
    });
    void ended.then(() => {
      reject(new Error(`npm run dev ended:\n${output}`));
    });
  });
});

afterAll(async () => {
  await stop();
  await removeRepository(contentRepo);
});

test('npm run dev shows the work tree and follows it', async () => {
  const file = path.join(
    contentRepo,
    'src/content/posts/2026-11-03-lista-para-antes-de-enviar-a-revision.mdx',
  );
  const source = await readFile(file, 'utf8');
  const read = async (): Promise<string> => (await fetch(`${origin}/articulos/`)).text();
  expect(await read()).toContain('Lista para antes de enviar a revisión');
  await writeFile(file, source.replace(/^title: .*$/mu, 'title: Sin comprometer todavía'));
  await vi.waitFor(async () => {
    expect(await read()).toContain('Sin comprometer todavía');
  }, 20_000);
});

test('npm run dev has what pages name: their feed, their card', async () => {
  const html = await (await fetch(`${origin}/autores/diego-tzoc/`)).text();
  const [, card = ''] = /property="og:image" content="[^"]*(\/tarjetas\/[^"]+)"/u.exec(html) ?? [];
  const types = await Promise.all(
    [card, '/autores/diego-tzoc/rss.xml', '/sitemap.xml'].map(async (name) => {
      const response = await fetch(`${origin}${name}`);
      return [response.status, response.headers.get('content-type')];
    }),
  );
  expect(types).toEqual([
    [200, 'image/jpeg'],
    [200, expect.stringContaining('xml')],
    [200, expect.stringContaining('xml')],
  ]);
});

test('npm run dev has the admin and the forge beside the pages', async () => {
  const statuses = await Promise.all(
    ['/admin/', '/admin/config.json', '/forge/sign-in', '/forge/user'].map(
      async (name) => (await fetch(`${origin}${name}`)).status,
    ),
  );
  expect(statuses).toEqual([200, 200, 200, 401]);
});

test('npm run dev renders what nobody has stored, for its own pages alone', async () => {
  const context: unknown = await (await fetch(`${origin}/admin/preview.json`)).json();
  const ask = (address: string, from: string): Promise<Response> =>
    fetch(`${origin}${address}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: from },
      body: JSON.stringify({ collection: 'posts', id: 'x', values: { title: 'Sin guardar' }, context }),
    });
  const page = await ask('/preview', origin);
  expect([page.status, page.headers.get('Cache-Control')]).toEqual([200, 'no-store']);
  expect(await page.text()).toContain('Sin guardar</h1>');
  expect((await ask('/preview/card', origin)).headers.get('Content-Type')).toBe('image/jpeg');
  expect((await ask('/preview', 'https://otro.example.org')).status).toBe(403);
  expect((await fetch(`${origin}/preview/pr/9`)).status).toBe(404);
});
