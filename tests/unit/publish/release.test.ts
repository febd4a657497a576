import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createRelease, currentRelease, prune } from '../../../src/publish/index.ts';

let root = '';
const build = (): string => path.join(root, 'build');
const releases = (): string => path.join(root, 'releases');

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'gaceta-release-'));
  await mkdir(path.join(build(), 'articulos'), { recursive: true });
  await writeFile(path.join(build(), 'index.html'), 'home 1');
  await writeFile(path.join(build(), 'articulos/a.html'), 'post a');
});

afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

const readLive = async (name: string): Promise<string> => {
  const live = await currentRelease(releases());
  return readFile(path.join(live?.dir ?? '', name), 'utf8');
};

describe('createRelease', () => {
  test('has no release before the first', async () => {
    expect(await currentRelease(releases())).toBeUndefined();
  });

  test('puts a whole build live and says which commit it is', async () => {
    await createRelease(build(), releases(), { commit: 'c1', program: 'p1' });
    expect(await currentRelease(releases())).toMatchObject({ commit: 'c1', program: 'p1' });
    expect(await readLive('articulos/a.html')).toBe('post a');
  });

  test('shares what did not change with the release before, and never writes into it', async () => {
    await createRelease(build(), releases(), { commit: 'c1', program: 'p1' });
    const first = await currentRelease(releases());
    const before = await stat(path.join(first?.dir ?? '', 'articulos/a.html'));
    await writeFile(path.join(build(), 'index.html'), 'home 2');
    await utimes(path.join(build(), 'index.html'), new Date(), new Date(Date.now() + 5000));
    await rm(path.join(build(), 'articulos/a.html'));
    await writeFile(path.join(build(), 'articulos/b.html'), 'post b');
    await createRelease(build(), releases(), { commit: 'c2', program: 'p1' });
    expect(await readLive('index.html')).toBe('home 2');
    expect(await readLive('articulos/b.html')).toBe('post b');
    await expect(readLive('articulos/a.html')).rejects.toThrow('ENOENT');
    expect(before.nlink).toBe(1);
  });

  test('an unchanged file is a hard link', async () => {
    await createRelease(build(), releases(), { commit: 'c1', program: 'p1' });
    await createRelease(build(), releases(), { commit: 'c2', program: 'p1' });
    const live = await currentRelease(releases());
    expect((await stat(path.join(live?.dir ?? '', 'index.html'))).nlink).toBe(2);
  });

  test('a file of the same size but another time is copied', async () => {
    await createRelease(build(), releases(), { commit: 'c1', program: 'p1' });
    await writeFile(path.join(build(), 'index.html'), 'home X');
    await utimes(path.join(build(), 'index.html'), new Date(), new Date(Date.now() + 5000));
    await createRelease(build(), releases(), { commit: 'c2', program: 'p1' });
    expect(await readLive('index.html')).toBe('home X');
  });

  test('keeps the release before the live one, and no older', async () => {
    for (const commit of ['c1', 'c2', 'c3', 'c4']) {
      await createRelease(build(), releases(), { commit, program: 'p1' });
    }
    expect((await readdir(releases())).filter((name) => name !== 'current')).toHaveLength(2);
    expect(await currentRelease(releases())).toMatchObject({ commit: 'c4' });
  });

  test('texts are there compressed, too, and shared with the release before where they did not change', async () => {
    const page = 'Una página con texto. '.repeat(200);
    await writeFile(path.join(build(), 'larga.html'), page);
    await writeFile(path.join(build(), 'otra.html'), page);
    await createRelease(build(), releases(), { commit: 'c1', program: 'p1' });
    const first = (await currentRelease(releases()))?.dir ?? '';
    expect(brotliDecompressSync(await readFile(path.join(first, 'larga.html.br'))).toString()).toBe(page);
    expect(gunzipSync(await readFile(path.join(first, 'larga.html.gz'))).toString()).toBe(page);
    expect(await readdir(first)).not.toContain('index.html.br');
    await writeFile(path.join(build(), 'otra.html'), page.toUpperCase());
    await utimes(path.join(build(), 'otra.html'), new Date(), new Date(Date.now() + 5000));
    await createRelease(build(), releases(), { commit: 'c2', program: 'p1' });
    const live = (await currentRelease(releases()))?.dir ?? '';
    expect((await stat(path.join(live, 'larga.html.br'))).nlink).toBe(2);
    const other = brotliDecompressSync(await readFile(path.join(live, 'otra.html.br'))).toString();
    expect(other).toBe(page.toUpperCase());
  });

  test('a half-made release that a crash left is not live', async () => {
    await createRelease(build(), releases(), { commit: 'c1', program: 'p1' });
    for (const name of ['release-zzzz1', 'release-zzzz2', 'release-zzzz3']) {
      await mkdir(path.join(releases(), name, 'site'), { recursive: true });
    }
    expect(await currentRelease(releases())).toMatchObject({ commit: 'c1' });
    await createRelease(build(), releases(), { commit: 'c2', program: 'p1' });
    expect(await readLive('index.html')).toBe('home 1');
    expect((await readdir(releases())).filter((name) => name !== 'current')).toHaveLength(2);
  });
});

describe('prune', () => {
  test('removes what the last run neither wrote nor names, and folders that become empty', async () => {
    const old = new Date(Date.now() - 60_000);
    await utimes(path.join(build(), 'articulos/a.html'), old, old);
    await writeFile(path.join(build(), 'kept.html'), 'kept');
    await utimes(path.join(build(), 'kept.html'), old, old);
    const removed = await prune(build(), new Set([path.join(build(), 'kept.html')]), Date.now() - 30_000);
    expect(removed).toEqual([path.join(build(), 'articulos/a.html')]);
    expect((await readdir(build())).sort()).toEqual(['index.html', 'kept.html']);
  });
});
