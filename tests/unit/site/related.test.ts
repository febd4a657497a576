import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRelated } from '../../../src/site/related.ts';
import { toTopics } from '../../../src/site/topics.ts';
import { toPostEntry } from './posts.ts';

interface Given {
  readonly tags: readonly string[];
  readonly day: number;
}

const toDate = (day: number): string => new Date(Date.UTC(2020, 0, 1 + day)).toISOString();

/** Posts `p0`, `p1`… in the order given; what each leads to, by id. */
function toRelated(given: readonly Given[]): (id: string) => string[] {
  const posts = given
    .map(({ tags, day }, index) => toPostEntry(`p${String(index)}`, { tags: [...tags], date: toDate(day) }))
    .sort((a, b) => Date.parse(b.data.date) - Date.parse(a.data.date));
  const find = createRelated(toTopics(posts, []), posts.length);
  return (id) =>
    posts.filter((post) => post.id === id).flatMap((post) => find(post).map((other) => other.id));
}

describe('related posts', () => {
  test('share a topic', () => {
    const related = toRelated([
      { tags: ['a'], day: 1 },
      { tags: ['b'], day: 2 },
      { tags: ['a'], day: 3 },
    ]);
    expect(related('p0')).toEqual(['p2']);
    expect(related('p1')).toEqual([]);
  });

  test('that share a rare topic come before those that share a common one', () => {
    const common = Array.from({ length: 8 }, (_, index) => ({ tags: ['común'], day: 50 + index }));
    const related = toRelated([{ tags: ['común', 'rara'], day: 51 }, { tags: ['rara'], day: 1 }, ...common]);
    expect(related('p0')[0]).toBe('p1');
  });

  test('that share more come first, then the nearest in time', () => {
    const related = toRelated([
      { tags: ['a', 'b'], day: 10 },
      { tags: ['a'], day: 11 },
      { tags: ['a'], day: 8 },
      { tags: ['a'], day: 90 },
      { tags: ['b', 'a'], day: 60 },
    ]);
    expect(related('p0')).toEqual(['p4', 'p1', 'p2']);
  });

  test('are never the post itself, never twice, and all share a topic with it', () => {
    const tags = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 3 });
    const posts = fc.array(fc.record({ tags, day: fc.nat(400) }), { maxLength: 40 });
    fc.assert(
      fc.property(posts, (given) => {
        const related = toRelated(given);
        for (const [index, { tags: own }] of given.entries()) {
          const id = `p${String(index)}`;
          const found = related(id);
          expect(found).not.toContain(id);
          expect(new Set(found).size).toBe(found.length);
          expect(found.length).toBeLessThanOrEqual(3);
          for (const other of found) {
            expect(given[Number(other.slice(1))]?.tags.some((tag) => own.includes(tag))).toBe(true);
          }
        }
      }),
    );
  });

  test('of old posts stay when a new one of their topic appears', () => {
    const old = Array.from({ length: 100 }, (_, day) => ({ tags: ['a'], day }));
    const before = toRelated(old);
    const after = toRelated([...old, { tags: ['a'], day: 100 }]);
    const changed = old.filter((_, index) => {
      const id = `p${String(index)}`;
      return before(id).join() !== after(id).join();
    });
    expect(changed.length).toBeLessThanOrEqual(3);
  });
});
