import { expect, test } from 'vitest';
import { messages as shared } from '../../../../src/browser/messages.ts';
import { messages } from '../../../../src/revision/messages.ts';
import { toRights } from '../../../../src/revision/pull/rights.ts';
import { oneApproval, review, toFacts } from '../facts.ts';

const text = messages.rights;
const { obstacles } = shared;

test('a reviewer approves, asks for changes, publishes, schedules and sends back what an editor wrote', () => {
  expect(Object.values(toRights(toFacts(), 'rosa', true))).toEqual(Array(5).fill(undefined));
});

test('an editor is told that reviewers approve and publish', () => {
  const rights = toRights(toFacts({}, { isReviewer: false }), 'beto', true);
  expect(rights).toMatchObject({
    approve: text.approveEditor,
    publish: text.publishEditor,
    schedule: text.publishEditor,
    requestChanges: undefined,
  });
});

test('nobody approves or criticises what is theirs', () => {
  expect(toRights(toFacts({ user: { login: 'rosa' } }), 'rosa', true)).toMatchObject({
    approve: text.approveOwn,
    requestChanges: text.requestOwn,
    publish: undefined,
  });
});

test('who pushed last does not approve where an approval is asked for', () => {
  const facts = toFacts({ user: { login: 'beto' }, mergeable_state: 'blocked' }, { rules: oneApproval });
  expect(toRights(facts, 'ana', true)).toMatchObject({
    approve: text.approvePusher,
    publish: obstacles.approvals(1),
  });
});

test('an approval that no longer counts is not called one: who approved saved the last change', () => {
  const facts = toFacts(
    { user: { login: 'beto' }, mergeable_state: 'blocked' },
    { rules: oneApproval, reviews: [review('ana', 'APPROVED')] },
  );
  expect(toRights(facts, 'ana', true).approve).toBe(text.approvePusher);
});

test('an approval is given once', () => {
  const facts = toFacts({}, { reviews: [review('rosa', 'APPROVED')] });
  expect(toRights(facts, 'rosa', true).approve).toBe(text.approveDone);
});

test.each<[string, string]>([
  ['dirty', text.conflict],
  ['behind', text.conflict],
  ['unknown', obstacles.unknown],
  ['draft', text.gitHubDraft],
  ['blocked', text.otherRule],
  ['a state of tomorrow', text.otherRule],
])('%s is not published, and says why', (mergeable_state, reason) => {
  expect(toRights(toFacts({ mergeable_state }), 'rosa', true).publish).toBe(reason);
});

test.each(['clean', 'unstable', 'has_hooks'])('%s is published', (mergeable_state) => {
  expect(toRights(toFacts({ mergeable_state }), 'rosa', true).publish).toBeUndefined();
});

test('a failed or running check and a standing objection are named', () => {
  const check = [
    { type: 'required_status_checks', parameters: { required_status_checks: [{ context: 'gaceta/check' }] } },
  ];
  const publishOf = (changes: Parameters<typeof toFacts>[1]): string | undefined =>
    toRights(toFacts({ mergeable_state: 'blocked' }, changes), 'rosa', true).publish;
  expect(publishOf({ rules: check })).toBe(obstacles.pending('Revisión automática'));
  expect(publishOf({ rules: check, statuses: [{ context: 'gaceta/check', state: 'failure' }] })).toBe(
    obstacles.failed('Revisión automática'),
  );
  expect(publishOf({ rules: oneApproval, reviews: [review('rosa', 'CHANGES_REQUESTED')] })).toBe(
    obstacles.changes('Rosa Revisora'),
  );
});

test('a draft waits for its author; what is closed stays as it is; what has no date is not scheduled', () => {
  const draft = toRights(toFacts({ labels: [{ name: 'gaceta/draft' }] }), 'rosa', true);
  expect(draft).toMatchObject({ approve: text.draft, publish: text.draft, toDraft: text.alreadyDraft });
  expect(new Set(Object.values(toRights(toFacts({ state: 'closed' }), 'rosa', true)))).toEqual(
    new Set([text.closed]),
  );
  expect(toRights(toFacts(), 'rosa', false).schedule).toBe(text.scheduleNoDate);
});
