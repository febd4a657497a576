import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createForge } from '../../../src/forge/index.ts';
import { client, commitFiles, openNewsroom, saveEntry, tokenOf, users } from './newsroom.ts';
import type { Answer, Client, Saved, TestNewsroom } from './newsroom.ts';
import { assertRequest, checked } from './openapi.ts';

// Every answer below is compared with GitHub's OpenAPI description by `checked`.
const post = 'src/content/posts/2024-01-01-hola.mdx';
const lines = (count: number): string[] => Array.from({ length: count }, (_, index) => `Línea ${index + 1}.`);
const toText = (all: readonly string[]): string => `${all.join('\n')}\n`;

let newsroom: TestNewsroom;
let ana: Client;
let beto: Client;
let saved: Saved;

/** As a client does: what it sends is what GitHub takes, too. */
const send = (call: Client, path: string, body: unknown): Promise<Answer> => {
  assertRequest('POST', path, body);
  return call('POST', path, body);
};

/** Changes line 20 of 40. */
async function openPull(name: string): Promise<Saved> {
  const text = toText(lines(40).with(19, 'Otra cosa.'));
  const sha = await commitFiles(ana, { [post]: text }, name);
  const branch = `cms/posts/${name}`;
  await ana('POST', './git/refs', { ref: `refs/heads/${branch}`, sha });
  const { body } = await ana('POST', './pulls', { title: name, head: branch, base: 'main' });
  return { branch, sha, number: body.number };
}

async function push({ branch, sha }: Saved, text: string): Promise<string> {
  const head = await commitFiles(ana, { [post]: text }, 'Otra vez', sha);
  await ana('PATCH', `./git/refs/heads/${encodeURIComponent(branch)}`, { sha: head });
  return head;
}

const about = (sha: string, line: number) => ({ commit_id: sha, path: post, line, side: 'RIGHT' });

beforeAll(async () => {
  newsroom = await openNewsroom({ files: { [post]: toText(lines(40)) } });
  ana = checked(await newsroom.signIn('ana'));
  beto = checked(await newsroom.signIn('beto'));
  saved = await openPull('nota');
});

afterAll(() => newsroom[Symbol.asyncDispose]());

describe('comments on a paragraph', () => {
  test('stand at a line of the diff, are answered, edited and deleted', async () => {
    const list = `./pulls/${saved.number}/comments`;
    const before = await ana('GET', list);
    const comment = await send(beto, list, { ...about(saved.sha, 20), body: '¿Seguro?' });
    expect([comment.status, comment.body]).toMatchObject([
      201,
      { line: 20, position: 5, subject_type: 'line', user: { login: 'beto' }, body: '¿Seguro?' },
    ]);
    expect(comment.body.diff_hunk).toMatch(/^@@ -17,7 \+17,7 @@[^]*\n\+Otra cosa\.$/);

    const news = await ana('GET', list, undefined, { 'if-none-match': before.headers.get('etag') ?? '' });
    expect([news.status, news.body.length]).toEqual([200, 1]);
    const reply = await send(ana, `${list}/${comment.body.id}/replies`, { body: 'Sí.' });
    expect([reply.status, reply.body]).toMatchObject([201, { in_reply_to_id: comment.body.id, line: 20 }]);
    // An answer to an answer belongs to the first comment, too.
    const second = await send(beto, `${list}/${reply.body.id}/replies`, { body: 'Bien.' });
    expect(second.body.in_reply_to_id).toBe(comment.body.id);

    const address = `./pulls/comments/${reply.body.id}`;
    expect((await beto('PATCH', address, { body: 'Ajena.' })).status).toBe(403);
    expect((await ana('PATCH', address, { body: 'Sí, el martes.' })).body.body).toBe('Sí, el martes.');
    expect((await ana('GET', address)).body.body).toBe('Sí, el martes.');
    expect((await ana('DELETE', address)).status).toBe(204);
    expect((await ana('GET', address)).status).toBe(404);
    expect((await ana('GET', `./pulls/${saved.number}`)).body.review_comments).toBe(2);
  });

  test.each([
    [
      'a line that the diff does not show',
      { line: 5 },
      'pull_request_review_thread.line must be part of the diff',
    ],
    [
      'a file that does not change',
      { path: 'src/otro.mdx' },
      'pull_request_review_thread.path could not be resolved',
    ],
    [
      'a commit of something else',
      { commit_id: '0'.repeat(40) },
      'pull_request_review_thread.commit_id is not part of the pull request',
    ],
    [
      'lines in the wrong order',
      { start_line: 22 },
      'pull_request_review_thread.start_line must precede the end line.',
    ],
  ])('are refused for %s', async (_, changes, message) => {
    const comment = { ...about(saved.sha, 20), body: '¿?', ...changes };
    const answer = await send(beto, `./pulls/${saved.number}/comments`, comment);
    expect([answer.status, answer.body.errors]).toMatchObject([422, [{ message }]]);
  });

  test('may be about the whole file', async () => {
    const answer = await send(beto, `./pulls/${saved.number}/comments`, {
      commit_id: saved.sha,
      path: post,
      subject_type: 'file',
      body: '> Línea 5.\n\n¿Y esto?',
    });
    expect([answer.status, answer.body.subject_type]).toEqual([201, 'file']);
    expect(answer.body).not.toHaveProperty('line');
  });

  test('follow their line, until it is changed itself', async () => {
    const pull = await openPull('sigue');
    const list = `./pulls/${pull.number}/comments`;
    await send(beto, list, { ...about(pull.sha, 20), body: 'a' });
    await send(beto, list, { ...about(pull.sha, 21), start_line: 19, body: 'b' });
    const longer = ['Al principio.', ...lines(40).with(19, 'Distinto.')];
    const head = await push(pull, toText(longer));
    const [first, second] = (await ana('GET', list)).body;
    expect(first).toMatchObject({ original_line: 20, commit_id: pull.sha });
    expect(first).not.toHaveProperty('line');
    expect(second).toMatchObject({ line: 22, start_line: 20, original_line: 21, commit_id: head });
  });
});

describe('a review', () => {
  test('may bring comments, which are found by it', async () => {
    const pull = await openPull('revisada');
    const review = await send(beto, `./pulls/${pull.number}/reviews`, {
      event: 'REQUEST_CHANGES',
      body: 'Falta algo.',
      commit_id: pull.sha,
      comments: [{ path: post, line: 20, side: 'RIGHT', body: 'Aquí.' }],
    });
    expect(review.body).toMatchObject({ state: 'CHANGES_REQUESTED', body: 'Falta algo.' });
    const comments = await ana('GET', `./pulls/${pull.number}/reviews/${review.body.id}/comments`);
    expect(comments.body).toMatchObject([{ body: 'Aquí.', pull_request_review_id: review.body.id }]);
    expect((await ana('GET', `./pulls/${pull.number}/comments`)).body).toHaveLength(1);
  });

  test('with a comment that stands nowhere is not made at all', async () => {
    const pull = await openPull('perdida');
    const answer = await send(beto, `./pulls/${pull.number}/reviews`, {
      event: 'APPROVE',
      comments: [{ path: post, line: 1, body: 'Aquí.' }],
    });
    expect(answer.status).toBe(422);
    expect((await ana('GET', `./pulls/${pull.number}/reviews`)).body).toEqual([]);
  });

  test('is asked for, and asked for again; who answered is not asked any more', async () => {
    const pull = await openPull('pedida');
    const address = `./pulls/${pull.number}/requested_reviewers`;
    const asked = async (): Promise<string[]> =>
      (await ana('GET', `./pulls/${pull.number}`)).body.requested_reviewers.map(
        ({ login }: { login: string }) => login,
      );
    expect((await send(ana, address, { reviewers: ['beto'] })).status).toBe(201);
    expect(await asked()).toEqual(['beto']);
    expect((await ana('GET', address)).body.users).toMatchObject([{ login: 'beto' }]);
    await beto('POST', `./pulls/${pull.number}/reviews`, { event: 'REQUEST_CHANGES', body: 'No.' });
    expect(await asked()).toEqual([]);
    await send(ana, address, { reviewers: ['beto'] });
    expect((await ana('DELETE', address, { reviewers: ['beto'] })).status).toBe(200);
    expect(await asked()).toEqual([]);
    expect(
      (await newsroom.signIn('ana').then((call) => call('POST', address, { reviewers: ['nadie'] }))).status,
    ).toBe(422);
  });
});

test('assigning', async () => {
  expect((await ana('GET', './assignees')).body.map(({ login }: { login: string }) => login)).toEqual(
    users.map(({ login }) => login),
  );
  expect((await ana('GET', './assignees/beto')).status).toBe(204);
  expect((await ana('GET', './assignees/nadie')).status).toBe(404);
  const address = `./issues/${saved.number}/assignees`;
  const added = await send(ana, address, { assignees: ['beto', 'nadie'] });
  expect([added.status, added.body]).toMatchObject([
    201,
    { assignee: { login: 'beto' }, assignees: [{ login: 'beto' }] },
  ]);
  expect((await ana('GET', './pulls')).body.at(-1)).toMatchObject({ assignees: [{ login: 'beto' }] });
  expect((await ana('DELETE', address, { assignees: ['beto'] })).body.assignees).toEqual([]);
});

test('what was said and who was asked is there after a restart; records of older versions are read', async () => {
  const { repository } = newsroom;
  await send(ana, `./pulls/${saved.number}/requested_reviewers`, { reviewers: ['beto'] });
  const count = (await ana('GET', `./pulls/${saved.number}/comments`)).body.length as number;
  expect(count).toBeGreaterThan(0);
  const other = await saveEntry(ana, 'vieja', 'Uno.\n');

  // As it was written before there were assignees.
  const state = (await repository.resolve('refs/gaceta/state')) ?? '';
  const path = `pulls/${other.number}.json`;
  const blob = (await repository.readBlob((await repository.resolve(`${state}:${path}`)) ?? '')).toString();
  const { assignees, requestedReviewers, ...old } = JSON.parse(blob) as Record<string, unknown>;
  expect([assignees, requestedReviewers]).toEqual([[], []]);
  const sha = await repository.writeBlob(JSON.stringify(old));
  const tree = await repository.writeTree(state, [{ path, entry: { mode: '100644', sha } }]);
  const who = { name: 'x', email: 'x@localhost' };
  const to = await repository.writeCommit({
    tree,
    parents: [state],
    message: 'Old',
    author: who,
    committer: who,
  });
  await repository.updateRefs([{ ref: 'refs/gaceta/state', from: state, to }]);

  const again = await createForge({
    repository,
    owner: 'gaceta',
    name: 'contenido',
    users,
    origins: ['http://127.0.0.1:4321'],
    basePath: '/forge',
    writablePaths: ['src/content/'],
  });
  const call = checked(client(again, await tokenOf(again, 'ana')));
  expect((await call('GET', `./pulls/${saved.number}/comments`)).body).toHaveLength(count);
  expect((await call('GET', `./pulls/${saved.number}`)).body.requested_reviewers).toMatchObject([
    { login: 'beto' },
  ]);
  expect((await call('GET', `./pulls/${other.number}`)).body.assignees).toEqual([]);
  await again.close();
});
