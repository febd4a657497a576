import { expect, test } from 'vitest';
import { toTimeline } from '../../../../src/browser/conversation/timeline.ts';

const review = { user: { login: 'rosa' }, commit_id: 'abc', html_url: '' };

test('everything said stands in the order of time; a review that only carries comments on paragraphs is left out', () => {
  const events = toTimeline({
    facts: {
      reviews: [
        { ...review, id: 1, state: 'COMMENTED', body: '', submitted_at: '2026-01-01T10:00:00Z' },
        { ...review, id: 2, state: 'APPROVED', body: '', submitted_at: '2026-01-04T10:00:00Z' },
        { ...review, id: 3, state: 'PENDING', body: 'Aún no', submitted_at: null },
      ],
    },
    comments: [{ id: 4, user: null, body: 'Listo.', created_at: '2026-01-03T10:00:00Z', html_url: '' }],
    reviewComments: [
      {
        id: 5,
        user: { login: 'rosa' },
        body: '¿Y esto?',
        path: 'a.mdx',
        line: 3,
        commit_id: 'abc',
        created_at: '2026-01-01T10:00:00Z',
        html_url: '',
      },
    ],
  });
  expect(events.map(({ kind, id }) => [kind, id])).toEqual([
    ['thread', 5],
    ['comment', 4],
    ['review', 2],
  ]);
});
