import { expect, test } from 'vitest';
import { toStories, toStoryList } from '../../../src/site/stories.ts';
import { toTopics } from '../../../src/site/topics.ts';
import { toPostEntry } from './posts.ts';

const guatemala = { language: 'es-GT', timeZone: 'America/Guatemala' };

test('the kicker of a story is its first tag under the name of the topic, and counts for what is kept', () => {
  const posts = [toPostEntry('a', { tags: ['Fotografia', 'edición'] }), toPostEntry('b')];
  const topic = { id: 'foto', digest: 'x', data: { name: 'Fotografía', description: 'Fotos.' } };
  const [a, b] = toStories(posts, toTopics(posts, [topic]));
  expect([a?.kicker, b?.kicker]).toEqual(['Fotografía', undefined]);
  const [unnamed] = toStories(posts, toTopics(posts, []));
  expect(unnamed?.digest).not.toBe(a?.digest);
});

test('a long list shows its newest at length and the others by year', () => {
  const posts = ['2026-03-01', '2026-02-01', '2026-01-01', '2025-01-01'].map((day) =>
    toPostEntry(day, { date: `${day}T09:00:00-06:00` }),
  );
  const { newest, older } = toStoryList(toStories(posts, []), 1, guatemala);
  expect(newest.map(({ post }) => post.id)).toEqual(['2026-03-01']);
  expect(older.map(({ year, stories }) => `${year}: ${String(stories.length)}`)).toEqual([
    '2026: 2',
    '2025: 1',
  ]);
});
