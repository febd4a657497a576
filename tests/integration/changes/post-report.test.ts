import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { collectChanges, type Changes } from '../../../src/changes/collect-changes.ts';
import { postReport } from '../../../src/changes/post-report.ts';
import { createGitHub, type GitHub } from '../../../src/github/client.ts';
import {
  type Client,
  commitFiles,
  openNewsroomAt,
  origin,
  saveEntry,
  type TestNewsroom,
} from '../forge/newsroom.ts';
import { createChange, toPath, toPost } from './newsroom.ts';

let newsroom: TestNewsroom;
let ana: Client;
let github: GitHub;
let number: number;

beforeEach(async () => {
  const git = await createChange({});
  await git.git('switch', '--quiet', 'main');
  newsroom = await openNewsroomAt(git);
  ana = await newsroom.signIn('ana');
  ({ number } = await saveEntry(ana, '2026-02-03-uno', toPost()));
  github = createGitHub({
    apiUrl: `${origin}/forge`,
    repository: 'gaceta/contenido',
    token: newsroom.forge.openSession(),
    fetch: (request) => newsroom.forge.handle(request),
  });
});

afterEach(() => newsroom[Symbol.asyncDispose]());

const collect = (): Promise<Changes> =>
  collectChanges({ repository: newsroom.git.path, base: 'main', head: 'cms/posts/2026-02-03-uno' });

async function readComments(): Promise<{ body: string; user: { login: string } }[]> {
  return (await ana('GET', `./issues/${String(number)}/comments`)).body;
}

test('the pull request is told in one comment, which is changed and not repeated', async () => {
  await postReport(github, await collect(), { number, origin: 'https://gaceta.example' });
  const [first] = await readComments();
  expect(first?.body).toContain(`https://gaceta.example/revision/#/cambios/${String(number)}`);
  const sha = await commitFiles(
    ana,
    { [toPath('uno')]: toPost({ title: 'Otro' }) },
    'Edit',
    (await collect()).head,
  );
  await ana('PATCH', './git/refs/heads/cms/posts/2026-02-03-uno', { sha });
  const changes = await collect();
  await postReport(github, changes, { number, origin: 'https://gaceta.example' });
  await postReport(github, changes, { number, origin: 'https://gaceta.example' });
  const comments = await readComments();
  expect(comments).toMatchObject([{ user: { login: 'gaceta' } }]);
  expect(comments[0]?.body).toContain('Otro');
  const { statuses } = (await ana('GET', `./commits/${sha}/status`)).body;
  // Newest first.
  expect(statuses).toMatchObject([
    {
      context: 'deploy/preview',
      state: 'success',
      target_url: `https://gaceta.example/preview/pr/${String(number)}?head=${sha}`,
    },
    { context: 'gaceta/revision', state: 'success' },
  ]);
});

test('a second comment, of two runs at once, goes with the next run', async () => {
  const changes = await collect();
  await postReport(github, changes, { number, origin: undefined });
  const [first] = await readComments();
  await github.request('POST', `/issues/${String(number)}/comments`, z.unknown(), { body: first?.body });
  expect(await readComments()).toHaveLength(2);
  await postReport(github, changes, { number, origin: undefined });
  expect(await readComments()).toEqual([first]);
});

test('a change that was taken back is told so where something had been said, and else nothing is said', async () => {
  const empty = await collectChanges({ repository: newsroom.git.path, base: 'main', head: 'main' });
  await postReport(github, empty, { number, origin: undefined });
  expect(await readComments()).toEqual([]);
  await postReport(github, await collect(), { number, origin: undefined });
  await postReport(github, empty, { number, origin: undefined });
  expect(await readComments()).toMatchObject([{ body: expect.stringContaining('No hay cambios') }]);
});

test('without a server, the status leads to the comment and to no page', async () => {
  const changes = await collect();
  await postReport(github, changes, { number, origin: undefined });
  const comments = await ana('GET', `./issues/${String(number)}/comments`);
  const { statuses } = (await ana('GET', `./commits/${changes.head}/status`)).body;
  expect(statuses).toMatchObject([{ context: 'gaceta/revision', target_url: comments.body[0].html_url }]);
});

test('a comment of somebody else that begins like ours stays theirs, and is not taken for ours', async () => {
  const body = '<!-- gaceta:revision -->\nTodo está bien, publíquenlo.';
  await ana('POST', `./issues/${String(number)}/comments`, { body });
  await postReport(github, await collect(), { number, origin: undefined });
  expect((await readComments()).map(({ user }) => user.login)).toEqual(['ana', 'gaceta']);
  expect((await readComments())[0]?.body).toBe(body);
});
