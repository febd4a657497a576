import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Reviews, Statuses } from '../../../../src/browser/github-answers.ts';
import { type QueuedPull, toQueue } from '../../../../src/revision/queue/to-queue.ts';
import { review, toPull } from '../facts.ts';

type Changes = Parameters<typeof toPull>[0];

const queued = (
  changes: Changes = {},
  reviews: Reviews = [],
  statuses: Statuses['statuses'] = [],
): QueuedPull => {
  const pull = toPull(changes);
  return { pull, details: { pull, reviews, statuses } };
};

const names = new Map([['rosa', 'Rosa Revisora']]);

const sectionOf = (pull: QueuedPull, login = 'rosa'): string | undefined =>
  toQueue([pull], login, names)[0]?.name;

test.each<[string, QueuedPull, string, string]>([
  ['in review: awaits the reviewer', queued(), 'rosa', 'awaits'],
  ['not sent yet: a draft', queued({ labels: [{ name: 'gaceta/draft' }] }), 'rosa', 'drafts'],
  ['a draft on GitHub', queued({ draft: true }), 'rosa', 'drafts'],
  ['my own waits for another', queued(), 'ana', 'mine'],
  ['changes were asked of me', queued({}, [review('rosa', 'CHANGES_REQUESTED')]), 'ana', 'fix'],
  ['changes were asked of the author', queued({}, [review('rosa', 'CHANGES_REQUESTED')]), 'rosa', 'author'],
  [
    'changes were asked of an earlier version: it awaits again',
    queued({}, [review('rosa', 'CHANGES_REQUESTED', 'a'.repeat(40))]),
    'rosa',
    'awaits',
  ],
  ['approved: ready', queued({}, [review('rosa', 'APPROVED')]), 'rosa', 'ready'],
  ['assigned to somebody else', queued({ assignees: [{ login: 'beto' }] }), 'rosa', 'others'],
  ['assigned to me', queued({ assignees: [{ login: 'beto' }, { login: 'rosa' }] }), 'rosa', 'awaits'],
])('%s', (_, pull, login, section) => {
  expect(sectionOf(pull, login)).toBe(section);
});

test('what waits longest stands first, and nothing is left out', () => {
  const dates = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(fc.uniqueArray(dates, { selector: Number }), (created) => {
      const pulls = created.map((date, number) => queued({ number, created_at: date.toISOString() }));
      const shown = toQueue(pulls, 'rosa', names).flatMap(({ items }) =>
        items.map(({ createdAt }) => createdAt),
      );
      expect(shown).toEqual(created.toSorted((a, b) => a.getTime() - b.getTime()));
    }),
  );
});

test('a line says what the newsroom says of the change, its worst check, its size and who approved it', () => {
  const statuses: Statuses['statuses'] = [
    { context: 'gaceta/check', state: 'success' },
    { context: 'gaceta/revision', state: 'success', description: 'Cambió el título' },
    { context: 'otra', state: 'failure' },
  ];
  const [section] = toQueue(
    [queued({ additions: 80 }, [review('rosa', 'APPROVED')], statuses)],
    'beto',
    names,
  );
  expect(section?.items[0]).toMatchObject({
    summary: 'Cambió el título',
    check: 'failure',
    size: 'large',
    approvedBy: ['Rosa Revisora'],
    collection: 'posts',
  });
});

test('before its details are there a line has neither size nor check', () => {
  const [section] = toQueue([{ pull: toPull() }], 'rosa', names);
  expect(section?.items[0]).toMatchObject({ size: undefined, check: 'none', summary: undefined });
});
