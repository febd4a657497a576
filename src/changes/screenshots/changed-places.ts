import type { EntryReport } from '../../review/report/index.ts';

/** What changed on one side of an entry, by the marks of the rendered page. */
export interface ChangedPlaces {
  /** First and last line of blocks of the body, from 1. */
  readonly lines: readonly (readonly [first: number, last: number])[];
  readonly fields: readonly string[];
}

/** What of the earlier page is gone or changed, and what of the later is new or changed. */
export function toChangedPlaces(entry: EntryReport, side: 'before' | 'after'): ChangedPlaces {
  // What moved is outlined where it was on the one side and where it went on the other.
  const hidden = side === 'before' ? ['kept', 'added', 'moved'] : ['kept', 'removed', 'movedAway'];
  const blocks = entry.body.blocks.filter(({ kind }) => !hidden.includes(kind));
  const fields = entry.fields.filter((change) => change[side] !== undefined).map(({ field }) => field);
  return {
    lines: blocks.map((block) => block[side]?.lines).filter((lines) => lines !== undefined),
    fields: [...new Set(entry.corrections.length > 0 ? [...fields, 'corrections'] : fields)],
  };
}
