import { afterEach, expect, test } from 'vitest';
import { createGitHub, type GitHub } from '../../../src/github/client.ts';
import { type Outcome, publishDue } from '../../../src/github/publish-due/publish-due.ts';
import type { HeadCheck, User } from '../../../src/forge/index.ts';
import {
  type Client,
  commitFiles,
  openNewsroom,
  origin,
  type Saved,
  saveEntry,
  type TestNewsroom,
  tokenOf,
} from '../forge/newsroom.ts';
import { withReason } from '../../../src/review/index.ts';
import { toSamplePost } from '../../support/sample-posts.ts';

const users: readonly User[] = [
  { login: 'ana', name: 'Ana Xol', email: 'ana@example.org', role: 'editor' },
  { login: 'rosa', name: 'Rosa Ic', email: 'rosa@example.org', role: 'reviewer' },
  { login: 'admin', name: 'Carla', email: 'carla@example.org', role: 'admin' },
];

let newsroom: TestNewsroom;

afterEach(() => newsroom[Symbol.asyncDispose]());

interface People {
  readonly ana: Client;
  readonly rosa: Client;
  readonly github: GitHub;
}

async function open(approvals: 0 | 1, check?: HeadCheck): Promise<People> {
  newsroom = await openNewsroom({}, { users, approvals, ...(check ? { check } : {}) });
  const { forge } = newsroom;
  const github = createGitHub({
    apiUrl: `${origin}/forge`,
    repository: 'gaceta/contenido',
    token: await tokenOf(forge, 'admin'),
    fetch: (request) => forge.handle(request),
  });
  return { ana: await newsroom.signIn('ana'), rosa: await newsroom.signIn('rosa'), github };
}

const moment = new Date('2040-03-04T06:00:00Z');
const minute = 60_000;
const at = (offset: number): Date => new Date(moment.getTime() + offset);

/** A post with this date. */
const write = (date: string): string => toSamplePost(1).content.replace(/^date: .*$/mu, `date: ${date}`);

/** A draft of a post that is planned for midnight in Guatemala, at the given step of the workflow. */
async function plan(call: Client, slug: string, date = '2040-03-04T00:00:00-06:00'): Promise<Saved> {
  const saved = await saveEntry(call, slug, write(date));
  await setStep(call, saved, 'pending_publish');
  return saved;
}

const setStep = (call: Client, { number }: Saved, step: string): Promise<unknown> =>
  call('PUT', `./issues/${number}/labels`, { labels: [`gaceta/${step}`] });
const approve = (call: Client, { number }: Saved): Promise<unknown> =>
  call('POST', `./pulls/${number}/reviews`, { event: 'APPROVE' });
const run = (github: GitHub, now: Date): Promise<Outcome[]> =>
  publishDue(github, { now, pause: () => Promise.resolve() });
const states = (outcomes: readonly Outcome[]): string[] => outcomes.map(({ state }) => state);

test('an approved, ready post is published at its moment and not before, and its branch goes', async () => {
  const { ana, rosa, github } = await open(1);
  const saved = await plan(ana, 'a');
  await ana('PATCH', `./pulls/${saved.number}`, { body: withReason('x', 'La fecha era otra.') });
  await approve(rosa, saved);
  expect(await run(github, at(-1))).toMatchObject([{ number: saved.number, state: 'waiting', moment }]);
  const before = await newsroom.git.git('rev-parse', 'main');
  expect(states(await run(github, at(0)))).toEqual(['published']);
  expect(await newsroom.git.git('rev-parse', 'main^1', 'main^2')).toBe(`${before}\n${saved.sha}`);
  expect(await newsroom.git.git('log', '-1', '--format=%B', 'main')).toBe(
    'Publicar: Create «a»\n\nEscrito-por: Ana Xol\nAprobado-por: Rosa Ic\nMotivo: La fecha era otra.\n',
  );
  expect((await ana('GET', `./git/ref/heads/${saved.branch}`)).status).toBe(404);
  expect(await run(github, at(minute))).toEqual([]);
});

test('one that the rules hold back waits for a person, and is published after', async () => {
  const { ana, rosa, github } = await open(1);
  const saved = await plan(ana, 'a');
  expect(await run(github, at(minute))).toMatchObject([
    { state: 'held', reason: expect.stringContaining('rules') },
  ]);
  await approve(rosa, saved);
  expect(states(await run(github, at(2 * minute)))).toEqual(['published']);
});

test.each([
  ['is not ready', '2040-03-04T00:00:00-06:00', 'pending_review'],
  ['was late already when it was saved', '2020-03-04T00:00:00-06:00', 'pending_publish'],
  ['has no date that can be read', 'mañana', 'pending_publish'],
])('one that %s is left to people', async (_, date, step) => {
  const { ana, rosa, github } = await open(1);
  const saved = await plan(ana, 'a', date);
  await setStep(ana, saved, step);
  await approve(rosa, saved);
  expect(await run(github, at(minute))).toEqual([]);
});

test('a version that was saved after the approval does not go out with it', async () => {
  const { ana, rosa, github } = await open(1);
  const saved = await plan(ana, 'a');
  await approve(rosa, saved);
  const path = 'src/content/posts/a.mdx';
  const sha = await commitFiles(ana, { [path]: write('2040-03-04T00:00:01-06:00') }, 'Again', saved.sha);
  await ana('PATCH', `./git/refs/heads/${encodeURIComponent(saved.branch)}`, { sha });
  expect(states(await run(github, at(minute)))).toEqual(['held']);
});

test('where no approval is asked for, a clock still publishes only what a reviewer stands behind', async () => {
  const { ana, rosa, github } = await open(0);
  const own = await plan(rosa, 'own');
  const editors = await plan(ana, 'editors');
  expect(await run(github, at(minute))).toMatchObject([
    { number: own.number, state: 'published' },
    { number: editors.number, state: 'held', reason: 'nobody who may publish has approved it' },
  ]);
  await approve(rosa, editors);
  expect(states(await run(github, at(minute)))).toEqual(['published']);
});

test('what the check refuses and what conflicts with main is held', async () => {
  const { rosa, github } = await open(0, {
    context: 'gaceta/check',
    run: async (head) => {
      const files = await newsroom.git.git('ls-tree', '-r', '--name-only', head);
      return { state: files.includes('wrong') ? 'failure' : 'success' };
    },
  });
  const wrong = await plan(rosa, 'wrong');
  const first = await plan(rosa, 'same');
  const other = { 'src/content/posts/same.mdx': write('2040-03-04T00:00:02-06:00') };
  const sha = await commitFiles(rosa, other, 'Other');
  await rosa('POST', './git/refs', { ref: 'refs/heads/cms/posts/second', sha });
  const pull = await rosa('POST', './pulls', { title: 'Second', head: 'cms/posts/second', base: 'main' });
  const second = { number: pull.body.number as number, branch: 'cms/posts/second', sha };
  await setStep(rosa, second, 'pending_publish');
  // The check runs away from requests; a merge that is refused has waited for it.
  for (const { number } of [wrong, first, second]) {
    await rosa('PUT', `./pulls/${number}/merge`, { sha: '0'.repeat(40) });
  }
  expect(await run(github, at(minute))).toMatchObject([
    { number: wrong.number, state: 'held', reason: expect.stringContaining('rules') },
    { number: first.number, state: 'published' },
    { number: second.number, state: 'held', reason: 'it conflicts with what is published' },
  ]);
});

test('the earliest goes first', async () => {
  const { rosa, github } = await open(0);
  const late = await plan(rosa, 'late', '2040-03-04T00:00:00-06:00');
  const early = await plan(rosa, 'early', '2040-03-04T00:30:00-05:00');
  const outcomes = await run(github, at(minute));
  expect(outcomes.map(({ number }) => number)).toEqual([early.number, late.number]);
  expect(states(outcomes)).toEqual(['published', 'published']);
});
