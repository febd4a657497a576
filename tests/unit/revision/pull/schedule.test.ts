import { expect, test } from 'vitest';
import { posts } from '../../../../content-schema/collections/posts.ts';
import { describePlan } from '../../../../src/revision/pull/planned.ts';
import { toPlan } from '../../../../src/revision/pull/ScheduleFields.tsx';
import { withDate } from '../../../../src/revision/pull/with-date.ts';
import type { LoadedPull } from '../../../../src/revision/pull.ts';
import { toFacts } from '../facts.ts';

const timeZone = 'America/Guatemala';
const now = new Date('2026-11-20T12:00:00-06:00');

/** Saved on 18 November. */
const toLoaded = (
  date: string,
  label = 'gaceta/pending_review',
): Pick<LoadedPull, 'facts' | 'entries' | 'timeZone'> => {
  const side = {
    collection: posts,
    id: 'a',
    path: 'a',
    source: '',
    values: { date },
    bodyLine: 1,
    assets: {},
    hasAssets: true,
  };
  const report = {} as LoadedPull['entries'][number]['report'];
  return {
    facts: toFacts({ labels: [{ name: label }] }),
    entries: [{ report, before: undefined, after: side }],
    timeZone,
  };
};

const late = '2026-11-25T08:30:00-06:00';

test('a date that lies ahead is kept: no commit is needed', () => {
  expect(toPlan(toLoaded(late), undefined, now)).toMatchObject({
    local: '2026-11-25T08:30',
    date: undefined,
    problem: undefined,
  });
});

test('without a plan tomorrow is proposed; another day is written with the offset of the site', () => {
  const pull = toLoaded('2026-11-10T08:30:00-06:00');
  expect(toPlan(pull, undefined, now).local).toBe('2026-11-21T12:00');
  expect(toPlan(pull, '2026-12-01T07:00', now)).toMatchObject({
    date: '2026-12-01T07:00:00-06:00',
    when: 'el martes 1 de diciembre a las 7:00',
    problem: undefined,
  });
});

test.each(['2026-11-20T11:59', ''])('«%s» is no plan', (local) => {
  expect(toPlan(toLoaded(late), local, now).problem).toBeDefined();
});

test('the page says when the clock publishes it, or what it waits for', () => {
  expect(describePlan(toLoaded(late, 'gaceta/pending_publish'), now)).toMatch(
    /^Se publicará solo el miércoles 25/u,
  );
  expect(describePlan(toLoaded(late), now)).toMatch(/cuando esté listo/u);
  expect(describePlan(toLoaded('2026-11-10T08:30:00-06:00'), now)).toBeUndefined();
});

test('another date changes the line of the date in the front matter and nothing else', () => {
  const source =
    "---\ntitle: 'date: no'\ndate: 2026-11-10T08:30:00-06:00\nautor: ana\n---\n\ndate: tampoco\n";
  expect(withDate(source, late)).toBe(source.replace('2026-11-10T08:30:00-06:00', late));
});
