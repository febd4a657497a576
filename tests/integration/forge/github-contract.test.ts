import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commitFiles, openNewsroom, saveEntry } from './newsroom.ts';
import type { Answer, Client, Saved, TestNewsroom } from './newsroom.ts';
import { checked } from './openapi.ts';

// Every answer below is compared with GitHub's OpenAPI description by `checked`.
let newsroom: TestNewsroom;
let editor: Client;
let reviewer: Client;
let admin: Client;
let saved: Saved;

beforeAll(async () => {
  newsroom = await openNewsroom();
  editor = checked(await newsroom.signIn('ana'));
  reviewer = checked(await newsroom.signIn('beto'));
  admin = checked(await newsroom.signIn('admin'));
  saved = await saveEntry(editor, '2026-01-31-niñez', 'Uno.\nDos.\n');
});

afterAll(() => newsroom[Symbol.asyncDispose]());

describe('reading', () => {
  const reads: [string, (saved: Saved) => string][] = [
    ['the signed-in user', () => '/user'],
    ['another user', () => '/users/beto'],
    ['the repository', () => '.'],
    ['a permission', () => './collaborators/ana/permission'],
    ['branches', () => './branches'],
    ['a branch', () => './branches/main'],
    ['a branch with slashes', ({ branch }) => `./branches/${encodeURIComponent(branch)}`],
    ['a tree by commit', ({ sha }) => `./git/trees/${sha}`],
    ['a tree by path', () => './git/trees/main:src/content/posts'],
    ['a tree by encoded path', () => './git/trees/main:src%2Fcontent%2Fposts'],
    ['a recursive tree', () => './git/trees/main?recursive=1'],
    ['a commit object', ({ sha }) => `./git/commits/${sha}`],
    ['commits', () => './commits?per_page=1'],
    ['commits of a path', () => './commits?path=src/content/posts/2024-01-01-hola.mdx&sha=main'],
    ['commits of a branch', ({ branch }) => `./commits?sha=${encodeURIComponent(branch)}`],
    ['one commit', ({ sha }) => `./commits/${sha}`],
    ['the combined status', ({ sha }) => `./commits/${sha}/status`],
    ['the combined status of a branch', () => './commits/main/status'],
    ['statuses', ({ sha }) => `./commits/${sha}/statuses`],
    ['a comparison by branch', ({ branch }) => `./compare/main...gaceta:${branch}`],
    ['a comparison by sha', ({ sha }) => `./compare/main...${sha}`],
    ['a reference', ({ branch }) => `./git/ref/heads/${branch}`],
    ['references by prefix', () => './git/refs/heads/cms'],
    ['matching references', () => './git/matching-refs/heads/cms/'],
    ['pull requests', () => './pulls?state=all'],
    ['a pull request', ({ number }) => `./pulls/${number}`],
    ['commits of a pull request', ({ number }) => `./pulls/${number}/commits`],
    ['files of a pull request', ({ number }) => `./pulls/${number}/files`],
    ['reviews', ({ number }) => `./pulls/${number}/reviews`],
    ['the rules of main', () => './rules/branches/main'],
    ['check runs', ({ sha }) => `./commits/${sha}/check-runs`],
    ['labels', () => './labels'],
    ['a label', () => './labels/decap-cms%2Fdraft'],
    ['labels of a pull request', ({ number }) => `./issues/${number}/labels`],
    ['a pull request as an issue', ({ number }) => `./issues/${number}`],
    ['comments', ({ number }) => `./issues/${number}/comments`],
    ['issues', () => './issues?state=all'],
    ['a folder', () => './contents/src/content/posts'],
    ['a file', () => './contents/src/content/posts/2024-01-01-hola.mdx'],
  ];
  test.each(reads)('%s', async (_, path) => {
    const first = await editor('GET', path(saved));
    expect(first.status).toBe(200);
    const again = await editor('GET', path(saved), undefined, {
      'if-none-match': first.headers.get('etag') ?? '',
    });
    expect([again.status, again.body]).toEqual([304, '']);
  });

  test('a blob, kept for ever', async () => {
    const tree = await editor('GET', './git/trees/main:src/content/posts');
    const blob = await editor('GET', `./git/blobs/${tree.body.tree[0].sha}`);
    expect(blob.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
    expect(blob.body.size).toBe(tree.body.tree[0].size);
    expect(Buffer.from(blob.body.content, 'base64').toString()).toContain('title: Hola');
  });

  test('a raw file is a download', async () => {
    const path = './contents/src/content/posts/2024-01-01-hola.mdx?ref=main';
    const call = await newsroom.signIn('ana');
    const answer = await call('GET', path, undefined, { accept: 'application/vnd.github.v3.raw' });
    expect(answer.body).toContain('title: Hola');
    expect(answer.headers.get('content-disposition')).toBe('attachment');
  });

  const missing = [
    './branches/nadie',
    './git/trees/main:no/hay',
    './git/trees/nadie',
    './git/trees/main:src/content/posts/2024-01-01-hola.mdx',
    `./git/blobs/${'0'.repeat(40)}`,
    './git/ref/heads/nadie',
    './git/ref/gaceta/state',
    './git/refs/heads/cms_no',
    './pulls/99',
    './issues/99',
    './commits/nadie/status',
    './compare/main...nadie',
    './contents/nada',
    './labels/nada',
    '/users/nadie',
    '/repos/otra/cosa',
  ];
  test.each(missing)('%s is not found', async (path) => {
    const answer = await editor('GET', path);
    expect(answer.status).toBe(404);
    expect(answer.body).toMatchObject({ documentation_url: expect.any(String), status: '404' });
  });
});

describe('pages', () => {
  test('lists answer one page and link the others', async () => {
    await editor('PUT', `./issues/${saved.number}/labels`, {
      labels: ['decap-cms/draft', 'uno', 'dos', 'tres'],
    });
    const first = await editor('GET', './labels?per_page=2');
    expect(first.body).toHaveLength(2);
    const links = first.headers.get('link') ?? '';
    expect(links).toContain('rel="next"');
    expect(links).toContain('page=2>; rel="last"');
    const next = /<http:\/\/127\.0\.0\.1:4321\/forge([^>]+)>; rel="next"/.exec(links)?.[1] ?? '';
    const second = await editor('GET', next);
    expect(second.body).toHaveLength(2);
    expect(second.headers.get('link')).toContain('rel="first"');
    expect(second.headers.get('link')).not.toContain('rel="next"');
  });
});

describe('writing', () => {
  const code = (answer: Answer): unknown[] => [answer.status, answer.body.message];

  test('a large photo', async () => {
    const photo = Buffer.alloc(10 * 1024 * 1024, 7);
    const blob = await editor('POST', './git/blobs', {
      content: photo.toString('base64'),
      encoding: 'base64',
    });
    const back = await editor('GET', `./git/blobs/${blob.body.sha}`);
    expect(Buffer.from(back.body.content, 'base64').equals(photo)).toBe(true);
  });

  test('a blob in UTF-8', async () => {
    const blob = await editor('POST', './git/blobs', { content: 'ñandú', encoding: 'utf-8' });
    const back = await editor('GET', `./git/blobs/${blob.body.sha}`);
    expect(Buffer.from(back.body.content, 'base64').toString()).toBe('ñandú');
  });

  test('a tree on a commit, with additions, removals and text', async () => {
    const main = (await editor('GET', './branches/main')).body.commit;
    const made = await editor('POST', './git/trees', {
      base_tree: main.sha,
      tree: [
        { path: 'src/content/posts/2024-01-01-hola.mdx', mode: '100644', type: 'blob', sha: null },
        { path: 'src/content/pages/nueva.mdx', mode: '100644', type: 'blob', content: 'Nueva.\n' },
      ],
    });
    const tree = await editor('GET', `./git/trees/${made.body.sha}?recursive=1`);
    expect(tree.body.tree.map((entry: { path: string }) => entry.path)).toEqual([
      'src',
      'src/content',
      'src/content/pages',
      'src/content/pages/nueva.mdx',
    ]);
  });

  test('references are made once, forwarded and forced', async () => {
    const { sha } = await saveEntry(editor, '2026-02-02-ref', 'Uno.\n');
    const ref = 'refs/heads/cms/posts/2026-02-02-ref';
    expect(code(await editor('POST', './git/refs', { ref, sha }))).toEqual([422, 'Reference already exists']);
    expect(code(await editor('POST', './git/refs', { ref: 'refs/heads/cms/posts', sha }))).toEqual([
      422,
      'Reference update failed',
    ]);
    const other = await commitFiles(editor, { 'src/content/posts/2026-02-02-ref.mdx': 'Otro.\n' }, 'Other');
    const address = './git/refs/heads/cms%2Fposts%2F2026-02-02-ref';
    expect(code(await editor('PATCH', address, { sha: other }))).toEqual([
      422,
      'Update is not a fast forward',
    ]);
    expect((await editor('PATCH', address, { sha: other, force: true })).status).toBe(200);
    expect(code(await editor('PATCH', './git/refs/heads/cms%2Fnadie', { sha: other }))).toEqual([
      422,
      'Reference does not exist',
    ]);
    expect(code(await editor('PATCH', address, { sha: '0'.repeat(40) }))).toEqual([
      422,
      'Object does not exist',
    ]);
  });

  test('pull requests are opened once, from a branch with commits, to main', async () => {
    const { branch, number } = await saveEntry(editor, '2026-02-03-pr', 'Uno.\n');
    const open = (head: string, base = 'main'): Promise<Answer> =>
      editor('POST', './pulls', { title: 'T', head, base });
    const twice = await open(`gaceta:${branch}`);
    expect(twice.body.errors[0].message).toBe(`A pull request already exists for gaceta:${branch}.`);
    expect((await open('gaceta:nadie')).body.errors[0]).toMatchObject({ field: 'head', code: 'invalid' });
    expect((await open(`gaceta:${branch}`, 'otra')).body.errors[0]).toMatchObject({ field: 'base' });
    const main = (await editor('GET', './branches/main')).body.commit.sha;
    await editor('POST', './git/refs', { ref: 'refs/heads/cms/posts/vacia', sha: main });
    expect((await open('gaceta:cms/posts/vacia')).body.errors[0].message).toBe(
      'No commits between main and cms/posts/vacia',
    );
    const closed = await editor('PATCH', `./pulls/${number}`, { state: 'closed', title: 'Otro' });
    expect(closed.body).toMatchObject({ state: 'closed', title: 'Otro', merged: false });
    expect((await editor('PATCH', `./pulls/${number}`, { state: 'open' })).body.closed_at).toBe(null);
  });

  test('labels are set, added and removed, and made when they do not exist', async () => {
    const address = `./issues/${saved.number}/labels`;
    const names = (answer: Answer): string[] => answer.body.map((label: { name: string }) => label.name);
    expect(names(await editor('PUT', address, { labels: ['a', 'b'] }))).toEqual(['a', 'b']);
    expect(names(await editor('POST', address, { labels: ['b', 'nuevo/ñ'] }))).toEqual(['a', 'b', 'nuevo/ñ']);
    expect(names(await editor('DELETE', `${address}/${encodeURIComponent('nuevo/ñ')}`))).toEqual(['a', 'b']);
    expect((await editor('DELETE', `${address}/nada`)).status).toBe(404);
    expect((await editor('GET', './labels/nuevo%2F%C3%B1')).body.name).toBe('nuevo/ñ');
  });

  test('statuses: the last of each context counts', async () => {
    const { sha } = saved;
    const post = (state: string, context: string): Promise<Answer> =>
      admin('POST', `./statuses/${sha}`, { state, context, target_url: 'http://127.0.0.1:4321/vista/' });
    await post('pending', 'deploy/vista');
    await post('success', 'deploy/vista');
    await newsroom.forge.setStatus(sha, {
      context: 'gaceta/publish',
      state: 'failure',
      description: 'Falla.',
    });
    const combined = await editor('GET', `./commits/${sha}/status`);
    expect(combined.body).toMatchObject({
      state: 'failure',
      total_count: 2,
      statuses: [
        { context: 'gaceta/publish', state: 'failure' },
        { context: 'deploy/vista', state: 'success', target_url: 'http://127.0.0.1:4321/vista/' },
      ],
    });
    expect((await editor('GET', `./commits/${sha}/statuses`)).body).toHaveLength(3);
  });

  test('reviews', async () => {
    const address = `./pulls/${saved.number}/reviews`;
    expect((await reviewer('POST', address, { event: 'APPROVE', body: 'Bien.' })).body).toMatchObject({
      state: 'APPROVED',
      user: { login: 'beto' },
      commit_id: saved.sha,
    });
    expect((await reviewer('POST', address, { event: 'REQUEST_CHANGES' })).status).toBe(422);
    expect((await editor('POST', address, { event: 'APPROVE' })).status).toBe(422);
    expect((await editor('GET', address)).body).toHaveLength(1);
  });

  test('a squash makes one commit by the author of the pull request', async () => {
    const { number, sha } = await saveEntry(editor, '2026-02-04-squash', 'Uno.\n');
    const merged = await reviewer('PUT', `./pulls/${number}/merge`, { sha, merge_method: 'squash' });
    expect(merged.status).toBe(200);
    expect(await newsroom.git.git('log', '-1', '--format=%an|%cn|%s|%p', 'main')).toMatch(
      new RegExp(`^Ana Xol\\|Beto Cuá\\|Create «2026-02-04-squash» \\(#${number}\\)\\|[0-9a-f]+$`),
    );
    expect((await editor('GET', `./pulls/${number}/merge`)).status).toBe(204);
  });

  test('a merge is refused: conflict and draft 405, moved head 409, rebase 405', async () => {
    const path = 'src/content/posts/2024-01-01-hola.mdx';
    const branches = await Promise.all(
      ['uno', 'dos'].map(async (name) => {
        const sha = await commitFiles(editor, { [path]: `${name}\n` }, name);
        await editor('POST', './git/refs', { ref: `refs/heads/cms/posts/${name}`, sha });
        const pull = await editor('POST', './pulls', {
          title: name,
          head: `cms/posts/${name}`,
          base: 'main',
        });
        return { sha, number: pull.body.number as number };
      }),
    );
    const [one, two] = branches;
    expect((await reviewer('PUT', `./pulls/${one?.number}/merge`, { sha: two?.sha })).status).toBe(409);
    expect((await reviewer('PUT', `./pulls/${one?.number}/merge`, { merge_method: 'rebase' })).status).toBe(
      405,
    );
    expect((await reviewer('PUT', `./pulls/${one?.number}/merge`, { sha: one?.sha })).status).toBe(200);
    expect(code(await reviewer('PUT', `./pulls/${two?.number}/merge`, { sha: two?.sha }))).toEqual([
      405,
      'Pull Request is not mergeable',
    ]);
    expect((await editor('GET', `./pulls/${two?.number}`)).body).toMatchObject({
      mergeable: false,
      mergeable_state: 'dirty',
    });
    const sha = await commitFiles(editor, { 'src/content/posts/b.mdx': 'B\n' }, 'b');
    await editor('POST', './git/refs', { ref: 'refs/heads/cms/posts/b', sha });
    const draft = await editor('POST', './pulls', {
      title: 'b',
      head: 'cms/posts/b',
      base: 'main',
      draft: true,
    });
    expect((await reviewer('PUT', `./pulls/${draft.body.number}/merge`, {})).status).toBe(405);
  });

  test('comments of the forge go to the pull requests of a range', async () => {
    const { number, sha } = await saveEntry(editor, '2026-02-05-comentario', 'Uno.\n');
    const from = await newsroom.git.git('rev-parse', 'main');
    const merged = await reviewer('PUT', `./pulls/${number}/merge`, { sha });
    await newsroom.forge.commentOnMerged(from, merged.body.sha, 'Falta el título.');
    const comments = await editor('GET', `./issues/${number}/comments`);
    expect(comments.body).toMatchObject([
      { body: 'Falta el título.', user: { login: 'gaceta', type: 'Bot' } },
    ]);
  });

  test('bodies that do not fit are refused', async () => {
    expect((await editor('POST', './git/refs', { ref: 5 })).status).toBe(422);
    expect((await editor('POST', './git/blobs', { content: '%%%', encoding: 'base64' })).status).toBe(422);
    expect((await editor('POST', './git/trees', { tree: [{ path: 'a', sha: '0'.repeat(40) }] })).status).toBe(
      422,
    );
  });
});

describe('notes', () => {
  test('Decap finds, writes, polls, edits and deletes the notes of an entry', async () => {
    const entry = 'posts/2026-01-31-niñez';
    const query = encodeURIComponent(`repo:gaceta/contenido label:decap-cms-notes "${entry}" in:body`);
    expect((await editor('GET', `/search/issues?q=${query}`)).body).toMatchObject({
      total_count: 0,
      items: [],
    });
    const issue = await editor('POST', './issues', {
      title: 'Notes: Niñez',
      body: `This issue tracks notes for entry: \`${entry}\``,
      labels: ['decap-cms-notes', 'collection:posts'],
    });
    const { number } = issue.body;
    expect((await editor('GET', `/search/issues?q=${query}`)).body.items).toMatchObject([{ number }]);
    const poll = await editor('GET', `./issues/${number}`);
    const etag = poll.headers.get('etag') ?? '';
    expect((await editor('GET', `./issues/${number}`, undefined, { 'if-none-match': etag })).status).toBe(
      304,
    );
    const note = await editor('POST', `./issues/${number}/comments`, { body: 'Nota.' });
    expect((await editor('GET', `./issues/${number}`, undefined, { 'if-none-match': etag })).status).toBe(
      200,
    );
    const address = `./issues/comments/${note.body.id}`;
    expect((await editor('PATCH', address, { body: 'Otra.' })).body.body).toBe('Otra.');
    expect((await editor('GET', address)).body.body).toBe('Otra.');
    expect((await reviewer('PATCH', address, { body: 'Ajena.' })).status).toBe(403);
    const deleted = await editor('DELETE', address);
    expect([deleted.status, deleted.headers.get('content-type')]).toEqual([204, null]);
    const closed = await editor('PATCH', `./issues/${number}`, {
      state: 'closed',
      labels: ['decap-cms-notes', 'x'],
    });
    expect(closed.body).toMatchObject({ state: 'closed', state_reason: 'completed' });
    const open = encodeURIComponent('repo:gaceta/contenido label:decap-cms-notes state:open');
    expect((await editor('GET', `/search/issues?q=${open}&per_page=100`)).body.total_count).toBe(0);
  });
});
