import { isDue, toPlannedMoment } from '../../review/index.ts';
import { toWhen } from '../../browser/when.ts';
import { hasLabel, statusLabels } from '../labels.ts';
import { messages } from '../messages.ts';
import type { LoadedPull } from '../pull.ts';

/** The moment for which it is dated, where that lay ahead when it was saved. */
export function getPlanned({ facts, entries }: Pick<LoadedPull, 'facts' | 'entries'>): Date | undefined {
  const savedAt = facts.commits.at(-1)?.commit.committer.date;
  const date = entries[0]?.after?.values['date'];
  return entries.length !== 1 || savedAt === undefined ? undefined : toPlannedMoment(date, savedAt);
}

/** What the clock will do, in Spanish; undefined: nothing. */
export function describePlan(
  pull: Pick<LoadedPull, 'facts' | 'entries' | 'timeZone'>,
  now: Date,
): string | undefined {
  const planned = getPlanned(pull);
  if (planned === undefined || pull.facts.pull.state === 'closed') return undefined;
  const when = toWhen(planned, now, pull.timeZone);
  if (!hasLabel(pull.facts.pull, statusLabels.ready)) return messages.pull.plannedIf(when);
  return isDue(planned, now) ? messages.pull.dueSoon : messages.pull.planned(when);
}
