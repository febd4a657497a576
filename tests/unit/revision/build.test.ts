import { randomUUID } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildRevision } from '../../../src/revision/build.ts';
import { projectDir } from '../../../src/server/environment.ts';

const outDir = path.join(projectDir, '.gaceta', `test-revision-${randomUUID()}`);

beforeAll(async () => {
  await buildRevision({ projectDir, outDir, logLevel: 'error' });
}, 120_000);

afterAll(async () => {
  await rm(outDir, { recursive: true, force: true });
});

test('all of the reviewer’s page fits into 120 KB of brotli', async () => {
  const names = await readdir(path.join(outDir, 'assets'));
  const files = await Promise.all(names.map((name) => readFile(path.join(outDir, 'assets', name))));
  const bytes = files.reduce((sum, file) => sum + brotliCompressSync(file).length, 0);
  expect(bytes).toBeLessThanOrEqual(120_000);
}, 60_000);

test('the document has no inline script, style or handler, which its policy would not run', async () => {
  const html = await readFile(path.join(outDir, 'index.html'), 'utf8');
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\bon\w+=/u);
});
