import { expect, test } from 'vitest';
import { paginate } from '../../../src/forge/paginate.ts';

const all = Array.from({ length: 250 }, (_, index) => index);
const relations = (link = ''): string[] =>
  [...link.matchAll(/page=(\d+)>; rel="(\w+)"/g)].map((match) => `${match[2]} ${match[1]}`);

test.each([
  ['', 30, 0, ['next 2', 'last 9']],
  ['?per_page=100', 100, 0, ['next 2', 'last 3']],
  ['?per_page=100&page=3', 50, 200, ['prev 2', 'first 1']],
  ['?per_page=1000', 100, 0, ['next 2', 'last 3']],
  ['?per_page=0&page=-1', 30, 0, ['next 2', 'last 9']],
  ['?per_page=x&page=y', 30, 0, ['next 2', 'last 9']],
  ['?page=99', 0, undefined, ['prev 9', 'first 1']],
])('%s', (query, length, first, links) => {
  const { items, headers } = paginate(all, new URL(`http://127.0.0.1/x${query}`));
  expect([items.length, items[0]]).toEqual([length, first]);
  expect(relations(headers['Link'])).toEqual(links);
});

test('one page has no links', () => {
  expect(paginate([1, 2], new URL('http://127.0.0.1/x')).headers).toEqual({});
});

test('commas in the address do not split the header', () => {
  const { headers } = paginate(all, new URL('http://127.0.0.1/x?labels=a,b'));
  expect(headers['Link']?.split(',')).toHaveLength(2);
});
