import { afterEach, expect, test, vi } from 'vitest';
import { createGitHub } from '../../../src/github/client.ts';
import { startSchedule } from '../../../src/server/schedule.ts';
import { openNewsroom, origin, saveEntry, type TestNewsroom } from '../forge/newsroom.ts';
import { toSamplePost } from '../../support/sample-posts.ts';

let newsroom: TestNewsroom;

afterEach(() => newsroom[Symbol.asyncDispose]());

test('the server publishes a planned post by itself when the clock of the newsroom passes midnight', async () => {
  newsroom = await openNewsroom();
  const { forge } = newsroom;
  const reviewer = await newsroom.signIn('beto');
  const content = toSamplePost(1).content.replace(/^date: .*$/mu, 'date: 2040-03-04T00:00:00-06:00');
  const { number } = await saveEntry(reviewer, 'a', content);
  await reviewer('PUT', `./issues/${number}/labels`, { labels: ['gaceta/pending_publish'] });

  let now = new Date('2040-03-03T23:59:59.999-06:00');
  let looks = 0;
  const lines: string[] = [];
  const schedule = startSchedule({
    github: createGitHub({
      apiUrl: `${origin}/forge`,
      repository: 'gaceta/contenido',
      token: forge.openSession(),
      fetch: (request) => forge.handle(request),
    }),
    interval: 5,
    now: () => {
      looks += 1;
      return now;
    },
    log: (line) => lines.push(line),
  });
  await vi.waitUntil(() => looks > 3);
  expect(newsroom.moves).toEqual([]);
  now = new Date('2040-03-04T00:00:00-06:00');
  await vi.waitUntil(() => lines.length > 0, { timeout: 10_000 });
  await schedule.close();
  expect(lines).toEqual([`Planned: #${String(number)} «Create «a»»: published`]);
  expect(newsroom.moves).toHaveLength(1);
  expect(await newsroom.git.git('log', '-1', '--format=%an', 'main')).toBe('Gaceta');
});

test('an API that fails is told and does not end the clock', async () => {
  newsroom = await openNewsroom();
  const lines: string[] = [];
  const schedule = startSchedule({
    github: createGitHub({
      apiUrl: `${origin}/forge`,
      repository: 'gaceta/contenido',
      token: 'x',
      fetch: (request) => newsroom.forge.handle(request),
    }),
    interval: 5,
    now: () => new Date(),
    log: (line) => lines.push(line),
  });
  await vi.waitUntil(() => lines.length > 1);
  await schedule.close();
  expect(lines[0]).toContain('401 Bad credentials');
});
