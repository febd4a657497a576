import { describe, expect, test } from 'vitest';
import { createEntryCheck, isStillTrue } from '../../../src/checks/check-entry.ts';
import { type SiteFacts, toKnowledge } from '../../../src/checks/knowledge.ts';

const file = 'src/content/posts/2026-03-04-presupuesto.mdx';

const source = [
  '---',
  'title: Así se lee un presupuesto',
  'image: /assets/images/posts/presupuesto.jpg',
  'imageAlt: Dos personas leen una tabla de montos.',
  'description: Una guía para encontrar el gasto de tu municipio y preguntar por él.',
  'autor: Ana Lucía Méndez',
  'date: 2026-03-04T08:30:00-06:00',
  'highlight: false',
  'aliases:',
  '  - /blog/presupuesto',
  '---',
  'Lee también [el acta del concejo](/articulos/2026-01-02-acta/).',
  '',
].join('\n');

const photo = { bytes: 80_000, format: 'jpeg', width: 1600, height: 900, animated: false, position: false };

const facts: SiteFacts = {
  url: 'https://gaceta.example.org',
  timeZone: 'America/Guatemala',
  now: new Date('2026-11-23T12:00:00-06:00'),
  uploads: new Map([['/assets/images/posts/presupuesto.jpg', photo]]),
  pages: new Set(['articulos/2026-01-02-acta']),
};

const check = createEntryCheck(toKnowledge(facts));
const checkIt = (text = source) => check({ file, source: text, valuesOnly: false });

describe('createEntryCheck', () => {
  test('knows the values, where they stand and what was asked', () => {
    const { values, places, moments, checked } = checkIt();
    expect(values).toMatchObject({ title: 'Así se lee un presupuesto', aliases: ['/blog/presupuesto'] });
    expect(places).toEqual({
      title: { line: 2, column: 8 },
      body: { line: 12, column: 1 },
      'aliases.0': { line: 10, column: 5 },
    });
    expect(moments).toContain(Date.parse('2026-03-04T08:30:00-06:00'));
    expect(checked?.findings).toEqual([]);
    expect(JSON.parse(checked?.answers.uploads['/assets/images/posts/presupuesto.jpg'] ?? '')).toEqual(photo);
  });

  test('what one entry asked is not what another asked', () => {
    const [one, other] = [source, source.replaceAll('presupuesto.jpg', 'otra.jpg')].map((text) =>
      checkIt(text),
    );
    expect(Object.keys(one?.checked?.answers.uploads ?? {})).toEqual([
      '/assets/images/posts/presupuesto.jpg',
    ]);
    expect(Object.keys(other?.checked?.answers.uploads ?? {})).toEqual(['/assets/images/posts/otra.jpg']);
  });

  test('sees only the values where only they are wanted', () => {
    const entry = check({ file, source, valuesOnly: true });
    expect(entry.values).toMatchObject({ title: 'Así se lee un presupuesto' });
    expect(entry.checked).toBeUndefined();
  });

  test.each([
    ['a byte order mark', `\uFEFF${source}`],
    ['CRLF', source.replaceAll('\n', '\r\n')],
    ['decomposed letters', source.normalize('NFD')],
    ['a last line without an end', source.trimEnd()],
  ])('says that --fix takes %s away', (_, text) => {
    expect(checkIt(text).checked?.findings).toMatchObject([{ rule: 'file-form', repairable: true }]);
  });

  test('a file whose form cannot be read has no values', () => {
    const entry = checkIt('Sin encabezado.');
    expect(entry.values).toBeUndefined();
    expect(entry.checked?.findings.map(({ rule }) => rule)).toContain('front-matter-syntax');
  });

  test('a file that is not UTF-8 has one finding', () => {
    const entry = check({ file, source: undefined, valuesOnly: false });
    expect(entry.checked?.findings.map(({ rule }) => rule)).toEqual(['file-encoding']);
  });
});

describe('isStillTrue', () => {
  const answers = {
    uploads: { '/a.jpg': 'null', '/b.jpg': JSON.stringify(photo) },
    pages: { '/articulos/x/': true, '/nada/': false },
    now: true,
  };
  const then = new Date('2026-11-20T12:00:00Z');
  const same: SiteFacts = {
    ...facts,
    uploads: new Map([['/b.jpg', photo]]),
    pages: new Set(['articulos/x']),
  };
  const past = [Date.parse('2026-01-01T00:00:00Z')];

  test.each<[what: string, now: Partial<SiteFacts>, moments: number[], expected: boolean]>([
    ['nothing changed', {}, past, true],
    ['a file came', { uploads: new Map([...same.uploads, ['/a.jpg', photo]]) }, past, false],
    ['a file went', { uploads: new Map() }, past, false],
    ['a file changed', { uploads: new Map([['/b.jpg', { ...photo, bytes: 1 }]]) }, past, false],
    ['a page went', { pages: new Set() }, past, false],
    ['a page came', { pages: new Set(['articulos/x', 'nada']) }, past, false],
    [
      'another file and page came',
      { uploads: new Map([...same.uploads, ['/c.jpg', photo]]), pages: new Set(['articulos/x', 'y']) },
      past,
      true,
    ],
    ['its moment came', {}, [Date.parse('2026-11-22T12:00:00Z')], false],
    ['its moment is within a day of the check', {}, [Date.parse('2026-11-20T00:00:00Z')], false],
    ['its moment is far ahead', {}, [Date.parse('2027-11-22T12:00:00Z')], true],
  ])('%s', (_, now, moments, expected) => {
    expect(isStillTrue(answers, moments, then, toKnowledge({ ...same, ...now }))).toBe(expected);
  });

  test('the same moment is the same moment', () => {
    const site = toKnowledge({ ...same, now: then });
    expect(isStillTrue(answers, [then.getTime()], then, site)).toBe(true);
  });
});
