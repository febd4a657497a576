import { expect, test } from 'vitest';
import { BoundedCache } from '../../../src/git/bounded-cache.ts';

test('forgets what was used longest ago', () => {
  const cache = new BoundedCache<string, number>(3);
  for (const [index, key] of ['a', 'b', 'c'].entries()) cache.set(key, index);
  cache.get('a');
  cache.set('d', 4);
  expect(['a', 'b', 'c', 'd'].map((key) => cache.get(key))).toEqual([0, undefined, 2, 4]);
});

test('counts weights, and keeps the newest even when it is too heavy', () => {
  const cache = new BoundedCache<string, string>(10);
  cache.set('a', 'A', 6);
  cache.set('b', 'B', 6);
  expect([cache.get('a'), cache.get('b')]).toEqual([undefined, 'B']);
  cache.set('c', 'C', 60);
  expect([cache.get('b'), cache.get('c')]).toEqual([undefined, 'C']);
  cache.set('c', 'C', 1);
  cache.set('d', 'D', 9);
  expect([cache.get('c'), cache.get('d')]).toEqual(['C', 'D']);
});
