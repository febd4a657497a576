import { expect, test } from 'vitest';
import { createForge } from '../../../src/forge/index.ts';
import { openRepository } from '../../../src/git/index.ts';
import { client, commitFiles, openNewsroom, origin, saveEntry, tokenOf, users } from './newsroom.ts';

const numbers = Array.from({ length: 20 }, (_, index) => index);

test('20 saves at once all arrive, and all are published', async () => {
  await using newsroom = await openNewsroom();
  const editor = await newsroom.signIn('ana');
  const reviewer = await newsroom.signIn('beto');
  const saves = await Promise.all(
    numbers.map((number) => saveEntry(editor, `entrada-${number}`, `${number}\n`)),
  );
  expect(new Set(saves.map(({ number }) => number)).size).toBe(20);
  const listed = await editor('GET', './pulls?per_page=100');
  expect(listed.body).toHaveLength(20);
  expect(listed.body.every((pull: { labels: unknown[] }) => pull.labels.length === 1)).toBe(true);

  const merges = await Promise.all(
    saves.map(({ number, sha }) => reviewer('PUT', `./pulls/${number}/merge`, { sha })),
  );
  expect(merges.map(({ status }) => status)).toEqual(numbers.map(() => 200));
  const tree = await editor('GET', './git/trees/main:src/content/posts');
  const names = tree.body.tree.map((entry: { path: string }) => entry.path);
  expect(names).toEqual(expect.arrayContaining(numbers.map((number) => `entrada-${number}.mdx`)));
  expect(await newsroom.git.git('fsck', '--strict')).toBe('');
  expect(await newsroom.git.git('status', '--porcelain')).toBe('');
  // Each merge starts where the one before ended.
  expect(newsroom.moves).toHaveLength(20);
  newsroom.moves.slice(1).forEach(([from], index) => {
    expect(from).toBe(newsroom.moves[index]?.[1]);
  });
});

test('of two who move one branch forward from the same commit, one wins', async () => {
  await using newsroom = await openNewsroom();
  const one = await newsroom.signIn('ana');
  const other = await newsroom.signIn('beto');
  for (const round of [1, 2, 3, 4, 5]) {
    const { branch, sha } = await saveEntry(one, `ronda-${round}`, 'x\n');
    const path = `src/content/posts/ronda-${round}.mdx`;
    const [first, second] = await Promise.all([
      commitFiles(one, { [path]: 'uno\n' }, 'uno', sha),
      commitFiles(other, { [path]: 'dos\n' }, 'dos', sha),
    ]);
    const address = `./git/refs/heads/${encodeURIComponent(branch)}`;
    const answers = await Promise.all([
      one('PATCH', address, { sha: first }),
      other('PATCH', address, { sha: second }),
    ]);
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses[0]).toBe(200);
    expect([409, 422]).toContain(statuses[1]);
    const winner = answers.find(({ status }) => status === 200)?.body.object.sha;
    expect(await newsroom.git.git('rev-parse', branch)).toBe(winner);
  }
});

test('of two who make one branch, one wins', async () => {
  await using newsroom = await openNewsroom();
  const editor = await newsroom.signIn('ana');
  const shas = await Promise.all(
    ['uno', 'dos'].map((text) => commitFiles(editor, { 'src/content/posts/x.mdx': text }, text)),
  );
  const answers = await Promise.all(
    shas.map((sha) => editor('POST', './git/refs', { ref: 'refs/heads/cms/posts/x', sha })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
});

test('two forges over one repository do not lose each other’s records', async () => {
  await using newsroom = await openNewsroom();
  const repository = await openRepository(newsroom.git.path);
  const second = await createForge({
    repository,
    owner: 'gaceta',
    name: 'contenido',
    users,
    origins: [origin],
    basePath: '/forge',
    writablePaths: ['src/content/'],
  });
  const clients = [await newsroom.signIn('ana'), client(second, await tokenOf(second, 'beto'))];
  const saves = await Promise.all(
    numbers.slice(0, 8).map((number) => {
      const call = clients[number % 2];
      if (!call) throw new Error('There are two clients.');
      return saveEntry(call, `entrada-${number}`, `${number}\n`);
    }),
  );
  expect(new Set(saves.map(({ number }) => number)).size).toBe(8);
  for (const call of clients) expect((await call('GET', './pulls')).body).toHaveLength(8);
  await second.close();
  await repository.close();
});

test('a branch moved with git itself is seen, and its deletion closes the pull request', async () => {
  await using newsroom = await openNewsroom();
  const editor = await newsroom.signIn('ana');
  const { branch, number, sha } = await saveEntry(editor, 'a-mano', 'x\n');
  const next = await newsroom.git.git('commit-tree', `${sha}^{tree}`, '-p', sha, '-m', 'By hand');
  await newsroom.git.git('update-ref', `refs/heads/${branch}`, next);
  expect((await editor('GET', `./pulls/${number}`)).body.head.sha).toBe(next);
  await newsroom.git.git('pack-refs', '--all');
  expect((await editor('GET', `./pulls/${number}`)).body.head.sha).toBe(next);
  await newsroom.git.git('branch', '-D', branch);
  expect((await editor('GET', `./pulls/${number}`)).body.state).toBe('closed');
});

test('records survive a restart', async () => {
  await using newsroom = await openNewsroom();
  const editor = await newsroom.signIn('ana');
  const { number } = await saveEntry(editor, 'queda', 'x\n');
  const repository = await openRepository(newsroom.git.path);
  const next = await createForge({
    repository,
    owner: 'gaceta',
    name: 'contenido',
    users,
    origins: [origin],
    basePath: '/forge',
    writablePaths: ['src/content/'],
  });
  const call = client(next, await tokenOf(next, 'beto'));
  expect((await call('GET', './pulls')).body).toMatchObject([
    { number, labels: [{ name: 'decap-cms/draft' }] },
  ]);
  await next.close();
  await repository.close();
});

test('main moved with git itself while merges are under way loses nothing', async () => {
  await using newsroom = await openNewsroom({ bare: true });
  const reviewer = await newsroom.signIn('beto');
  const saves = await Promise.all(
    numbers.slice(0, 4).map((number) => saveEntry(reviewer, `e-${number}`, 'x\n')),
  );
  const byHand = async (): Promise<void> => {
    for (let moved = 0; moved < 4;) {
      const main = await newsroom.git.git('rev-parse', 'main');
      const next = await newsroom.git.git('commit-tree', `${main}^{tree}`, '-p', main, '-m', 'By hand');
      await newsroom.git.git('update-ref', 'refs/heads/main', next, main).then(
        () => (moved += 1),
        () => undefined,
      );
    }
  };
  const [merges] = await Promise.all([
    Promise.all(saves.map(({ number }) => reviewer('PUT', `./pulls/${number}/merge`, {}))),
    byHand(),
  ]);
  const published = merges.filter(({ status }) => status === 200).length;
  expect(merges.every(({ status }) => status === 200 || status === 409)).toBe(true);
  const subjects = (await newsroom.git.git('log', '--format=%s', 'main')).split('\n');
  expect(subjects.filter((subject) => subject === 'By hand')).toHaveLength(4);
  expect(subjects.filter((subject) => subject.startsWith('Merge pull request'))).toHaveLength(published);
});

test('a branch made again after git deleted it has no old pull request', async () => {
  await using newsroom = await openNewsroom();
  const editor = await newsroom.signIn('ana');
  const { branch, number } = await saveEntry(editor, 'otra-vez', 'x\n');
  await newsroom.git.git('branch', '-D', branch);
  const next = await saveEntry(editor, 'otra-vez', 'y\n');
  expect((await editor('GET', './pulls')).body).toMatchObject([{ number: next.number }]);
  expect((await editor('GET', `./pulls/${number}`)).body.state).toBe('closed');
});
