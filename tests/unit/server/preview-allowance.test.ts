import { expect, test } from 'vitest';
import { Allowance } from '../../../src/server/preview-allowance.ts';

test('somebody who types is never told to wait', () => {
  const allowance = new Allowance();
  for (let now = 0; now < 600_000; now += 150) {
    expect(allowance.check('ana', now)).toBeUndefined();
    allowance.spend('ana', 30, now);
  }
});

test('who takes much of the time waits, and others do not', () => {
  const allowance = new Allowance();
  for (let count = 0; count < 8; count++) allowance.spend('ana', 3000, 0);
  expect(allowance.check('ana', 0)).toBe(7);
  expect(allowance.check('ana', 7000)).toBeUndefined();
  expect(allowance.check('beto', 0)).toBeUndefined();
});
