import type { ReactNode } from 'react';
import { summarizeEntry } from '../../review/report/summarize.ts';
import type { EntryReport } from '../../review/report/types.ts';
import { messages } from './messages.ts';

/** What an entry is called, and in a line what becomes of it. */
export function EntryHeading({
  id,
  report,
}: {
  readonly id: string;
  readonly report: EntryReport;
}): ReactNode {
  const { kind, singular, title, before, after } = report;
  return (
    <header className="v-heading">
      <p className="v-place">
        <span>{singular}</span> <strong>{messages.entry.kinds[kind]}</strong>
      </p>
      <h2 id={id}>{title}</h2>
      <p>{summarizeEntry(report)}</p>
      {kind === 'renamed' && before !== undefined && after !== undefined && (
        <p className="v-address">
          <del>
            <span className="v-unseen">{messages.marks.removed}</span>
            {before.id}
          </del>{' '}
          <ins>
            <span className="v-unseen">{messages.marks.added}</span>
            {after.id}
          </ins>
        </p>
      )}
    </header>
  );
}
