import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { GitHubApi } from '../../../src/admin/backend/github-api.ts';
import { parseMergeMessage, readReason } from '../../../src/review/index.ts';
import type { Client } from '../forge/newsroom.ts';
import { branch, path, post, save, slug } from './entries.ts';
import { type BackendNewsroom, openBackend } from './newsroom.ts';

let desk: BackendNewsroom;
let ana: GitHubApi;
let beto: GitHubApi;
let reviewer: Client;

beforeEach(async () => {
  desk = await openBackend({ [path]: post() });
  ana = await desk.signIn('ana');
  beto = await desk.signIn('beto');
  reviewer = await desk.newsroom.signIn('beto');
});

afterEach(() => desk[Symbol.asyncDispose]());

const readMerge = (): Promise<string> => desk.newsroom.git.git('log', '-1', '--format=%B', 'main');

async function readPull(): Promise<{ number: number; body: string; head: { sha: string } }> {
  const { body } = await reviewer('GET', `./pulls?head=gaceta:${branch}&state=all`);
  return body[0];
}

const approve = (number: number): Promise<unknown> =>
  reviewer('POST', `./pulls/${number}/reviews`, { event: 'APPROVE' });

describe('the commit that publishes', () => {
  test('says who wrote it, who approved it and why', async () => {
    await save(ana, post({ title: 'Otra agua' }), post());
    const { number } = await readPull();
    await ana.explainPull(number, 'El título\nera otro.');
    await approve(number);
    await beto.publishUnpublishedEntry('posts', slug);
    expect(await readMerge()).toMatch(/^Publicar: Otra agua\n\nEscrito-por: /u);
    expect(parseMergeMessage(await readMerge())).toEqual({
      authors: ['Ana Xol'],
      coAuthors: [],
      approvers: ['Beto Cuá'],
      reason: 'El título era otro.',
    });
  });

  test('names nobody who approved an earlier version', async () => {
    const { source } = await save(ana, post({ title: 'Otra agua' }), post());
    await approve((await readPull()).number);
    await save(ana, post({ title: 'Otra agua más' }), source);
    await beto.publishUnpublishedEntry('posts', slug);
    expect(parseMergeMessage(await readMerge())).toEqual({
      authors: ['Ana Xol'],
      coAuthors: [],
      approvers: [],
      reason: undefined,
    });
  });
});

test('a reason is changed and taken back, and nothing else of the description', async () => {
  await save(ana, post({ title: 'Otra agua' }), post());
  const { number, body } = await readPull();
  await ana.explainPull(number, 'Primero.');
  await ana.explainPull(number, 'Después.');
  expect(readReason((await readPull()).body)).toBe('Después.');
  await ana.explainPull(number, undefined);
  expect((await readPull()).body).toBe(body);
});
