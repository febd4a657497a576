import { expect, test } from 'vitest';
import { formatDate, formatDayOfYear, formatMonth, toDay } from '../../../src/site/dates.ts';

const guatemala = { language: 'es-GT', timeZone: 'America/Guatemala' };

test('a day is that of the time zone of the site, whatever the offset of the date', () => {
  for (const date of ['2026-03-25T20:15:00-06:00', '2026-03-26T02:15:00Z']) {
    expect(formatDate(date, guatemala)).toBe('25 de marzo de 2026');
    expect(formatDayOfYear(date, guatemala)).toBe('25 de marzo');
    expect(toDay(date, guatemala)).toBe('2026-03-25');
    expect(toDay(date, { timeZone: 'Europe/Madrid' })).toBe('2026-03-26');
  }
});

test('a month has a name, with its year where asked', () => {
  expect(formatMonth('2026-11', 'es-GT')).toBe('noviembre');
  expect(formatMonth('2026-01', 'es-GT', 'numeric')).toBe('enero de 2026');
});
