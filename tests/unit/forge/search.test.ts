import { expect, test } from 'vitest';
import type { IssueRecord } from '../../../src/forge/records.ts';
import { searchIssues } from '../../../src/forge/search.ts';

const issue = (number: number, changes: Partial<IssueRecord> = {}): IssueRecord => ({
  number,
  title: `Notes: ${number}`,
  body: `This issue tracks notes for entry: \`posts/entrada-${number}\``,
  state: 'open',
  labels: ['decap-cms-notes'],
  assignees: [],
  user: 'ana',
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
  closedAt: null,
  ...changes,
});

const issues = [
  issue(1),
  issue(2, { state: 'closed' }),
  issue(3, { labels: [] }),
  issue(4, { title: 'Other', body: null }),
];

test.each([
  ['repo:gaceta/contenido label:decap-cms-notes "posts/entrada-1" in:body', [1]],
  ['repo:gaceta/contenido label:decap-cms-notes state:open', [1, 4]],
  ['repo:GACETA/Contenido LABEL:decap-cms-notes', [1, 2, 4]],
  ['label:"decap-cms-notes" is:closed is:issue', [2]],
  ['notes in:title', [1, 2, 3]],
  ['is:pr', []],
  ['repo:otra/cosa', []],
  ['author:ana', []],
  ['', [1, 2, 3, 4]],
])('%s', (query, numbers) => {
  expect(searchIssues(issues, query, 'gaceta/contenido').map(({ number }) => number)).toEqual(numbers);
});
