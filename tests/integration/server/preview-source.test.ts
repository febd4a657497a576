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

/** A commit on main's, as the head of a pull request of the origin. */
async function push(number: number, message: string): Promise<string> {
  const head = await git(origin, 'commit-tree', 'main^{tree}', '-p', 'main', '-m', message);
  await git(origin, 'update-ref', `refs/pull/${String(number)}/head`, head);
  return head;
}

test('a commit of a pull request is fetched when its address names it, and only then', async () => {
  const head = await push(1, 'Borrador');
  const source = openOriginSource(clone);
  expect(await source.findHead(1, null)).toBeUndefined();
  expect(await source.findHead(1, head.slice(0, 12))).toBeUndefined();
  expect(await clone.resolve(head)).toBeUndefined();
  expect(await source.findHead(1, head)).toBe(head);
});

test('a pull request is not fetched twice in five seconds', async () => {
  let now = 0;
  const first = await push(2, 'Primero');
  const source = openOriginSource(clone, () => now);
  expect(await source.findHead(2, first)).toBe(first);
  const second = await push(2, 'Segundo');
  expect(await source.findHead(2, second)).toBeUndefined();
  now = 5000;
  expect(await source.findHead(2, second)).toBe(second);
});

test('a number that the origin does not have is no pull request', async () => {
  const head = await push(3, 'Otro');
  expect(await openOriginSource(clone).findHead(4, head)).toBeUndefined();
});
