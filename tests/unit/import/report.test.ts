import { describe, expect, test } from 'vitest';
import { diffWords, findChangedLines } from '../../../src/import/report/diff.ts';
import { renderReport } from '../../../src/import/report/render-report.ts';
import {
  countByRule,
  type EntryReport,
  isOpen,
  type Report,
  toJson,
} from '../../../src/import/report/report.ts';
import { toSummary } from '../../../src/import/report/summary.ts';

const evil = '<script>alert("1")</script><img src=x onerror=alert(1)>';

const entry: EntryReport = {
  source: 'posts/2024-01-01-nota.md',
  title: `Una nota ${evil}`,
  status: 'new',
  file: 'src/content/posts/2024-01-01-nota.mdx',
  collection: 'posts',
  repairs: [
    {
      rule: 'mojibake',
      path: ['body'],
      message: 'Hay letras dañadas.',
      before: 'ciudadanÃa',
      after: 'ciudadanía',
    },
    { rule: 'special-space', path: ['body'], message: 'Hay un espacio.', before: '\u00A0', after: ' ' },
    { rule: 'special-space', path: ['body'], message: 'Hay un espacio.', before: '\u00A0', after: ' ' },
    { rule: 'comment', path: ['body'], message: 'Hay una marca.', before: evil, after: '' },
  ],
  changes: [{ field: 'body', before: `Igual\n\nuno\u00A0dos ${evil}`, after: 'Igual\n\nuno dos' }],
  leftovers: [{ key: evil, text: evil, kept: false }],
  aliases: [`/blogs/${evil}`],
  uploads: [
    {
      status: 'broken',
      address: evil,
      path: '/assets/images/posts/a.png',
      reason: evil,
      before: { bytes: 2000 },
    },
  ],
  defects: [],
  findings: [
    {
      rule: 'image-alt',
      severity: 'error',
      location: { file: 'src/content/posts/2024-01-01-nota.mdx', line: 3, column: 1 },
      message: `Falta ${evil}.`,
      hint: 'Escríbelo.',
    },
  ],
};
const skipped: EntryReport = {
  ...entry,
  source: 'videos/a.md',
  status: 'skipped',
  reason: evil,
  repairs: [],
  findings: [],
};
const report: Report = { dryRun: true, entries: [entry, skipped] };

describe('the report for editors', () => {
  const page = renderReport(report);

  test('escapes every text', () => {
    expect(page).not.toMatch(/<script|<img/iu);
    expect(page.match(/&lt;script&gt;/gu)?.length).toBeGreaterThan(6);
  });

  test('allows its own style sheet and nothing else', () => {
    expect(page).toMatch(/default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]+'/u);
    expect(page).not.toMatch(/\b(?:src|href)="(?!#)/u);
  });

  test('marks words, names invisible signs and counts what is the same', () => {
    expect(page).toContain('<del>ciudadanÃa</del><ins>ciudadanía</ins>');
    expect(page).toContain('<span class="sign">espacio duro</span>');
    expect(page).toContain('(2 veces)');
  });

  test('is Spanish, says that it is a trial and has one level-one heading', () => {
    expect(page).toContain('<html lang="es">');
    expect(page).toContain('Es un ensayo');
    expect(page.match(/<h1/gu)).toHaveLength(1);
  });

  test('links lead to a document in it', () => {
    for (const [, id] of page.matchAll(/href="#([^"]+)"/gu)) expect(page).toContain(`id="${id ?? ''}"`);
  });
});

test('the JSON has totals and rules, and not the whole texts', () => {
  const data = JSON.parse(toJson(report)) as Record<string, unknown>;
  expect(data).toMatchObject({ dryRun: true, totals: { new: 1, skipped: 1 } });
  expect(JSON.stringify(data)).not.toContain('Igual');
});

test('rules are counted before, repaired and after; what was skipped does not count', () => {
  const counted = countByRule({
    ...report,
    entries: [
      { ...entry, defects: entry.findings },
      { ...skipped, findings: entry.findings },
    ],
  });
  expect(counted.find(({ rule }) => rule === 'image-alt')).toMatchObject({
    before: 1,
    repaired: 0,
    after: 1,
  });
  expect(counted.find(({ rule }) => rule === 'special-space')).toMatchObject({
    before: 0,
    repaired: 2,
    after: 0,
  });
});

test.each<[string, Partial<EntryReport>, boolean]>([
  ['an error is left', {}, true],
  ['nothing is left', { findings: [] }, false],
  ['it was edited', { status: 'edited', findings: [] }, false],
  ['it was not written', { status: 'incomplete', findings: [] }, true],
  ['it was skipped', { status: 'skipped', findings: [] }, true],
])('a person has something to do: %s', (_, change, open) => {
  expect(isOpen({ dryRun: false, entries: [{ ...entry, ...change }] })).toBe(open);
});

test('the summary says what comes next, but not after a dry run', () => {
  const place = { into: '/c', report: '/r/informe' };
  expect(toSummary({ ...report, dryRun: false }, place)).toContain('Next:');
  expect(toSummary(report, place)).toContain('nothing was written');
});

describe('differences', () => {
  test('are found word by word', () => {
    expect(diffWords('uno dos tres', 'uno cuatro tres')).toEqual([
      { kind: 'same', text: 'uno ' },
      { kind: 'removed', text: 'dos' },
      { kind: 'added', text: 'cuatro' },
      { kind: 'same', text: ' tres' },
    ]);
  });

  test.each([
    ['', ''],
    ['a', ''],
    ['', 'a'],
    ['a b c', 'c b a'],
    ['🚀 uno', 'uno 🚀'],
  ])('%j and %j can be put together again', (before, after) => {
    const pieces = diffWords(before, after);
    const join = (kind: string): string =>
      pieces.flatMap((piece) => (piece.kind === kind || piece.kind === 'same' ? [piece.text] : [])).join('');
    expect([join('removed'), join('added')]).toEqual([before, after]);
  });

  test('lines that did not change are left out', () => {
    expect(findChangedLines('a\nb\nc\nd', 'a\nB\nc\nd\ne')).toEqual([
      { before: 'b', after: 'B' },
      { before: '', after: 'e' },
    ]);
  });
});
