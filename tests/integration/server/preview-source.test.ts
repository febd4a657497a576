import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRepository, type Repository } from '../../../src/git/index.ts';
import { openOriginSource } from '../../../src/server/preview-source.ts';
import { git } from '../../support/newsroom.ts';

let root = '';
let origin = '';
let clone: Repository;

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'gaceta-origin-'));
  origin = path.join(root, 'origin');
  await git(root, 'init', '--quiet', '--initial-branch=main', origin);
  await git(origin, 'config', 'user.name', 'Prueba');
  await git(origin, 'config', 'user.email', 'prueba@example.org');
  await git(origin, 'commit', '--quiet', '--allow-empty', '--message=Uno');
  await git(root, 'clone', '--quiet', '--bare', origin, 'clone');
  clone = await openRepository(path.join(root, 'clone'));
});

afterAll(async () => {
  await clone.close();
  await rm(root, { recursive: true, force: true });
});

/** A commit on main's, as the head of a pull request of the origin, from a branch of it unless a stranger sent it. */
async function push(number: number, message: string, isStranger = false): Promise<string> {
  const head = await git(origin, 'commit-tree', 'main^{tree}', '-p', 'main', '-m', message);
  await git(origin, 'update-ref', `refs/pull/${String(number)}/head`, head);
  if (!isStranger) await git(origin, 'update-ref', `refs/heads/cms/posts/${String(number)}`, head);
  return head;
}

test('a commit of a pull request is fetched when its address names it, and only then', async () => {
  const head = await push(1, 'Borrador');
  const source = openOriginSource(clone);
  expect(await source.findHead(1, null)).toBeUndefined();
  expect(await source.findHead(1, head.slice(0, 12))).toBeUndefined();
  expect(await source.findHead(1, 'refs/heads/main')).toBeUndefined();
  expect(await clone.resolve(head)).toBeUndefined();
  expect(await source.findHead(1, head)).toBe(head);
});

test('what a stranger sends from a fork is neither fetched nor shown', async () => {
  const head = await push(5, 'Noticia falsa', true);
  expect(await openOriginSource(clone).findHead(5, head)).toBeUndefined();
  expect(await clone.resolve(head)).toBeUndefined();
});

test('a commit of one pull request is none of another', async () => {
  const [one, other] = [await push(6, 'Uno'), await push(7, 'Otro')];
  const source = openOriginSource(clone);
  expect([await source.findHead(6, one), await source.findHead(7, other)]).toEqual([one, other]);
  expect(await source.findHead(6, other)).toBeUndefined();
});

test('the origin is not asked twice in five seconds, whatever is asked for', async () => {
  let now = 0;
  const first = await push(2, 'Primero');
  const source = openOriginSource(clone, () => now);
  expect(await source.findHead(2, first)).toBe(first);
  const second = await push(2, 'Segundo');
  expect(await source.findHead(2, second)).toBeUndefined();
  expect(await source.findHead(3, second)).toBeUndefined();
  now = 5000;
  expect(await source.findHead(2, second)).toBe(second);
});

test('a number that the origin does not have is no pull request, and neither is one while it does not answer', async () => {
  const head = await push(3, 'Otro');
  expect(await openOriginSource(clone).findHead(4, head)).toBeUndefined();
  await git(clone.path, 'config', 'remote.origin.url', path.join(root, 'nada'));
  expect(await openOriginSource(clone).findHead(3, head)).toBeUndefined();
});
