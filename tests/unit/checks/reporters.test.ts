import { describe, expect, test } from 'vitest';
import type { Report, ReportFinding } from '../../../src/checks/report.ts';
import { toGitHub } from '../../../src/checks/reporters/github.ts';
import { toJson } from '../../../src/checks/reporters/json.ts';
import { toPretty } from '../../../src/checks/reporters/pretty.ts';
import { toSarif } from '../../../src/checks/reporters/sarif.ts';

const file = 'src/content/posts/2026-01-02-así, 100%: uno.mdx';

const error: ReportFinding = {
  rule: 'image-alt',
  severity: 'error',
  location: { file, line: 12, column: 8 },
  field: 'body',
  message: 'La imagen «a.jpg» no tiene texto alternativo.',
  hint: 'Describe\nlo que se ve.',
  repairable: false,
  text: 'Antes: ![](a.jpg)',
};

const warning: ReportFinding = {
  ...error,
  rule: 'link-tracking',
  severity: 'warning',
  location: { file: 'src/content/posts/b.mdx', line: 3, column: 1 },
  message: 'El enlace tiene rastreo.',
  hint: 'Quítalo.',
  repairable: true,
  text: '',
};

const report: Report = { entries: 3, reused: 1, findings: [error, warning], fixed: [] };
const clean: Report = { entries: 1, reused: 0, findings: [], fixed: [] };

describe('pretty', () => {
  test('groups by file and shows the line and what to do', () => {
    expect(toPretty(report, { colors: false })).toBe(
      [
        'src/content/posts/2026-01-02-así, 100%: uno.mdx',
        '  12:8 error La imagen «a.jpg» no tiene texto alternativo. image-alt',
        '    Antes: ![](a.jpg)',
        '           ^',
        '    → Describe·lo que se ve.',
        '',
        'src/content/posts/b.mdx',
        '  3:1 aviso El enlace tiene rastreo. link-tracking',
        '    → Quítalo. (Se repara con --fix.)',
        '',
        '1 error y 1 aviso en 2 archivos; 3 archivos revisados.',
        '',
      ].join('\n'),
    );
  });

  test('says what was repaired, and that nothing is left', () => {
    const fixed = [
      { file: 'a.mdx', repairs: 2 },
      { file: 'b.mdx', repairs: 0 },
    ];
    expect(toPretty({ ...clean, fixed }, { colors: false })).toBe(
      'Reparado: a.mdx (2 cambios)\nReparado: b.mdx (forma del archivo)\n\nNada que corregir: 1 archivo revisado.\n',
    );
  });

  test('shows a window of a long line, with the mark below the place', () => {
    const text = `${'a'.repeat(300)}¡aquí!${'b'.repeat(300)}`;
    const lines = toPretty(
      { ...report, findings: [{ ...error, text, location: { ...error.location, column: 301 } }] },
      { colors: false },
    ).split('\n');
    expect(lines[2]).toMatch(/^ {4}…a{30}¡aquí!b+…$/u);
    expect(lines[3]?.indexOf('^')).toBe(lines[2]?.indexOf('¡'));
  });

  test('counts the columns of emoji and shows what cannot be seen', () => {
    const text = '🇬🇹 \u200B\u001B[31m x';
    const lines = toPretty(
      {
        ...report,
        findings: [{ ...error, text, location: { ...error.location, column: text.indexOf('x') + 1 } }],
      },
      { colors: false },
    ).split('\n');
    expect(lines.slice(2, 4)).toEqual(['    🇬🇹 ··[31m x', '              ^']);
  });

  test('has colours only where they are wanted', () => {
    expect(toPretty(report, { colors: true })).toContain('\u001B[31m');
    expect(toPretty(report, { colors: false })).not.toContain('\u001B');
  });
});

test('json has a documented shape', () => {
  expect(JSON.parse(toJson({ ...report, fixed: [{ file: 'a.mdx', repairs: 2 }] }))).toEqual({
    version: 1,
    entries: 3,
    reused: 1,
    totals: { error: 1, warning: 1, info: 0 },
    fixed: [{ file: 'a.mdx', repairs: 2 }],
    findings: [
      {
        rule: 'image-alt',
        severity: 'error',
        file,
        line: 12,
        column: 8,
        field: 'body',
        message: 'La imagen «a.jpg» no tiene texto alternativo.',
        hint: 'Describe\nlo que se ve.',
        repairable: false,
      },
      {
        rule: 'link-tracking',
        severity: 'warning',
        file: 'src/content/posts/b.mdx',
        line: 3,
        column: 1,
        field: 'body',
        message: 'El enlace tiene rastreo.',
        hint: 'Quítalo.',
        repairable: true,
      },
    ],
  });
});

test('github escapes what would end a command or a property', () => {
  expect(toGitHub(report)).toBe(
    '::error file=src/content/posts/2026-01-02-así%2C 100%25%3A uno.mdx,line=12,col=8,title=image-alt' +
      '::La imagen «a.jpg» no tiene texto alternativo. Describe%0Alo que se ve.\n' +
      '::warning file=src/content/posts/b.mdx,line=3,col=1,title=link-tracking::El enlace tiene rastreo. Quítalo.\n',
  );
  expect(toGitHub({ ...report, findings: [{ ...warning, severity: 'info' }] })).toMatch(/^::notice /u);
  expect(toGitHub(clean)).toBe('');
});

test('sarif lists each rule once and says where and how severe each result is', () => {
  const log = JSON.parse(
    toSarif({ ...report, findings: [error, warning, { ...warning, severity: 'info' }] }),
  ) as unknown;
  expect(log).toMatchObject({
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Gaceta', rules: [{ id: 'image-alt' }, { id: 'link-tracking' }] } },
        results: [
          {
            ruleId: 'image-alt',
            ruleIndex: 0,
            level: 'error',
            message: { text: 'La imagen «a.jpg» no tiene texto alternativo. Describe\nlo que se ve.' },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: 'src/content/posts/2026-01-02-as%C3%AD%2C%20100%25%3A%20uno.mdx' },
                  region: { startLine: 12, startColumn: 8 },
                },
              },
            ],
            properties: { repairable: false },
          },
          { ruleIndex: 1, level: 'warning', properties: { repairable: true } },
          { level: 'note' },
        ],
      },
    ],
  });
});
