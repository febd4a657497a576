import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { projectDir } from '../../../src/server/environment.ts';
import { commitAll, createContentRepository, git, removeRepository } from '../../support/newsroom.ts';

/** Runs the command as the scheduled workflow does, and gives what it prints and tells the workflow. */
async function run(contentRepo: string): Promise<{ printed: string; told: string; code: number }> {
  const output = path.join(contentRepo, '.git/told');
  await writeFile(output, '');
  const child = spawn(process.execPath, ['src/server/needs-build.ts'], {
    cwd: projectDir,
    env: { ...process.env, CONTENT_REPO: contentRepo, GITHUB_OUTPUT: output },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [printed, errors, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number]>,
  ]);
  return { printed: printed + errors, told: await readFile(output, 'utf8'), code };
}

test('needs-build tells the workflow whether the published site is behind main', async () => {
  const site: Record<string, string> = { '/admin/config.json': '{"nextDate":null}' };
  const server = createServer((request, response) => {
    const file = site[(request.url ?? '').replace(/\?.*$/u, '')];
    response.writeHead(file === undefined ? 404 : 200).end(file);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const contentRepo = await createContentRepository(async (dir) => {
    const settings = path.join(dir, 'src/content/site.yml');
    await writeFile(settings, (await readFile(settings, 'utf8')).replace(/^url: .*$/mu, `url: ${url}`));
  });
  try {
    const main = await git(contentRepo, 'rev-parse', 'main');
    site['/admin/release.json'] = JSON.stringify({ commit: main });
    expect(await run(contentRepo)).toMatchObject({ told: 'needed=false\n', code: 0 });

    await writeFile(path.join(contentRepo, 'nota.txt'), 'x');
    await commitAll(contentRepo, 'Merged');
    const behind = await run(contentRepo);
    expect(behind).toMatchObject({ told: 'needed=true\n', code: 0 });
    expect(behind.printed).toContain(`the site shows ${main}`);
  } finally {
    server.close();
    await removeRepository(contentRepo);
  }
});

test('needs-build fails, and tells nothing, where there is no content', async () => {
  const contentRepo = await createContentRepository();
  await git(contentRepo, 'branch', '--move', 'main', 'otra');
  const { code, told } = await run(contentRepo);
  expect([code, told]).toEqual([2, '']);
  await removeRepository(contentRepo);
});
