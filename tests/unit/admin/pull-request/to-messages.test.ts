import { describe, expect, test } from 'vitest';
import { findNews, toMessages } from '../../../../src/admin/pull-request/to-messages.ts';
import { toTimeline } from '../../../../src/browser/conversation/timeline.ts';

const at = (hour: number): string => `2026-11-20T${String(hour).padStart(2, '0')}:00:00Z`;

const reviews = [
  {
    id: 1,
    user: { login: 'rosa' },
    body: 'Falta la fuente.',
    state: 'CHANGES_REQUESTED',
    submitted_at: at(9),
  },
  // Each comment on a paragraph has one of these.
  { id: 2, user: { login: 'rosa' }, body: '', state: 'COMMENTED', submitted_at: at(10) },
  { id: 3, user: { login: 'raul' }, body: '', state: 'APPROVED', submitted_at: at(11) },
];

const reviewComment = (id: number, login: string, hour: number, parent?: number) => ({
  id,
  user: { login },
  body: parent === undefined ? '> Fue el martes.\n\n¿Qué martes?' : 'El 5.',
  path: 'a.mdx',
  line: 12,
  commit_id: 'a',
  created_at: at(hour),
  html_url: '',
  ...(parent === undefined ? {} : { in_reply_to_id: parent }),
});

const toAll = (reviewComments: ReturnType<typeof reviewComment>[]) =>
  toMessages(toTimeline({ facts: { reviews }, comments: [], reviewComments }));

test('a conversation has what was said, and no approval without words', () => {
  expect(toAll([reviewComment(10, 'rosa', 10), reviewComment(11, 'ana', 12, 10)])).toMatchObject([
    { kind: 'said', verdict: 'CHANGES_REQUESTED', said: { text: 'Falta la fuente.' } },
    {
      kind: 'thread',
      thread: { quote: 'Fue el martes.', said: [{ text: '¿Qué martes?' }, { text: 'El 5.' }] },
    },
  ]);
});

describe('news', () => {
  const asked = [reviewComment(10, 'rosa', 10)];

  test('are what others said, oldest first', () => {
    const news = findNews(toAll(asked), 'ana', at(8)).map(({ text }) => text);
    expect(news[0]).toBe('Falta la fuente.');
    expect(news.at(-1)).toBe('¿Qué martes?');
  });

  test('are old once they are answered or worked on', () => {
    expect(findNews(toAll([...asked, reviewComment(11, 'ana', 12, 10)]), 'ana', undefined)).toEqual([]);
    expect(findNews(toAll(asked), 'ana', at(12))).toEqual([]);
  });

  test('are never what one said oneself', () => {
    expect(findNews(toAll(asked), 'rosa', undefined)).toEqual([]);
  });
});
