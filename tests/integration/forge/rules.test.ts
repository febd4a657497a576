import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { client, commitFiles, openNewsroom, origin, saveEntry, tokenOf } from './newsroom.ts';
import type { Client, TestNewsroom } from './newsroom.ts';

let newsroom: TestNewsroom;
let clients: Record<'editor' | 'reviewer' | 'admin', Client>;

beforeAll(async () => {
  newsroom = await openNewsroom({
    files: { 'src/content/posts/a.mdx': 'A\n', 'package.json': '{}\n', 'src/assets/images/x.txt': 'x\n' },
  });
  clients = {
    editor: await newsroom.signIn('ana'),
    reviewer: await newsroom.signIn('beto'),
    admin: await newsroom.signIn('admin'),
  };
});

afterAll(() => newsroom[Symbol.asyncDispose]());

describe('roles', () => {
  test.each([
    ['editor', 'write', 'write', 403],
    ['reviewer', 'write', 'maintain', 200],
    ['admin', 'admin', 'admin', 200],
  ] as const)(
    '%s: permission %s, role %s, merging answers %i',
    async (role, permission, roleName, status) => {
      const call = clients[role];
      const { login } = (await call('GET', '/user')).body;
      const answer = await call('GET', `./collaborators/${login}/permission`);
      expect(answer.body).toMatchObject({ permission, role_name: roleName });
      expect((await call('GET', '.')).body.permissions.push).toBe(true);
      const { number, sha, branch } = await saveEntry(call, `de-${role}`, 'Texto.\n');
      const merge = await call('PUT', `./pulls/${number}/merge`, { sha });
      expect(merge.status).toBe(status);
      if (status === 403) expect(merge.body.message).toContain('revisora');
      expect((await call('DELETE', `./git/refs/heads/${encodeURIComponent(branch)}`)).status).toBe(204);
    },
  );

  test.each(['editor', 'reviewer', 'admin'] as const)('%s cannot move, make or delete main', async (role) => {
    const call = clients[role];
    const before = await newsroom.git.git('rev-parse', 'main');
    const sha = await commitFiles(call, { 'src/content/posts/b.mdx': 'B\n' }, 'b');
    for (const force of [true, false]) {
      const answer = await call('PATCH', './git/refs/heads/main', { sha, force });
      expect([answer.status, answer.body.message]).toEqual([403, expect.stringContaining('borrador')]);
    }
    expect((await call('DELETE', './git/refs/heads/main')).status).toBe(403);
    expect((await call('POST', './git/refs', { ref: 'refs/heads/main', sha })).status).toBe(403);
    expect((await call('POST', './git/refs', { ref: 'refs/heads/MAIN', sha })).status).toBe(403);
    expect(await newsroom.git.git('rev-parse', 'main')).toBe(before);
  });

  test('only an administrator sets statuses over the API', async () => {
    const sha = await newsroom.git.git('rev-parse', 'main');
    const body = { state: 'success', context: 'deploy', target_url: 'https://example.org/' };
    expect((await clients.editor('POST', `./statuses/${sha}`, body)).status).toBe(403);
    expect((await clients.reviewer('POST', `./statuses/${sha}`, body)).status).toBe(403);
    expect((await clients.admin('POST', `./statuses/${sha}`, body)).status).toBe(201);
  });
});

describe('references that may not be written', () => {
  test.each([
    'refs/gaceta/state',
    'refs/gaceta/publishing',
    'refs/tags/v1',
    'refs/meta/_decap_cms',
    'refs/heads/../gaceta/state',
    'refs/heads/a..b',
    'refs/heads/a b',
    'refs/heads/.x',
    'refs/heads/x.lock',
    'refs/heads/x\nupdate refs/heads/main',
    'refs/heads/x\0y',
    'refs/heads/',
    'HEAD',
    'main',
  ])('%j', async (ref) => {
    const before = await newsroom.git.git('for-each-ref');
    const sha = await newsroom.git.git('rev-parse', 'main');
    expect((await clients.admin('POST', './git/refs', { ref, sha })).status).toBe(422);
    const address = `./git/refs/${encodeURIComponent(ref.replace(/^refs\//, ''))}`;
    for (const method of ['PATCH', 'DELETE'] as const) {
      const answer = await clients.admin(method, address, { sha, force: true });
      expect([404, 422]).toContain(answer.status);
    }
    expect(await newsroom.git.git('for-each-ref')).toBe(before);
  });
});

describe('paths that may not stand in a tree', () => {
  test.each([
    '../x',
    'src/content/../../x',
    '/etc/x',
    'src//x',
    'src/content/',
    '.git/config',
    'src/content/.git/config',
    'src/content/.GIT/config',
    'src/content/.g\u200cit/config',
    'src/content/GIT~1/config',
    'src/content/.gitattributes',
    'src\\content\\x',
    'src/content/a\0b',
    'src/content/a\nb',
    '.',
    '',
  ])('%j', async (path) => {
    const tree = [{ path, mode: '100644', type: 'blob', content: 'x' }];
    expect((await clients.admin('POST', './git/trees', { tree })).status).toBe(422);
  });

  test.each([
    ['a program', '100755', 'blob'],
    ['a link', '120000', 'blob'],
    ['a submodule', '160000', 'commit'],
    ['a folder by sha', '040000', 'tree'],
  ])('%s', async (_, mode, type) => {
    const sha = await newsroom.git.git('rev-parse', type === 'tree' ? 'main^{tree}' : 'main:package.json');
    const tree = [{ path: 'src/content/x', mode, type, sha }];
    expect((await clients.admin('POST', './git/trees', { tree })).status).toBe(422);
  });
});

describe('content only', () => {
  const outside: [string, Record<string, string | null>][] = [
    ['a change', { 'package.json': '{"scripts":{}}\n' }],
    ['a removal', { 'package.json': null }],
    ['an addition', { '.github/workflows/x.yml': 'x\n' }],
    ['a neighbour with a like name', { 'src/content.config.ts': 'x\n' }],
    ['content and something else', { 'src/content/posts/a.mdx': 'B\n', 'src/x.ts': 'x\n' }],
  ];
  test.each(outside)('an editor cannot point a branch at %s outside', async (_, files) => {
    const sha = await commitFiles(clients.editor, files, 'Outside');
    const made = await clients.editor('POST', './git/refs', { ref: 'refs/heads/cms/posts/fuera', sha });
    expect([made.status, made.body.message]).toEqual([403, expect.stringContaining('fuera del contenido')]);
    const { branch } = await saveEntry(clients.editor, `dentro-${sha.slice(0, 8)}`, 'x\n');
    const address = `./git/refs/heads/${encodeURIComponent(branch)}`;
    expect((await clients.editor('PATCH', address, { sha, force: true })).status).toBe(403);
  });

  test.each(outside)('nobody merges %s outside', async (_, files) => {
    const sha = await commitFiles(clients.admin, files, 'Outside');
    const branch = `ingenieria-${sha.slice(0, 8)}`;
    expect((await clients.admin('POST', './git/refs', { ref: `refs/heads/${branch}`, sha })).status).toBe(
      201,
    );
    const asEditor = await clients.editor('POST', './pulls', { title: 'x', head: branch, base: 'main' });
    expect(asEditor.status).toBe(403);
    const pull = await clients.admin('POST', './pulls', { title: 'x', head: branch, base: 'main' });
    const before = await newsroom.git.git('rev-parse', 'main');
    expect((await clients.admin('PUT', `./pulls/${pull.body.number}/merge`, { sha })).status).toBe(403);
    expect(await newsroom.git.git('rev-parse', 'main')).toBe(before);
  });

  test('a link or a program that reached the repository by other means is not merged', async () => {
    const blob = await newsroom.repository.writeBlob('/etc/passwd');
    for (const mode of ['120000', '100755']) {
      const tree = await newsroom.repository.writeTree('main', [
        { path: `src/content/posts/${mode}.mdx`, entry: { mode, sha: blob } },
      ]);
      const parent = await newsroom.git.git('rev-parse', 'main');
      const made = await clients.editor('POST', './git/commits', { message: 'x', tree, parents: [parent] });
      const ref = { ref: `refs/heads/cms/posts/${mode}`, sha: made.body.sha };
      expect((await clients.editor('POST', './git/refs', ref)).status).toBe(403);
    }
  });

  test('a commit without history in common is refused', async () => {
    const { body: tree } = await clients.editor('POST', './git/trees', {
      tree: [{ path: 'src/content/posts/z.mdx', mode: '100644', type: 'blob', content: 'z' }],
    });
    const { body: commit } = await clients.editor('POST', './git/commits', {
      message: 'Orphan',
      tree: tree.sha,
    });
    const made = await clients.editor('POST', './git/refs', {
      ref: 'refs/heads/cms/posts/z',
      sha: commit.sha,
    });
    expect(made.status).toBe(403);
  });
});

describe('authorship', () => {
  test.each([
    ['absent', undefined, 'Ana Xol', 'ana'],
    ['with a private address', { name: 'Ana', email: 'ana@example.org' }, 'Ana Xol', 'ana'],
    ['of a stranger', { name: 'Otro', email: 'otro@example.com' }, 'Ana Xol', 'ana'],
    [
      'of a colleague, as in a rebase',
      { name: 'x', email: 'beto@users.noreply.localhost' },
      'Beto Cuá',
      'beto',
    ],
  ])('author %s', async (_, author, name, login) => {
    const main = await newsroom.git.git('rev-parse', 'main');
    const tree = await newsroom.git.git('rev-parse', 'main^{tree}');
    const date = '2020-01-02T03:04:05Z';
    const made = await clients.editor('POST', './git/commits', {
      message: 'm',
      tree,
      parents: [main],
      ...(author ? { author: { ...author, date }, committer: { ...author, date } } : {}),
    });
    expect(made.body.author).toMatchObject({ name, email: `${login}@users.noreply.localhost` });
    expect(made.body.committer).toMatchObject({ name: 'Ana Xol', email: 'ana@users.noreply.localhost' });
    if (author) expect(made.body.author.date).toBe(date);
  });

  test('no private address is in any object or answer', async () => {
    const objects = await newsroom.git.git('cat-file', '--batch-all-objects', '--batch');
    const answers = await Promise.all(
      ['/user', '/users/ana', './pulls?state=all'].map((path) => clients.admin('GET', path)),
    );
    expect(objects + JSON.stringify(answers)).not.toMatch(/(ana|beto|carla)@example\.org/);
  });
});

describe('who is let in', () => {
  const ask = async (
    headers: Record<string, string>,
    path = '/forge/user',
    method = 'GET',
  ): Promise<number> => {
    const request = new Request(`${origin}${path}`, { method, headers });
    return (await newsroom.forge.handle(request)).status;
  };

  test('tokens', async () => {
    const token = await tokenOf(newsroom.forge, 'ana');
    const host = '127.0.0.1:4321';
    const table: [string, number][] = [
      [`token ${token}`, 200],
      [`Bearer ${token}`, 200],
      [`Basic ${token}`, 401],
      [token, 401],
      ['', 401],
      ['token ', 401],
      [`token ${token}x`, 401],
      [`token ${token.slice(0, -1)}`, 401],
      [`token ${'A'.repeat(43)}`, 401],
      ['token __proto__', 401],
    ];
    for (const [authorization, status] of table) {
      expect([authorization, await ask({ host, authorization })]).toEqual([authorization, status]);
    }
    const refused = await client(newsroom.forge, 'x')('GET', '/user');
    expect(refused.body.message).toBe('Bad credentials');
  });

  test('hosts and origins', async () => {
    const authorization = `token ${await tokenOf(newsroom.forge, 'ana')}`;
    const host = '127.0.0.1:4321';
    const table: [Record<string, string>, number][] = [
      [{ host }, 200],
      [{ host: 'LOCALHOST:4321' }, 200],
      [{ host, origin }, 200],
      [{ host, origin, 'sec-fetch-site': 'same-origin' }, 200],
      [{ host: 'localhost' }, 421],
      [{ host: 'evil.example' }, 421],
      [{ host: '127.0.0.1:4321.evil.example' }, 421],
      [{ host: '127.0.0.1:80' }, 421],
      [{ host, origin: 'http://evil.example' }, 403],
      [{ host, origin: 'http://127.0.0.1:9999' }, 403],
      [{ host, origin: 'null' }, 403],
      [{ host, 'sec-fetch-site': 'cross-site' }, 403],
      [{ host, 'sec-fetch-site': 'same-site' }, 403],
    ];
    for (const [headers, status] of table) {
      expect([headers, await ask({ authorization, ...headers })]).toEqual([headers, status]);
    }
  });

  test('addresses', async () => {
    const authorization = `token ${await tokenOf(newsroom.forge, 'ana')}`;
    const headers = { authorization, host: '127.0.0.1:4321' };
    for (const path of ['/', '/forge', '/forge/', '/forgery/user', '/forge/%E0%A4%A', '/forge/nada']) {
      expect([path, await ask(headers, path)]).toEqual([path, 404]);
    }
    expect(await ask(headers, '/forge/user', 'OPTIONS')).toBe(404);
    expect(await ask(headers, '/forge/user', 'DELETE')).toBe(404);
  });
});
