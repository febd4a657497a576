import { expect, test } from 'vitest';
import { toApprovers } from '../../../src/review/index.ts';

const review = (login: string, state: string, commit = 'head') => ({
  user: { login },
  state,
  commit_id: commit,
});

test.each([
  ['an approval of this version', [review('rosa', 'APPROVED')], ['rosa']],
  ['one of an earlier version', [review('rosa', 'APPROVED', 'before')], []],
  ['one that was dismissed', [review('rosa', 'APPROVED'), review('rosa', 'DISMISSED')], []],
  ['changes asked for since', [review('rosa', 'APPROVED'), review('rosa', 'CHANGES_REQUESTED')], []],
  ['a comment since', [review('rosa', 'APPROVED'), review('rosa', 'COMMENTED')], ['rosa']],
  ['two people', [review('rosa', 'APPROVED'), review('raul', 'APPROVED')], ['rosa', 'raul']],
  ['somebody whose account is gone', [{ user: null, state: 'APPROVED', commit_id: 'head' }], []],
])('%s', (_, reviews, expected) => {
  expect(toApprovers(reviews, 'head')).toEqual(expected);
});
