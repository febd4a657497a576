import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildAdmin } from '../../../src/admin/build.ts';

const limit = 750_000;

let projectDir: string;
let outDir: string;

beforeAll(async () => {
  projectDir = await mkdtemp(path.join(tmpdir(), 'gaceta-admin-'));
  outDir = path.join(projectDir, '.gaceta/admin');
  for (const name of [
    'src/admin',
    'src/browser',
    'src/copy-desk',
    'src/review',
    'content-schema',
    'package.json',
    'package-lock.json',
  ]) {
    await cp(name, path.join(projectDir, name), { recursive: true });
  }
  await symlink(path.resolve('node_modules'), path.join(projectDir, 'node_modules'));
  await buildAdmin({ projectDir, outDir, logLevel: 'error' });
}, 120_000);

afterAll(async () => {
  await rm(projectDir, { recursive: true });
});

test('what an editor has to load is small', async () => {
  const html = await readFile(path.join(outDir, 'index.html'), 'utf8');
  const scripts = [...html.matchAll(/(?:src|href)="\/admin\/(assets\/[^"]+\.js)"/gu)].map(
    ([, file]) => file ?? '',
  );
  const sizes = await Promise.all(
    scripts.map(
      async (file) => (await promisify(brotliCompress)(await readFile(path.join(outDir, file)))).length,
    ),
  );
  expect(scripts).not.toEqual([]);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(limit);
}, 60_000);

test('the page has no inline script and loads nothing from elsewhere', async () => {
  const html = await readFile(path.join(outDir, 'index.html'), 'utf8');
  expect(html).not.toMatch(/<script(?![^>]*\ssrc=)/u);
  expect(html).not.toMatch(/(?:src|href)="(?!\/admin\/)/u);
});

test('is not built again while its sources are the same', async () => {
  expect(await buildAdmin({ projectDir, outDir })).toEqual({ dir: outDir, rebuilt: false });
});

test('a build that fails leaves the bundle that was there, and nothing else', async () => {
  const boot = path.join(projectDir, 'src/admin/boot.ts');
  const before = await readdir(path.join(outDir, 'assets'));
  await writeFile(boot, 'import "./no-such-file.ts";');
  await expect(buildAdmin({ projectDir, outDir, logLevel: 'silent' })).rejects.toThrow();
  expect(await readdir(path.join(outDir, 'assets'))).toEqual(before);
  expect(await readdir(path.dirname(outDir))).toEqual(['admin']);
}, 60_000);
