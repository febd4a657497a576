import { expect, test } from 'vitest';
import { readFindings } from '../../../../src/revision/pull/read-findings.ts';

const head = 'b'.repeat(40);
const finding = {
  rule: 'image-alt',
  severity: 'error',
  location: { file: 'a.mdx', line: 3, column: 1 },
  message: 'Falta el texto.',
  hint: 'Escríbelo.',
};
const toReport = (findings: object): string =>
  `<!-- gaceta:revision -->\nCambió algo.\n\n<!-- gaceta:findings ${JSON.stringify(findings)} -->\n`;

test('the findings of this head are read from the report', () => {
  const report = toReport({ head, new: [finding], fixed: [], remaining: [], more: 0 });
  expect(readFindings(report, head)?.new).toEqual([finding]);
});

test.each([
  ['no report', undefined],
  ['a report without them', '<!-- gaceta:revision -->'],
  ['those of another head', toReport({ head: 'a'.repeat(40), new: [], fixed: [], remaining: [] })],
  ['a line that was cut off', '<!-- gaceta:findings {"head": -->'],
  ['another form', toReport({ head, new: 'x' })],
])('%s: nothing is known yet', (_, report) => {
  expect(readFindings(report, head)).toBeUndefined();
});
