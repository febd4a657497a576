import { beforeEach, expect, test } from 'vitest';
import { collections } from '../../../content-schema/index.ts';
import {
  addPendingTags,
  forgetPendingTags,
  removePendingTags,
  takePendingTags,
} from '../../../src/admin/paste/pending-tags.ts';

const { posts, pages } = collections;

beforeEach(forgetPendingTags);

test('tags of a paste join those of the entry once', () => {
  addPendingTags(['Datos abiertos', 'ética']);
  expect(takePendingTags(posts, { tags: ['Ética', 'agua'] })).toEqual({
    tags: ['Ética', 'agua', 'Datos abiertos'],
  });
  const values = { title: 'Hola' };
  expect(takePendingTags(posts, values)).toBe(values);
});

test('a paste that is undone leaves no tags', () => {
  addPendingTags(['uno', 'dos']);
  removePendingTags(['uno']);
  expect(takePendingTags(posts, {})).toEqual({ tags: ['dos'] });
});

test('an entry that has no tags gets none', () => {
  addPendingTags(['uno']);
  const values = { title: 'Hola' };
  expect(takePendingTags(pages, values)).toBe(values);
});
