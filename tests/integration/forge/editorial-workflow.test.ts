import { expect, test } from 'vitest';
import { commitFiles, openNewsroom, saveEntry } from './newsroom.ts';

test('an entry goes from a draft to main and its branch goes away', async () => {
  await using newsroom = await openNewsroom();
  const editor = await newsroom.signIn('ana');
  const reviewer = await newsroom.signIn('beto');

  const { branch, number, sha } = await saveEntry(editor, '2026-01-31-niñez', 'Texto.\n');
  const list = await editor('GET', `./pulls?head=gaceta:${branch}&base=main&state=open&per_page=100`);
  expect(list.body).toMatchObject([
    { number, state: 'open', head: { ref: branch, sha }, labels: [{ name: 'decap-cms/draft' }] },
  ]);
  const difference = await editor('GET', `./compare/main...gaceta:${branch}`);
  expect(difference.body).toMatchObject({
    status: 'ahead',
    commits: [{ sha }],
    files: [
      {
        filename: 'src/content/posts/2026-01-31-niñez.mdx',
        status: 'added',
        patch: '@@ -0,0 +1 @@\n+Texto.',
      },
    ],
  });
  await editor('PUT', `./issues/${number}/labels`, { labels: ['decap-cms/pending_publish'] });

  const before = await newsroom.git.git('rev-parse', 'main');
  const refused = await editor('PUT', `./pulls/${number}/merge`, { sha, merge_method: 'merge' });
  expect(refused.status).toBe(403);
  const merged = await reviewer('PUT', `./pulls/${number}/merge`, {
    sha,
    merge_method: 'merge',
    commit_message: 'Automatically generated. Merged on Decap CMS',
  });
  expect(merged.body).toMatchObject({ merged: true });
  const main = await newsroom.git.git('rev-parse', 'main');
  expect(main).toBe(merged.body.sha);
  expect(newsroom.moves).toEqual([[before, main]]);
  expect(await newsroom.git.git('log', '-1', '--format=%P|%an|%ae|%cn', 'main')).toBe(
    `${before} ${sha}|Beto Cuá|beto@users.noreply.localhost|Beto Cuá`,
  );
  expect(await newsroom.git.git('status', '--porcelain')).toBe('');

  const again = await reviewer('PUT', `./pulls/${number}/merge`, { sha });
  expect(again.status).toBe(405);
  const deleted = await reviewer('DELETE', `./git/refs/heads/${encodeURIComponent(branch)}`);
  expect([deleted.status, deleted.headers.get('content-type')]).toEqual([204, null]);
  const gone = await reviewer('DELETE', `./git/refs/heads/${encodeURIComponent(branch)}`);
  expect([gone.status, gone.body.message]).toEqual([422, 'Reference does not exist']);
  const tree = await editor('GET', './git/trees/main:src%2Fcontent%2Fposts');
  expect(tree.body.tree.map((entry: { path: string }) => entry.path)).toContain('2026-01-31-niñez.mdx');
  const commits = await editor(
    'GET',
    `./commits?path=${encodeURIComponent('src/content/posts/2026-01-31-niñez.mdx')}&sha=main`,
  );
  expect(commits.body).toMatchObject([
    { sha, commit: { author: { name: 'Ana Xol' } }, author: { login: 'ana' } },
  ]);
});

test('deleting a branch closes its pull request', async () => {
  await using newsroom = await openNewsroom();
  const editor = await newsroom.signIn('ana');
  const { branch, number, sha } = await saveEntry(editor, '2026-02-01-uno', 'Uno.\n');
  expect((await editor('DELETE', `./git/refs/heads/${encodeURIComponent(branch)}`)).status).toBe(204);
  const pull = await editor('GET', `./pulls/${number}`);
  expect(pull.body).toMatchObject({ state: 'closed', merged: false, head: { sha } });
  expect((await editor('GET', './pulls?state=open')).body).toEqual([]);
});

test('a draft is saved again over its branch', async () => {
  await using newsroom = await openNewsroom();
  const editor = await newsroom.signIn('ana');
  const { branch, number, sha } = await saveEntry(editor, '2026-02-01-uno', 'Uno.\n');
  const next = await commitFiles(editor, { 'src/content/posts/2026-02-01-uno.mdx': 'Dos.\n' }, 'Update', sha);
  const ref = `./git/refs/heads/${encodeURIComponent(branch)}`;
  expect((await editor('PATCH', ref, { sha: next, force: false })).body).toMatchObject({
    object: { sha: next },
  });
  expect((await editor('PATCH', ref, { sha, force: false })).body.message).toBe(
    'Update is not a fast forward',
  );
  expect((await editor('PATCH', ref, { sha, force: true })).status).toBe(200);
  expect((await editor('GET', `./pulls/${number}`)).body).toMatchObject({
    commits: 1,
    head: { sha },
    mergeable: true,
  });
});
