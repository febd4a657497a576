import { afterEach, describe, expect, test } from 'vitest';
import type { HeadCheck } from '../../../src/forge/types.ts';
import type { User } from '../../../src/forge/index.ts';
import { client, commitFiles, openNewsroom, origin, saveEntry } from './newsroom.ts';
import type { Answer, Client, Saved, TestNewsroom } from './newsroom.ts';
import { checked } from './openapi.ts';

const users: readonly User[] = [
  { login: 'ana', name: 'Ana Xol', email: 'ana@example.org', role: 'editor' },
  { login: 'beto', name: 'Beto Cuá', email: 'beto@example.org', role: 'reviewer' },
  { login: 'rosa', name: 'Rosa Ic', email: 'rosa@example.org', role: 'reviewer' },
  { login: 'admin', name: 'Carla', email: 'carla@example.org', role: 'admin' },
];

let newsroom: TestNewsroom | undefined;

afterEach(async () => {
  await newsroom?.[Symbol.asyncDispose]();
});

interface People {
  readonly ana: Client;
  readonly beto: Client;
  readonly rosa: Client;
}

/** A newsroom in which every answer is compared with GitHub's description. */
async function open(approvals: 0 | 1, check?: HeadCheck): Promise<People> {
  newsroom = await openNewsroom({}, { users, approvals, ...(check ? { check } : {}) });
  const [ana, beto, rosa] = await Promise.all(['ana', 'beto', 'rosa'].map(newsroom.signIn));
  if (!ana || !beto || !rosa) throw new Error('Nobody signed in.');
  return { ana: checked(ana), beto: checked(beto), rosa: checked(rosa) };
}

const review = (call: Client, { number }: Saved, event: string, body = ''): Promise<Answer> =>
  call('POST', `./pulls/${number}/reviews`, { event, body });
const merge = (call: Client, { number }: Saved): Promise<Answer> =>
  call('PUT', `./pulls/${number}/merge`, {});
const stateFor = async (call: Client, { number }: Saved): Promise<string> =>
  (await call('GET', `./pulls/${number}`)).body.mergeable_state;

/** Saves again: one more commit on the branch of a pull request. */
async function push(call: Client, saved: Saved, text: string): Promise<string> {
  const path = `src/content/posts/${saved.branch.replace('cms/posts/', '')}.mdx`;
  const head = (await call('GET', `./git/ref/heads/${saved.branch}`)).body.object.sha as string;
  const sha = await commitFiles(call, { [path]: text }, 'Again', head);
  await call('PATCH', `./git/refs/heads/${encodeURIComponent(saved.branch)}`, { sha });
  return sha;
}

describe('one approval', () => {
  test('is needed, and then a reviewer may merge while an editor still may not', async () => {
    const { ana, beto } = await open(1);
    const saved = await saveEntry(ana, 'a', 'Uno.\n');
    expect(await stateFor(beto, saved)).toBe('blocked');
    const refused = await merge(beto, saved);
    expect([refused.status, refused.body.message]).toEqual([405, expect.stringContaining('aprobación')]);
    const approval = await review(beto, saved, 'APPROVE');
    // Who polls the pull request sees by this that something is new, as on GitHub.
    const { updated_at: updatedAt } = (await ana('GET', `./pulls/${saved.number}`)).body;
    expect(updatedAt).toBe(approval.body.submitted_at);
    expect([await stateFor(ana, saved), await stateFor(beto, saved)]).toEqual(['blocked', 'clean']);
    expect((await merge(beto, saved)).status).toBe(200);
  });

  test('does not hold for what is saved after it', async () => {
    const { ana, beto } = await open(1);
    const saved = await saveEntry(ana, 'a', 'Uno.\n');
    await review(beto, saved, 'APPROVE');
    await push(ana, saved, 'Dos.\n');
    expect((await ana('GET', `./pulls/${saved.number}/reviews`)).body).toMatchObject([
      { state: 'DISMISSED' },
    ]);
    expect((await merge(beto, saved)).status).toBe(405);
    await review(beto, saved, 'APPROVE');
    expect((await merge(beto, saved)).status).toBe(200);
  });

  test('does not hold for what reached the branch by git, either', async () => {
    const { ana, beto } = await open(1);
    const saved = await saveEntry(ana, 'a', 'Uno.\n');
    await review(beto, saved, 'APPROVE');
    const sha = await commitFiles(ana, { 'src/content/posts/a.mdx': 'Dos.\n' }, 'Again', saved.sha);
    await newsroom?.git.git('update-ref', `refs/heads/${saved.branch}`, sha);
    expect((await merge(beto, saved)).status).toBe(405);
  });

  test('is of another than the author and than who saved last', async () => {
    const { ana, beto, rosa } = await open(1);
    const own = await saveEntry(beto, 'b', 'Uno.\n');
    expect((await review(beto, own, 'APPROVE')).status).toBe(422);
    const helped = await saveEntry(ana, 'a', 'Uno.\n');
    await push(rosa, helped, 'Dos.\n');
    await review(rosa, helped, 'APPROVE');
    expect(await stateFor(rosa, helped)).toBe('blocked');
    await review(beto, helped, 'APPROVE');
    expect((await merge(rosa, helped)).status).toBe(200);
  });

  test('does not outweigh changes that somebody else asked for', async () => {
    const { ana, beto, rosa } = await open(1);
    const saved = await saveEntry(ana, 'a', 'Uno.\n');
    await review(rosa, saved, 'REQUEST_CHANGES', 'Falta la fuente.');
    await review(beto, saved, 'APPROVE');
    const refused = await merge(beto, saved);
    expect([refused.status, refused.body.message]).toEqual([405, expect.stringContaining('pidió cambios')]);
    await review(rosa, saved, 'COMMENT', 'Sigo leyendo.');
    expect(await stateFor(beto, saved)).toBe('blocked');
    await review(rosa, saved, 'APPROVE');
    expect(await stateFor(beto, saved)).toBe('clean');
  });
});

describe('the required check', () => {
  test('is waited for by a merge, and its failure refuses it', async () => {
    let isRight = false;
    const { ana, beto } = await open(0, {
      context: 'gaceta/check',
      run: () => Promise.resolve({ state: isRight ? 'success' : 'failure', description: 'Un error.' }),
    });
    const saved = await saveEntry(ana, 'a', 'Uno.\n');
    const refused = await merge(beto, saved);
    expect([refused.status, refused.body.message]).toEqual([405, expect.stringContaining('errores')]);
    expect((await beto('GET', `./commits/${saved.sha}/status`)).body.statuses).toMatchObject([
      { context: 'gaceta/check', state: 'failure', description: 'Un error.' },
    ]);
    expect(await stateFor(beto, saved)).toBe('blocked');
    isRight = true;
    expect((await merge(beto, saved)).status).toBe(200);
  });

  test('runs once for each head, away from the request that made it', async () => {
    const heads: string[] = [];
    const { promise: permission, resolve: permit } = Promise.withResolvers<undefined>();
    const { ana, beto } = await open(0, {
      context: 'gaceta/check',
      run: async (head) => {
        heads.push(head);
        await permission;
        return { state: 'success' };
      },
    });
    const saved = await saveEntry(ana, 'a', 'Uno.\n');
    expect(await stateFor(beto, saved)).toBe('blocked');
    expect(await stateFor(beto, saved)).toBe('blocked');
    const sha = await push(ana, saved, 'Dos.\n');
    const merging = merge(beto, saved);
    permit(undefined);
    expect((await merging).status).toBe(200);
    expect(heads).toEqual([saved.sha, sha]);
  });

  test('that breaks says so and is run again by the next merge', async () => {
    let runs = 0;
    const { ana, beto } = await open(0, {
      context: 'gaceta/check',
      run: () => {
        runs += 1;
        return runs === 1 ? Promise.reject(new Error('Disk full')) : Promise.resolve({ state: 'success' });
      },
    });
    const warned = new Promise((resolve) => process.once('warning', resolve));
    const saved = await saveEntry(ana, 'a', 'Uno.\n');
    await warned;
    expect((await merge(beto, saved)).status).toBe(200);
  });

  test('leaves other statuses their say: they make it unstable, no more', async () => {
    const { ana, beto } = await open(0);
    const saved = await saveEntry(ana, 'a', 'Uno.\n');
    await newsroom?.forge.setStatus(saved.sha, { context: 'vista', state: 'failure' });
    expect(await stateFor(beto, saved)).toBe('unstable');
    expect((await merge(beto, saved)).status).toBe(200);
  });
});

test('the rules of main are told as GitHub tells them, and other branches have none', async () => {
  const check: HeadCheck = { context: 'gaceta/check', run: () => Promise.resolve({ state: 'success' }) };
  const { ana } = await open(1, check);
  const rules = (await ana('GET', './rules/branches/main')).body as { type: string }[];
  expect(rules.map(({ type }) => type)).toEqual([
    'deletion',
    'non_fast_forward',
    'pull_request',
    'required_status_checks',
  ]);
  expect(rules[2]).toMatchObject({ parameters: { required_approving_review_count: 1 } });
  expect(rules[3]).toMatchObject({
    parameters: { required_status_checks: [{ context: 'gaceta/check' }] },
  });
  expect((await ana('GET', './rules/branches/cms%2Fposts%2Fa')).body).toEqual([]);
});

test("the forge's own user is held to the rules, too", async () => {
  const { ana } = await open(1);
  const saved = await saveEntry(ana, 'a', 'Uno.\n');
  const token = newsroom?.forge.openSession() ?? '';
  if (newsroom) expect((await merge(client(newsroom.forge, token), saved)).status).toBe(405);
});

test("what the page of a pull request was leads to the reviewer's page", async () => {
  const { ana } = await open(0);
  const { number } = await saveEntry(ana, 'a', 'Uno.\n');
  const page = `${origin}/revision/#/cambios/${number}`;
  expect((await ana('GET', `./pulls/${number}`)).body.html_url).toBe(page);
  const old = await newsroom?.forge.handle(new Request(`${origin}/forge/pull/${number}`));
  expect([old?.status, old?.headers.get('location')]).toEqual([302, page]);
});
