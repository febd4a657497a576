import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadManifest, ManifestError, manifestFile, saveManifest } from '../../../src/import/manifest.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'gaceta-import-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const entry = (name: string) => ({ source: 's', file: `${name}.mdx`, written: 'w' });

test('is empty where there is none', async () => {
  expect(await loadManifest(dir)).toEqual({ version: 1, entries: {}, uploads: {}, addresses: {} });
});

test('is the same text in whatever order it was filled, and leaves no other file', async () => {
  await saveManifest(dir, {
    version: 1,
    entries: { b: entry('b'), a: entry('a') },
    uploads: {},
    addresses: {},
  });
  const first = await readFile(path.join(dir, manifestFile), 'utf8');
  const loaded = await loadManifest(dir);
  await saveManifest(dir, { ...loaded, entries: { a: entry('a'), b: entry('b') } });
  expect(await readFile(path.join(dir, manifestFile), 'utf8')).toBe(first);
  expect(await readdir(path.join(dir, path.dirname(manifestFile)))).toEqual([path.basename(manifestFile)]);
});

test.each(['{', '[]', '{"version":2}'])('one that cannot be read stops the import: %s', async (text) => {
  await mkdir(path.join(dir, path.dirname(manifestFile)), { recursive: true });
  await writeFile(path.join(dir, manifestFile), text);
  await expect(loadManifest(dir)).rejects.toThrow(ManifestError);
});
