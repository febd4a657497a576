import { expect, test } from 'vitest';
import { findAuthor, toPostsBy } from '../../../src/site/authors.ts';
import { toPostEntry } from './posts.ts';

const ana = { id: 'ana', digest: 'x', data: { name: 'Ana Lucía Méndez', body: '' } };

test.each(['Ana Lucía Méndez', 'ana  lucía méndez ', 'Ana Luci\u0301a Me\u0301ndez'])(
  '«%s» signs as the listed author',
  (name) => {
    expect(findAuthor([ana], name)).toBe(ana);
    expect(
      toPostsBy([toPostEntry('a', { autor: name }), toPostEntry('b', { autor: 'Otra' })], ana),
    ).toHaveLength(1);
  },
);

test('a name that is not listed has no author page', () => {
  expect(findAuthor([ana], 'Ana Lucia Mendez')).toBeUndefined();
});
