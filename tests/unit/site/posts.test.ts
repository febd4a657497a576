import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toArchive, toFrontPage, toNextDate, toPublished } from '../../../src/site/posts.ts';
import { toPostEntry } from './posts.ts';

const ids = (posts: readonly { readonly id: string }[]): string[] => posts.map(({ id }) => id);

describe('published posts', () => {
  const now = new Date('2026-03-04T12:00:00Z');

  test('are those whose moment has come, newest first', () => {
    const posts = [
      toPostEntry('vieja', { date: '2025-01-01T00:00:00Z' }),
      toPostEntry('futura', { date: '2026-03-04T12:00:01Z' }),
      toPostEntry('ahora', { date: '2026-03-04T06:00:00-06:00' }),
    ];
    expect(ids(toPublished(posts, now))).toEqual(['ahora', 'vieja']);
  });

  test('that wait for their date say when the first of them appears', () => {
    const posts = [
      toPostEntry('vieja', { date: '2025-01-01T00:00:00Z' }),
      toPostEntry('lejana', { date: '2026-04-01T00:00:00-06:00' }),
      toPostEntry('cercana', { date: '2026-03-05T00:00:00-06:00' }),
    ];
    expect(toNextDate(posts, now)).toBe('2026-03-05T06:00:00.000Z');
    expect(toNextDate(posts.slice(0, 1), now)).toBeUndefined();
  });

  test('of the same moment are in the order of their ids, whatever their offset', () => {
    const posts = [
      toPostEntry('b', { date: '2026-03-01T06:00:00-06:00' }),
      toPostEntry('a', { date: '2026-03-01T12:00:00Z' }),
    ];
    expect(ids(toPublished(posts, now))).toEqual(['a', 'b']);
  });
});

describe('the front page', () => {
  test('is led by the newest highlight, and shows no post twice', () => {
    const posts = Array.from({ length: 20 }, (_, index) =>
      toPostEntry(String(index), { highlight: [2, 3, 5, 7, 9].includes(index) }),
    );
    const { lead, highlights, latest } = toFrontPage(posts);
    expect(lead?.id).toBe('2');
    expect(ids(highlights)).toEqual(['3', '5', '7']);
    expect(ids(latest)).toEqual(['0', '1', '4', '6', '8', '9', '10', '11', '12', '13', '14', '15']);
  });

  test('without highlights is led by the newest post', () => {
    const { lead, highlights, latest } = toFrontPage([toPostEntry('a'), toPostEntry('b')]);
    expect([lead?.id, ids(highlights), ids(latest)]).toEqual(['a', [], ['b']]);
  });

  test('of a new site is empty', () => {
    expect(toFrontPage([])).toEqual({ lead: undefined, highlights: [], latest: [] });
  });
});

describe('the archive', () => {
  const toNumbers = (count: number): number[] => Array.from({ length: count }, (_, index) => count - index);

  test('numbers its pages from the oldest; the newest page holds one to two pages', () => {
    const { newest, pages } = toArchive(toNumbers(11), 3);
    expect(newest).toEqual([11, 10, 9, 8, 7]);
    expect(pages).toEqual([
      { number: 1, posts: [3, 2, 1] },
      { number: 2, posts: [6, 5, 4] },
    ]);
  });

  test('shows every post once, and a new post changes no numbered page', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.integer({ min: 1, max: 30 }), (count, size) => {
        const { newest, pages } = toArchive(toNumbers(count), size);
        expect([...newest, ...pages.toReversed().flatMap(({ posts }) => posts)]).toEqual(toNumbers(count));
        expect(newest.length).toBeLessThan(2 * size);
        expect(toArchive(toNumbers(count + 1), size).pages.slice(0, pages.length)).toEqual(pages);
      }),
    );
  });
});
