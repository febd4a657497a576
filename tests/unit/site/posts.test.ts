import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type PostEntry,
  toFrontPage,
  toListPages,
  toNextDate,
  toPublished,
} from '../../../src/site/posts.ts';
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
  const toPosts = (count: number, highlighted: readonly number[] = []): PostEntry[] =>
    Array.from({ length: count }, (_, index) =>
      toPostEntry(String(index), { highlight: highlighted.includes(index) }),
    );

  test('is led by the newest highlight, and shows no post twice', () => {
    const posts = toPosts(30, [2, 3, 5, 7, 9]);
    const { lead, highlights, latest, more } = toFrontPage(posts, []);
    expect(lead?.id).toBe('2');
    expect(ids(highlights)).toEqual(['3', '5', '7']);
    expect(ids(latest)).toEqual(['0', '1', '4', '6', '8']);
    expect(ids(more)).toEqual(['9', '10', '11', '12', '13', '14', '15', '16']);
  });

  test('is led by the newest post when every highlight is old', () => {
    const { lead, highlights } = toFrontPage(toPosts(30, [12, 20]), []);
    expect([lead?.id, ids(highlights)]).toEqual(['0', ['12', '20']]);
  });

  test('shows of a topic what stands nowhere above; topics beyond the largest have a line each', () => {
    const posts = toPosts(20);
    const topics = Array.from({ length: 30 }, (_, index) => ({
      name: String(index),
      posts: posts.slice(index),
    }));
    const page = toFrontPage(posts, topics);
    expect(page.topics.map(({ topic, posts: shown }) => [topic.name, ids(shown)])).toEqual([
      ['0', ['14', '15', '16']],
      ['1', ['14', '15', '16']],
      ['2', ['14', '15', '16']],
      ['3', ['14', '15', '16']],
    ]);
    expect(page.otherTopics.map(({ name }) => name).slice(0, 2)).toEqual(['4', '5']);
    expect(page.otherTopics.length).toBeLessThan(26);
    const single = { name: 'uno', posts: posts.slice(0, 1) };
    expect(toFrontPage(posts, [single])).toMatchObject({ topics: [], otherTopics: [single] });
  });

  test('without highlights is led by the newest post', () => {
    const { lead, highlights, latest, more } = toFrontPage(toPosts(2), []);
    expect([lead?.id, ids(highlights), ids(latest), ids(more)]).toEqual(['0', [], ['1'], []]);
  });

  test('of a new site is empty', () => {
    expect(toFrontPage([], [])).toEqual({
      lead: undefined,
      highlights: [],
      latest: [],
      more: [],
      topics: [],
      otherTopics: [],
    });
  });
});

describe('the list of all articles', () => {
  const toNumbers = (count: number): number[] => Array.from({ length: count }, (_, index) => count - index);

  test('numbers its pages from the oldest; the newest page holds one to two pages', () => {
    const { newest, pages } = toListPages(toNumbers(11), 3);
    expect(newest).toEqual([11, 10, 9, 8, 7]);
    expect(pages).toEqual([
      { number: 1, posts: [3, 2, 1] },
      { number: 2, posts: [6, 5, 4] },
    ]);
  });

  test('shows every post once, and a new post changes no numbered page', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.integer({ min: 1, max: 30 }), (count, size) => {
        const { newest, pages } = toListPages(toNumbers(count), size);
        expect([...newest, ...pages.toReversed().flatMap(({ posts }) => posts)]).toEqual(toNumbers(count));
        expect(newest.length).toBeLessThan(2 * size);
        expect(toListPages(toNumbers(count + 1), size).pages.slice(0, pages.length)).toEqual(pages);
      }),
    );
  });
});
