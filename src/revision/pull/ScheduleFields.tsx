import { type ReactNode } from 'react';
import { toWhen } from '../../browser/when.ts';
import { parseStored, toLocal, toStored } from '../../browser/zoned-time.ts';
import { requiredApprovals } from '../../browser/rules.ts';
import { messages } from '../messages.ts';
import type { LoadedPull } from '../pull.ts';
import { getPlanned } from './planned.ts';

/** When it is to appear. */
export interface Plan {
  /** As the input has it: a local time of the site. */
  readonly local: string;
  /** As the file will store it; undefined: the date that it has. */
  readonly date: string | undefined;
  /** In Spanish. */
  readonly when: string;
  /** Why this cannot be. */
  readonly problem: string | undefined;
}

/** The plan that a local time makes; without one, what the entry has, or tomorrow at the same time. */
export function toPlan(
  pull: Pick<LoadedPull, 'facts' | 'entries' | 'timeZone'>,
  wanted?: string,
  now = new Date(),
): Plan {
  const { timeZone } = pull;
  const planned = getPlanned(pull);
  const kept = planned !== undefined && planned > now ? toLocal(planned.getTime(), timeZone) : undefined;
  const local = wanted ?? kept ?? toLocal(now.getTime() + 24 * 60 * 60 * 1000, timeZone);
  const stored = toStored(local, timeZone);
  const instant = stored === undefined ? undefined : parseStored(stored);
  return {
    local,
    date: local === kept ? undefined : stored,
    when: instant === undefined ? '' : toWhen(new Date(instant), now, timeZone),
    problem: instant === undefined || instant <= now.getTime() ? messages.actions.schedulePast : undefined,
  };
}

interface Props {
  readonly pull: LoadedPull;
  readonly plan: Plan;
  onChange(plan: Plan): void;
}

/** Asks for day and hour, in the time zone of the site. */
export function ScheduleFields({ pull, plan, onChange }: Props): ReactNode {
  const text = messages.actions;
  const zone = pull.timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? pull.timeZone;
  return (
    <>
      <p>{text.scheduleLead(zone)}</p>
      <label>
        {text.scheduleLabel}
        <input
          type="datetime-local"
          required
          value={plan.local}
          onInput={(event) => {
            onChange(toPlan(pull, event.currentTarget.value));
          }}
        />
      </label>
      {plan.date !== undefined && requiredApprovals(pull.facts) > 0 && <p>{text.schedulePush}</p>}
    </>
  );
}
