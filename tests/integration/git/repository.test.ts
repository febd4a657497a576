import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RefConflictError, clearRefLocks, openRepository } from '../../../src/git/index.ts';
import type { Repository } from '../../../src/git/index.ts';
import { createRepository, createRepositoryAt } from '../../support/repository.ts';
import type { TemporaryRepository } from '../../support/repository.ts';

const who = { name: 'Ñandú «X»', email: 'x@example.org' };
let git: TemporaryRepository;
let repository: Repository;

beforeAll(async () => {
  git = await createRepository({
    files: { 'a.txt': 'A\n', 'carpeta/ñ é.txt': 'Ñ\n', 'carpeta/honda/b.txt': `${'línea\n'.repeat(30)}B\n` },
  });
  repository = await openRepository(git.path);
});

afterAll(async () => {
  await repository.close();
  await git.remove();
});

describe('opening', () => {
  test('a folder that is no repository says what to do', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gaceta-none-'));
    await expect(openRepository(folder)).rejects.toThrow(/is not a git repository.*git init/s);
    await expect(openRepository(join(folder, 'nada'))).rejects.toThrow('is not a git repository');
    await createRepositoryAt(folder).git('init', '--quiet', '--initial-branch=trunk');
    await expect(openRepository(folder)).rejects.toThrow(/no branch main.*git branch -m main/s);
    await rm(folder, { recursive: true });
  });

  test('bare, and from below its top', async () => {
    await using bare = await createRepository({ bare: true });
    const opened = await openRepository(bare.path);
    expect([opened.bare, opened.gitDir]).toEqual([true, bare.path]);
    await opened.close();
    const below = await openRepository(join(git.path, 'carpeta'));
    expect([below.bare, below.gitDir]).toEqual([false, join(git.path, '.git')]);
    await below.close();
  });
});

describe('reading', () => {
  test('trees, by path and recursive, as ls-tree lists them', async () => {
    const listed = await repository.listTree('main', '', { recursive: true, sizes: true });
    const shown = listed.map(
      ({ mode, type, sha, size, path }) => `${mode} ${type} ${sha} ${size ?? '-'} ${path}`,
    );
    const expected = await git.git('ls-tree', '-r', '-t', '-l', '-z', 'main');
    expect(shown.sort()).toEqual(
      expected
        .split('\0')
        .filter(Boolean)
        .map((line) => line.replace(/ +/g, ' ').replace('\t', ' '))
        .sort(),
    );
    expect((await repository.listTree('main', 'carpeta')).map(({ path }) => path)).toEqual([
      'honda',
      'ñ é.txt',
    ]);
    expect(await repository.listTree('main', 'carpeta/nada')).toEqual([]);
    expect(await repository.listTree('main', 'a.txt')).toEqual([]);
    await expect(repository.listTree('nadie')).rejects.toThrow('no tree nadie');
  });

  test.each([
    '',
    'nadie',
    'main\nmain',
    'main\0',
    'refs/heads/x',
    '0'.repeat(40),
    'main:nada',
    'main:./a.txt',
    'main:../a.txt',
    'main@{u}',
    '@{-1}',
    'main:.',
  ])('%j means nothing', async (name) => {
    expect(await repository.resolve(name)).toBe(undefined);
  });

  test('thousands of questions at once are answered in order', async () => {
    const blobs = await repository.listTree('main', '', { recursive: true });
    const asked = Array.from({ length: 5000 }, (_, index) => blobs[index % blobs.length]?.sha ?? '');
    const answers = await Promise.all(asked.map((sha) => repository.resolve(sha)));
    expect(answers).toEqual(asked);
  });

  test('what other processes write is seen at once, packed or not', async () => {
    const sha = await git.git('commit-tree', 'main^{tree}', '-m', 'Other');
    await git.git('update-ref', 'refs/heads/otra', sha);
    expect(await repository.resolve('otra')).toBe(sha);
    await git.git('gc', '--quiet');
    expect(await repository.resolve('otra')).toBe(sha);
    expect((await repository.readCommit('otra'))?.message).toBe('Other');
  });
});

describe('writing', () => {
  test('binary and empty blobs', async () => {
    for (const content of [
      Buffer.from([0, 255, 10, 13, 10, 0]),
      Buffer.alloc(0),
      Buffer.alloc(3_000_000, 9),
    ]) {
      expect((await repository.readBlob(await repository.writeBlob(content))).equals(content)).toBe(true);
    }
  });

  test('trees: put, replace, take away; empty folders disappear; the index stays', async () => {
    const before = await git.git('status', '--porcelain');
    const sha = await repository.writeBlob('x');
    const entry = { mode: '100644', sha };
    const tree = await repository.writeTree('main', [
      { path: 'carpeta/honda/b.txt', entry: null },
      { path: 'nueva/más honda/c "d".txt', entry },
      { path: 'a.txt', entry },
      { path: 'nada/de/esto', entry: null },
    ]);
    expect((await git.git('ls-tree', '-r', '-z', '--name-only', tree)).split('\0').filter(Boolean)).toEqual([
      'a.txt',
      'carpeta/ñ é.txt',
      'nueva/más honda/c "d".txt',
    ]);
    expect(await repository.writeTree(undefined, [])).toBe(
      await git.git('hash-object', '-t', 'tree', '/dev/null'),
    );
    expect(await git.git('fsck', '--strict', '--no-dangling')).toBe('');
    expect(await git.git('status', '--porcelain')).toBe(before);
  });

  test('commits keep names, message and date', async () => {
    const tree = (await repository.resolve('main^{tree}')) ?? '';
    const message = 'Título «ñ»\n\nCuerpo\n\nFin';
    const sha = await repository.writeCommit({
      tree,
      parents: [],
      message,
      author: { ...who, date: '@1577934245 +0000' },
      committer: who,
    });
    expect(await repository.readCommit(sha)).toMatchObject({
      sha,
      tree,
      message,
      author: { ...who, date: '2020-01-02T03:04:05Z' },
    });
  });

  test('references move together or not at all', async () => {
    const main = (await repository.resolve('main')) ?? '';
    const other = await git.git('commit-tree', 'main^{tree}', '-p', 'main', '-m', 'x');
    await repository.updateRefs([{ ref: 'refs/heads/uno', from: null, to: main }]);
    const failing = [
      { ref: 'refs/heads/dos', from: null, to: main },
      { ref: 'refs/heads/uno', from: other, to: other },
    ];
    await expect(repository.updateRefs(failing)).rejects.toThrow(RefConflictError);
    expect(await repository.resolve('dos')).toBe(undefined);
    await expect(repository.updateRefs([{ ref: 'refs/heads/uno/x', from: null, to: main }])).rejects.toThrow(
      RefConflictError,
    );
    await repository.updateRefs([
      { ref: 'refs/heads/uno', from: main, to: null },
      { ref: 'refs/heads/dos', from: null, to: other },
    ]);
    expect((await repository.listRefs('refs/heads/')).map(({ ref }) => ref)).toContain('refs/heads/dos');
  });

  test('abandoned locks are removed, new ones of others are not', async () => {
    const locks = ['refs/heads/main.lock', 'refs/heads/viejo.lock', 'refs/heads/nuevo.lock'];
    const files = locks.map((name) => join(git.path, '.git', name));
    await Promise.all(files.map((file) => writeFile(file, '')));
    const longAgo = new Date(Date.now() - 120_000);
    await Promise.all(files.slice(0, 2).map((file) => utimes(file, longAgo, longAgo)));
    await clearRefLocks(repository.gitDir, ['refs/heads/main']);
    expect((await git.git('for-each-ref', 'refs/heads/main')).length).toBeGreaterThan(0);
    const left = await Promise.all(
      files.map((file) =>
        rm(file).then(
          () => true,
          () => false,
        ),
      ),
    );
    expect(left).toEqual([false, false, true]);
  });
});

describe('comparing', () => {
  test('renames, binary files, odd names, hunks that look like headers', async () => {
    const [text, binary] = await Promise.all([
      repository.writeBlob('diff --git a/x b/x\n@@ -1 +1 @@\n'),
      repository.writeBlob(Buffer.from([0, 1, 2])),
    ]);
    const moved = (await repository.resolve('main:carpeta/honda/b.txt')) ?? '';
    const tree = await repository.writeTree('main', [
      { path: 'carpeta/honda/b.txt', entry: null },
      { path: 'movido "así".txt', entry: { mode: '100644', sha: moved } },
      { path: 'a.txt', entry: { mode: '100644', sha: text } },
      { path: 'foto ñ.png', entry: { mode: '100644', sha: binary } },
      { path: 'vacío.txt', entry: { mode: '100644', sha: await repository.writeBlob('') } },
    ]);
    const changes = await repository.diff('main', tree);
    expect(Object.fromEntries(changes.map(({ path, ...rest }) => [path, rest]))).toMatchObject({
      'a.txt': {
        status: 'modified',
        additions: 2,
        deletions: 1,
        patch: '@@ -1 +1,2 @@\n-A\n+diff --git a/x b/x\n+@@ -1 +1 @@',
      },
      'foto ñ.png': { status: 'added', additions: 0 },
      'movido "así".txt': { status: 'renamed', previousPath: 'carpeta/honda/b.txt', sha: moved },
      'vacío.txt': { status: 'added' },
    });
    const withPatch = changes.filter(({ patch }) => patch !== undefined).map(({ path }) => path);
    expect(withPatch).toEqual(['a.txt']);
  });

  test('merge base, ancestry and commits between, in lines and over merges', async () => {
    const tree = (await repository.resolve('main^{tree}')) ?? '';
    const commit = (message: string, ...parents: string[]): Promise<string> =>
      repository.writeCommit({ tree, parents, message, author: who, committer: who });
    const root = (await repository.resolve('main')) ?? '';
    const a = await commit('a', root);
    const b = await commit('b', a);
    const c = await commit('c', root);
    const merged = await commit('merge', b, c);
    const after = await commit('after', merged);
    for (const [one, other, base] of [
      [root, b, root],
      [b, root, root],
      [b, c, root],
      [a, after, a],
      [after, c, c],
    ] as const) {
      expect(await repository.mergeBase(one, other)).toBe(base);
      expect(await repository.isAncestor(one, other)).toBe(base === one);
    }
    expect(await repository.commitsBetween(root, b)).toEqual([a, b]);
    expect(await repository.commitsBetween(b, after)).toEqual([c, merged, after]);
    const orphan = await commit('orphan');
    expect(await repository.mergeBase(orphan, b)).toBe(undefined);
  });

  test('a merge is clean, or names the files in conflict', async () => {
    const main = (await repository.resolve('main')) ?? '';
    const change = async (path: string, text: string): Promise<string> => {
      const entry = { mode: '100644', sha: await repository.writeBlob(text) };
      const tree = await repository.writeTree('main', [{ path, entry }]);
      return repository.writeCommit({ tree, parents: [main], message: text, author: who, committer: who });
    };
    const [one, other, apart] = await Promise.all([
      change('carpeta/ñ é.txt', 'uno\n'),
      change('carpeta/ñ é.txt', 'dos\n'),
      change('a.txt', 'tres\n'),
    ]);
    expect(await repository.mergeTree(one, other)).toEqual({ clean: false, conflicts: ['carpeta/ñ é.txt'] });
    const merged = await repository.mergeTree(one, apart);
    expect(merged.clean && (await git.git('show', `${merged.tree}:a.txt`))).toBe('tres');
    expect(await repository.mergeTree(main, one)).toMatchObject({ clean: true });
  });
});
