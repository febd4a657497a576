import { spawn, execFileSync } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile, chmod, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRepositoryAt } from '../../support/repository.ts';
import { commitFiles, openNewsroom, openNewsroomAt } from './newsroom.ts';

const child = fileURLToPath(new URL('./publishing-child.ts', import.meta.url));
const changed = 'src/content/posts/2024-01-01-hola.mdx';
const removed = 'src/content/posts/viejo.mdx';

/**
 * Stands before git in PATH and, once the publish has begun, kills the whole process group with SIGKILL at the
 * k-th command: when it has just started, or right after it has finished.
 */
const wrapper = `#!/bin/sh
if [ ! -e "$KILL_ARMED" ]; then exec "$REAL_GIT" "$@"; fi
n=1
while ! mkdir "$KILL_COUNT.$n" 2>/dev/null; do n=$((n + 1)); done
if [ "$n" -ne "$KILL_AT" ]; then exec "$REAL_GIT" "$@"; fi
if [ "$KILL_WHEN" = after ]; then "$REAL_GIT" "$@"; else "$REAL_GIT" "$@" <&0 & fi
kill -9 0
`;

let folder: string;
let template: string;
let number: number;
let before: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gaceta-crash-'));
  await mkdir(join(folder, 'bin'));
  await writeFile(join(folder, 'bin/git'), wrapper);
  await chmod(join(folder, 'bin/git'), 0o755);
  await using newsroom = await openNewsroom({
    files: { [changed]: 'Hola\n', [removed]: 'x\n', 'README.md': 'x\n' },
  });
  const editor = await newsroom.signIn('ana');
  const files = { [changed]: 'Adiós\n', [removed]: null, 'src/content/pages/nueva.mdx': 'Nueva\n' };
  const sha = await commitFiles(editor, files, 'Change');
  await editor('POST', './git/refs', { ref: 'refs/heads/cms/posts/x', sha });
  number = (await editor('POST', './pulls', { title: 'x', head: 'cms/posts/x', base: 'main' })).body.number;
  before = await newsroom.git.git('rev-parse', 'main');
  template = join(folder, 'template');
  await cp(newsroom.git.path, template, { recursive: true, preserveTimestamps: true });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Publishes in a process of its own that is killed at the k-th git command; false when it ended before that. */
function publishAndKill(path: string, at: number, when: string): Promise<boolean> {
  const scratch = `${path}.scratch`;
  const running = spawn(process.execPath, [child, path, String(number), `${scratch}.armed`], {
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      PATH: [join(folder, 'bin'), process.env['PATH']].join(delimiter),
      REAL_GIT: execFileSync('which', ['git'], { encoding: 'utf8' }).trim(),
      KILL_ARMED: `${scratch}.armed`,
      KILL_COUNT: `${scratch}.count`,
      KILL_AT: String(at),
      KILL_WHEN: when,
    },
  });
  return new Promise((resolve, reject) => {
    running.on('error', reject);
    running.on('close', (_, signal) => {
      resolve(signal === 'SIGKILL');
    });
  });
}

async function survive(at: number, when: 'during' | 'after'): Promise<'killed' | 'ended'> {
  const path = join(folder, `${when}-${at}`);
  await cp(template, path, { recursive: true, preserveTimestamps: true });
  const git = createRepositoryAt(path);
  await git.write({ 'README.md': 'mine\n', 'nota.txt': 'mine\n' });
  const killed = await publishAndKill(path, at, when);
  const where = `killed ${when} command ${at}`;

  expect(await git.git('fsck', '--strict', '--no-dangling'), where).toBe('');
  const main = await git.git('rev-parse', 'main');
  if (main !== before) expect(await git.git('rev-parse', `${main}^1`), where).toBe(before);

  // The next start puts everything in order, and the publish can be done if it was not.
  const newsroom = await openNewsroomAt(git);
  const reviewer = await newsroom.signIn('beto');
  const pull = (await reviewer('GET', `./pulls/${number}`)).body;
  expect({ where, merged: pull.merged, commit: pull.merge_commit_sha }).toEqual({
    where,
    merged: main !== before,
    commit: main === before ? null : main,
  });
  if (main === before) {
    const merge = await reviewer('PUT', `./pulls/${number}/merge`, {});
    expect([where, merge.status, merge.body.message]).toEqual([
      where,
      200,
      'Pull Request successfully merged',
    ]);
  }
  expect(await git.git('status', '--porcelain'), where).toBe(' M README.md\n?? nota.txt');
  expect(await git.git('show', `main:${changed}`), where).toBe('Adiós');
  expect(await git.git('for-each-ref', 'refs/gaceta/publishing'), where).toBe('');
  expect(await git.git('fsck', '--strict', '--no-dangling'), where).toBe('');
  await newsroom.forge.close();
  await newsroom.repository.close();
  await rm(path, { recursive: true, force: true });
  return killed ? 'killed' : 'ended';
}

test.concurrent.each(['during', 'after'] as const)(
  'a publish killed %s any git command is whole or has not happened',
  async (when) => {
    const outcomes: string[] = [];
    for (let at = 1; at === 1 || outcomes.at(-1) === 'killed'; at += 1)
      outcomes.push(await survive(at, when));
    expect(outcomes.length).toBeGreaterThan(10);
  },
  300_000,
);
