import { expect, test } from 'vitest';
import { toArchiveYears, withNeighbours } from '../../../src/site/archive.ts';
import { toPostEntry } from './posts.ts';

const guatemala = { language: 'es-GT', timeZone: 'America/Guatemala' };

test('posts stand in the year and month that they have in the time zone of the site, the newest first', () => {
  const published = [
    toPostEntry('d', { date: '2026-11-20T08:00:00-06:00' }),
    toPostEntry('c', { date: '2026-11-01T06:00:00Z' }),
    toPostEntry('b', { date: '2026-11-01T05:59:00Z' }),
    // The last evening of 2025 in Guatemala is 2026 in UTC.
    toPostEntry('a', { date: '2025-12-31T20:00:00-06:00' }),
  ];
  const years = toArchiveYears(published, guatemala).map(({ year, count, months }) => ({
    year,
    count,
    months: months.map(({ month, posts }) => `${month}: ${posts.map(({ id }) => id).join(' ')}`),
  }));
  expect(years).toEqual([
    { year: '2026', count: 3, months: ['2026-11: d c', '2026-10: b'] },
    { year: '2025', count: 1, months: ['2025-12: a'] },
  ]);
});

test('nothing published, no years', () => {
  expect(toArchiveYears([], guatemala)).toEqual([]);
});

test('a list with the newest first knows what is newer and what is older', () => {
  expect(withNeighbours(['2026', '2024', '2023'])).toEqual([
    { item: '2026', newer: undefined, older: '2024' },
    { item: '2024', newer: '2026', older: '2023' },
    { item: '2023', newer: '2024', older: undefined },
  ]);
});
