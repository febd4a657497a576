import { expect, test } from 'vitest';
import type { Changes } from '../../../src/changes/collect-changes.ts';
import { toComment } from '../../../src/changes/comment.ts';

const toFindings = (count: number): Changes['report']['findings']['new'] =>
  Array.from({ length: count }, (_, index) => ({
    rule: 'link-text',
    severity: 'error' as const,
    location: { file: `src/content/posts/${'_'.repeat(200)}${String(index)}.mdx`, line: 1, column: 1 },
    message: '*'.repeat(400),
    hint: '_'.repeat(300),
  }));

const toChanges = (count: number): Changes => ({
  report: {
    entries: [],
    media: Array.from({ length: count }, (_, index) => ({
      path: `src/assets/images/posts/${'_'.repeat(200)}${String(index)}.jpg`,
      kind: 'added' as const,
      after: { bytes: 1 },
    })),
    findings: { new: toFindings(count), fixed: toFindings(count), remaining: [] },
  },
  mergeBase: 'b'.repeat(40),
  head: 'a'.repeat(40),
  versions: [],
  others: Array.from({ length: count }, (_, index) => `.github/${String(index)}\`@todos\`.yml`),
});

test('a comment is never longer than GitHub takes, begins with the marker and leads to the whole', () => {
  for (const count of [1, 20, 200]) {
    const comment = toComment(toChanges(count), 'https://gaceta.example/revision/#/cambios/7');
    expect(comment.length).toBeLessThanOrEqual(65_536);
    expect(comment).toMatch(/^<!-- gaceta:revision -->\n/u);
    expect(comment).toContain('https://gaceta.example/revision/');
  }
});

test('files that are no content are named, as nothing but text', () => {
  const comment = toComment(toChanges(12));
  expect(comment).toContain('`.github/0·@todos·.yml`');
  expect(comment).toContain('y 2 más');
});
