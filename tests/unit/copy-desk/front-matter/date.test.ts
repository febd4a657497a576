import { expect, test } from 'vitest';
import { collections } from '../../../../content-schema/index.ts';
import { toManuscript } from '../../../../src/copy-desk/manuscript.ts';
import { dateInFileName, dateInFuture } from '../../../../src/copy-desk/rules/front-matter/date.ts';
import { cleanPost, site, testRule } from '../cases.ts';

testRule(dateInFuture, [
  { name: 'past', given: { date: '2026-03-04T08:30:00-06:00' } },
  { name: 'now', given: { date: '2026-11-23T18:00:00Z' } },
  {
    name: 'future, in the time zone of the site',
    given: { date: '2026-12-02T03:05:00.000Z' },
    finds: ['info'],
    says: 'Se publicará el 1 de diciembre de 2026',
  },
  { name: 'the hour', given: { date: '2026-12-02T03:05:00Z' }, finds: ['info'], says: '21:05.' },
  {
    name: 'another time zone',
    given: { date: '2026-12-02T03:05:00Z' },
    site: { timeZone: 'Europe/Madrid' },
    finds: ['info'],
    says: '2 de diciembre de 2026',
  },
  { name: 'without offset, which the schema reports', given: { date: '2030-01-01T10:00:00' } },
  { name: 'a day only', given: { date: '2030-01-01' } },
  { name: 'no date', given: { date: '2030-99-01T10:00:00Z' } },
]);

testRule(dateInFileName, [
  { name: 'the same day', given: {} },
  { name: 'the same day in the site, another in UTC', given: { date: '2026-03-05T03:00:00Z' } },
  {
    name: 'another day in the site, the same in UTC',
    given: { date: '2026-03-04T03:00:00Z' },
    finds: ['warning'],
    says: 'El nombre del archivo dice 2026-03-04, pero en la hora del sitio la fecha es el 2026-03-03.',
  },
  {
    name: 'another time zone',
    given: { date: '2026-03-04T23:30:00Z' },
    site: { timeZone: 'Europe/Madrid' },
    finds: ['warning'],
    says: '2026-03-05',
  },
  { name: 'without offset, which the schema reports', given: { date: '2026-03-09T10:00:00' } },
  { name: 'no text', given: { date: 5 } },
]);

test('a file name without a date says nothing of it', () => {
  const manuscript = toManuscript(collections.posts, cleanPost, 'src/content/posts/sin-fecha.mdx');
  expect([...dateInFileName.find(manuscript, site)]).toEqual([]);
});
