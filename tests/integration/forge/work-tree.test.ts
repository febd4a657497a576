import { readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commitFiles, openNewsroom, saveEntry } from './newsroom.ts';
import type { Answer, Client, TestNewsroom } from './newsroom.ts';

const path = 'src/content/posts/2024-01-01-hola.mdx';

async function publish(
  newsroom: TestNewsroom,
  files: Record<string, string | null>,
  name: string,
): Promise<Answer> {
  const editor = await newsroom.signIn('ana');
  const reviewer = await newsroom.signIn('beto');
  const sha = await commitFiles(editor, files, name);
  await editor('POST', './git/refs', { ref: `refs/heads/cms/posts/${name}`, sha });
  const pull = await editor('POST', './pulls', { title: name, head: `cms/posts/${name}`, base: 'main' });
  return reviewer('PUT', `./pulls/${pull.body.number}/merge`, { sha });
}

const read = (newsroom: TestNewsroom, file: string): Promise<string> =>
  readFile(join(newsroom.git.path, file), 'utf8');

test('a publish brings the work tree and its index along', async () => {
  await using newsroom = await openNewsroom({
    files: { [path]: 'Hola\n', 'src/content/posts/viejo.mdx': 'x\n' },
  });
  const files = { [path]: 'Adiós\n', 'src/content/posts/viejo.mdx': null, 'src/content/pages/ñ.mdx': 'Ñ\n' };
  expect((await publish(newsroom, files, 'cambio')).status).toBe(200);
  expect(await read(newsroom, path)).toBe('Adiós\n');
  expect(await read(newsroom, 'src/content/pages/ñ.mdx')).toBe('Ñ\n');
  await expect(read(newsroom, 'src/content/posts/viejo.mdx')).rejects.toThrow('ENOENT');
  expect(await newsroom.git.git('status', '--porcelain')).toBe('');
  expect(await newsroom.git.git('for-each-ref', 'refs/gaceta/publishing')).toBe('');
});

test('modified, staged, untracked and ignored files are untouched after 100 operations', async () => {
  await using newsroom = await openNewsroom({
    files: { [path]: 'Hola\n', 'README.md': 'x\n', 'lib.ts': 'x\n', '.gitignore': 'secreto\n' },
  });
  const { git } = newsroom;
  await git.write({
    'README.md': 'modified\n',
    'lib.ts': 'staged\n',
    'nota.txt': 'untracked\n',
    secreto: 'ignored\n',
  });
  await git.git('add', 'lib.ts');
  const status = await git.git('status', '--porcelain', '--ignored');
  const staged = await git.git('diff', '--cached');
  const editor = await newsroom.signIn('ana');
  const reviewer = await newsroom.signIn('beto');
  let operations = 0;
  const count = async (call: Promise<Answer>, expected: number): Promise<void> => {
    expect((await call).status).toBe(expected);
    operations += 1;
  };
  for (let round = 0; operations < 100; round += 1) {
    const { number, sha, branch } = await saveEntry(editor, `entrada-${round}`, 'x\n');
    operations += 6;
    const address = `./git/refs/heads/${encodeURIComponent(branch)}`;
    await count(editor('POST', `./issues/${number}/comments`, { body: 'x' }), 201);
    if (round % 3 === 0) {
      await count(editor('PATCH', `./pulls/${number}`, { state: 'closed' }), 200);
    } else {
      await count(reviewer('PUT', `./pulls/${number}/merge`, { sha }), 200);
    }
    await count(editor('DELETE', address), 204);
  }
  expect(await git.git('status', '--porcelain', '--ignored')).toBe(status);
  expect(await git.git('diff', '--cached')).toBe(staged);
  expect(await read(newsroom, 'README.md')).toBe('modified\n');
  expect(await read(newsroom, 'nota.txt')).toBe('untracked\n');
  expect(await read(newsroom, 'secreto')).toBe('ignored\n');
});

describe('a publish that would overwrite something local is refused with its name', () => {
  const cases: [
    string,
    (newsroom: TestNewsroom) => Promise<unknown>,
    Record<string, string | null>,
    string,
  ][] = [
    ['a modified file', ({ git }) => git.write({ [path]: 'Mío\n' }), { [path]: 'Suyo\n' }, path],
    [
      'a staged file',
      async ({ git }) => {
        await git.write({ [path]: 'Mío\n' });
        await git.git('add', path);
      },
      { [path]: 'Suyo\n' },
      path,
    ],
    [
      'a modified file that goes away',
      ({ git }) => git.write({ [path]: 'Mío\n' }),
      { [path]: null, 'src/content/x': 'x' },
      path,
    ],
    [
      'an untracked file',
      ({ git }) => git.write({ 'src/content/x.mdx': 'Mío\n' }),
      { 'src/content/x.mdx': 'Suyo\n' },
      'src/content/x.mdx',
    ],
    [
      'an ignored file',
      ({ git }) => git.write({ 'src/content/secreto': 'Mío\n' }),
      { 'src/content/secreto': 'Suyo\n' },
      'src/content/secreto',
    ],
    [
      'an untracked file in place of a folder',
      ({ git }) => git.write({ 'src/content/videos': 'Mío\n' }),
      { 'src/content/videos/a.mdx': 'Suyo\n' },
      'src/content/videos',
    ],
    [
      'an untracked folder in place of a file',
      ({ git }) => git.write({ 'src/content/b/mio': 'Mío\n' }),
      { 'src/content/b': 'Suyo\n' },
      'src/content/b',
    ],
    [
      'a link in place of a folder',
      ({ git }) => symlink('/tmp', join(git.path, 'src/content/enlace')),
      { 'src/content/enlace/a.mdx': 'Suyo\n' },
      'src/content/enlace',
    ],
    ['a deleted file', ({ git }) => rm(join(git.path, path)), { [path]: 'Suyo\n' }, path],
  ];
  test.each(cases)('%s', async (_, change, files, name) => {
    await using newsroom = await openNewsroom({ files: { [path]: 'Hola\n', '.gitignore': 'secreto\n' } });
    await change(newsroom);
    const before = await newsroom.git.git('status', '--porcelain', '--ignored');
    const main = await newsroom.git.git('rev-parse', 'main');
    const answer = await publish(newsroom, files, 'cambio');
    expect([answer.status, answer.body.message]).toEqual([405, expect.stringContaining(`«${name}»`)]);
    expect(await newsroom.git.git('rev-parse', 'main')).toBe(main);
    expect(await newsroom.git.git('status', '--porcelain', '--ignored')).toBe(before);
    expect((await (await newsroom.signIn('ana'))('GET', './pulls')).body).toHaveLength(1);
    expect(newsroom.moves).toEqual([]);
  });
});

test('a file that was only touched is no obstacle', async () => {
  await using newsroom = await openNewsroom({ files: { [path]: 'Hola\n' } });
  await utimes(join(newsroom.git.path, path), new Date(0), new Date(0));
  expect((await publish(newsroom, { [path]: 'Adiós\n' }, 'cambio')).status).toBe(200);
});

test('a busy index refuses the publish and says so', async () => {
  await using newsroom = await openNewsroom({ files: { [path]: 'Hola\n' } });
  await writeFile(join(newsroom.git.path, '.git/index.lock'), '');
  const answer = await publish(newsroom, { [path]: 'Adiós\n' }, 'cambio');
  expect([answer.status, answer.body.message]).toEqual([405, expect.stringContaining('ocupada')]);
  expect(await newsroom.git.git('log', '--oneline', 'main')).not.toContain('Merge');
});

test('another branch in the work tree is left alone', async () => {
  await using newsroom = await openNewsroom({ files: { [path]: 'Hola\n' } });
  await newsroom.git.git('switch', '--quiet', '-c', 'trabajo');
  await newsroom.git.write({ [path]: 'Mío\n' });
  expect((await publish(newsroom, { [path]: 'Adiós\n' }, 'cambio')).status).toBe(200);
  expect(await read(newsroom, path)).toBe('Mío\n');
});

test('main in a linked work tree follows too', async () => {
  await using newsroom = await openNewsroom({ files: { [path]: 'Hola\n' } });
  await newsroom.git.git('switch', '--quiet', '-c', 'trabajo');
  const linked = join(newsroom.git.path, '..', 'enlazado');
  await newsroom.git.git('worktree', 'add', '--quiet', linked, 'main');
  expect((await publish(newsroom, { [path]: 'Adiós\n' }, 'cambio')).status).toBe(200);
  expect(await readFile(join(linked, path), 'utf8')).toBe('Adiós\n');
  expect(await read(newsroom, path)).toBe('Hola\n');
});

test('a bare repository is published to as well', async () => {
  await using newsroom = await openNewsroom({ files: { [path]: 'Hola\n' }, bare: true });
  expect((await publish(newsroom, { [path]: 'Adiós\n' }, 'cambio')).status).toBe(200);
  expect(await newsroom.git.git('show', `main:${path}`)).toBe('Adiós');
});

test('history of a path follows main as it moves', async () => {
  await using newsroom = await openNewsroom({ files: { [path]: 'Hola\n' } });
  const call: Client = await newsroom.signIn('ana');
  const ask = async (): Promise<string[]> =>
    (await call('GET', `./commits?path=${path}&sha=main`)).body.map((one: { sha: string }) => one.sha);
  const shown = async (): Promise<string[]> =>
    (await newsroom.git.git('log', '--format=%H', 'main', '--', path)).split('\n');
  expect(await ask()).toEqual(await shown());
  await publish(newsroom, { [path]: 'Adiós\n' }, 'cambio');
  expect(await ask()).toEqual(await shown());
  await newsroom.git.commit('By hand', { [path]: 'Otra vez\n' });
  expect(await ask()).toEqual(await shown());
  await newsroom.git.git('update-ref', 'refs/heads/main', 'main~1');
  expect(await ask()).toEqual(await shown());
});
