import { expect, test } from 'vitest';
import { toLocalDate } from '../../../src/import/local-date.ts';

test.each([
  ['2024-07-12T20:56:59.436Z', 'America/Guatemala', '2024-07-12T14:56:59.436-06:00'],
  ['2024-09-18T02:45:07.000Z', 'America/Guatemala', '2024-09-17T20:45:07-06:00'],
  ['2026-03-06T07:49:00.000-06:00', 'America/Guatemala', '2026-03-06T07:49:00-06:00'],
  ['2024-01-01T00:30:00+02:00', 'Europe/Madrid', '2023-12-31T23:30:00+01:00'],
  ['2024-07-01T00:30:00Z', 'Europe/Madrid', '2024-07-01T02:30:00+02:00'],
  ['2024-07-01 00:30:00 +0200', 'UTC', '2024-06-30T22:30:00+00:00'],
  ['2024-07-01T00:30Z', 'Asia/Kathmandu', '2024-07-01T06:15:00+05:45'],
])('%s in %s is %s, the same moment', (text, timeZone, local) => {
  expect(toLocalDate(text, timeZone)).toBe(local);
  expect(Date.parse(local)).toBe(Date.parse(text.replace(' +0200', '+02:00').replace(' ', 'T')));
});

test.each(['2024-07-12', '2024-07-12T20:56:59', 'ayer', '', '2024-13-45T99:00:00Z'])(
  '%j is no moment',
  (text) => {
    expect(toLocalDate(text, 'America/Guatemala')).toBeUndefined();
  },
);
