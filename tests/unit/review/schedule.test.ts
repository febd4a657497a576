import { expect, test } from 'vitest';
import { isDue, toPlannedMoment } from '../../../src/review/schedule.ts';

const saved = '2026-03-01T12:00:00Z';

test.each([
  ['a later moment', '2026-03-01T12:00:01Z', '2026-03-01T12:00:01.000Z'],
  ['a moment that is later with its offset only', '2026-03-01T07:00:00-06:00', '2026-03-01T13:00:00.000Z'],
  ['the moment of saving itself', '2026-03-01T12:00:00Z', undefined],
  ['a moment that looks later and was not', '2026-03-01T13:00:00+02:00', undefined],
  ['no date', undefined, undefined],
  ['what is no date', 'mañana', undefined],
])('%s: is it a plan?', (_, date, planned) => {
  expect(toPlannedMoment(date, saved)?.toISOString()).toBe(planned);
});

test('a plan is due from its moment on', () => {
  const moment = new Date('2026-03-04T06:00:00Z');
  const at = (date: string): boolean => isDue(moment, new Date(date));
  expect([
    at('2026-03-04T05:59:59.999Z'),
    at('2026-03-04T06:00:00Z'),
    // Half an hour before midnight in Guatemala is no longer before it in UTC.
    at('2026-03-03T23:30:00-06:00'),
    at('2026-03-04T00:00:00-06:00'),
  ]).toEqual([false, true, false, true]);
});
