import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseStored, toLocal, toStored, toStoredNow } from '../../../src/browser/zoned-time.ts';

const zones = [
  'America/Guatemala',
  'America/New_York',
  'Europe/Madrid',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'UTC',
];

const zone = fc.constantFrom(...zones);
const minuteOf = (min: string, max: string) =>
  fc
    .date({ min: new Date(min), max: new Date(max), noInvalidDate: true })
    .map((date) => Math.floor(date.getTime() / 60_000) * 60_000);

describe('a date of the form', () => {
  test('is stored with the offset of the site', () => {
    expect(toStored('2026-03-04T08:30', 'America/Guatemala')).toBe('2026-03-04T08:30:00-06:00');
    expect(toStored('2026-07-04T08:30', 'Europe/Madrid')).toBe('2026-07-04T08:30:00+02:00');
    expect(toStored('2026-03-04T08:30', 'Asia/Kolkata')).toBe('2026-03-04T08:30:00+05:30');
    expect(toStored('2026-03-04T08:30', 'UTC')).toBe('2026-03-04T08:30:00+00:00');
  });

  test('shows a date in any offset as the local time of the site', () => {
    const show = (stored: string) => toLocal(parseStored(stored) ?? Number.NaN, 'America/Guatemala');
    expect(show('2023-01-05T02:00:00Z')).toBe('2023-01-04T20:00');
    expect(show('2023-01-05T02:00:00.000+02:00')).toBe('2023-01-04T18:00');
  });

  test('moves forward out of the hour that clocks skip', () => {
    expect(toStored('2026-03-29T02:30', 'Europe/Madrid')).toBe('2026-03-29T03:30:00+02:00');
    expect(toStored('2026-03-08T02:30', 'America/New_York')).toBe('2026-03-08T03:30:00-04:00');
    // Samoa skipped a whole day.
    expect(toStored('2011-12-30T12:00', 'Pacific/Apia')).toBe('2011-12-31T12:00:00+14:00');
  });

  test('is the first of an hour that comes twice', () => {
    expect(toStored('2026-10-25T02:30', 'Europe/Madrid')).toBe('2026-10-25T02:30:00+02:00');
    expect(toStored('2026-11-01T01:30', 'America/New_York')).toBe('2026-11-01T01:30:00-04:00');
  });

  test.each(['', '2026-03-04', 'mañana', '2026-13-40T99:99'])('is nothing for %j', (text) => {
    expect(toStored(text, 'America/Guatemala')).toBeUndefined();
  });

  test('is no surprise while its year is half typed', () => {
    expect(toStored('0002-03-04T08:30', 'America/Guatemala')).toMatch(/^0002-03-04T08:30:00-06:02$/u);
  });

  test.each(['2026-03-04', '2026-03-04T08:30:00', 'ayer', '2026-02-31T99:00:00Z'])(
    'does not take %j for a stored date',
    (text) => {
      expect(parseStored(text)).toBeUndefined();
    },
  );

  test('now is to the minute', () => {
    expect(toStoredNow(Date.parse('2026-03-04T14:30:59.999Z'), 'America/Guatemala')).toBe(
      '2026-03-04T08:30:00-06:00',
    );
  });
});

describe('for every minute of a century, in every zone', () => {
  const instants = minuteOf('1980-01-01T00:00:00Z', '2080-01-01T00:00:00Z');

  test('what is stored is the moment that it says', () => {
    fc.assert(
      fc.property(instants, zone, (instant, timeZone) => {
        expect(parseStored(toStoredNow(instant, timeZone))).toBe(instant);
      }),
    );
  });

  test('what the form shows and stores again is the same local time', () => {
    fc.assert(
      fc.property(instants, zone, (instant, timeZone) => {
        const local = toLocal(instant, timeZone);
        const stored = toStored(local, timeZone) ?? '';
        expect(stored.slice(0, 16)).toBe(local);
        expect(toLocal(parseStored(stored) ?? Number.NaN, timeZone)).toBe(local);
      }),
    );
  });
});
