import { expect, test } from 'vitest';
import { toWhen } from '../../../src/browser/when.ts';

const timeZone = 'America/Guatemala';

test.each([
  ['2026-11-20T16:05:00-06:00', 'hoy a las 16:05'],
  ['2026-11-20T00:00:00-06:00', 'hoy a las 0:00'],
  ['2026-11-20T01:30:00-06:00', 'hoy a la 1:30'],
  ['2026-11-19T23:59:00-06:00', 'ayer a las 23:59'],
  ['2026-11-21T08:30:00-06:00', 'mañana a las 8:30'],
  ['2026-11-16T09:00:00-06:00', 'el lunes 16 de noviembre a las 9:00'],
  ['2027-01-04T09:00:00-06:00', 'el lunes 4 de enero de 2027 a las 9:00'],
  // Another day in UTC.
  ['2026-11-21T05:59:00Z', 'hoy a las 23:59'],
])('%s is told in the time zone of the site: %s', (moment, expected) => {
  expect(toWhen(new Date(moment), new Date('2026-11-20T12:00:00-06:00'), timeZone)).toBe(expected);
});

test('a day is a day when the clocks change', () => {
  const now = new Date('2026-03-29T12:00:00+02:00');
  expect(toWhen(new Date('2026-03-28T23:30:00+01:00'), now, 'Europe/Madrid')).toBe('ayer a las 23:30');
  expect(toWhen(new Date('2026-03-30T00:30:00+02:00'), now, 'Europe/Madrid')).toBe('mañana a las 0:30');
});
