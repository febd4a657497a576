import type { ReactNode } from 'react';
import type { FieldChange } from '../../review/report/types.ts';
import type { ChangedEntry, Side } from '../pull.ts';
import { locateFields } from './file-line.ts';
import { Marks } from './Marks.tsx';
import { messages } from './messages.ts';
import { toPlainField } from './plain.ts';
import { PicturePair } from './PicturePair.tsx';
import { type Discussion, Remarks } from './Remarks.tsx';
import { type Thread, toQuote } from '../../browser/conversation/threads.ts';

interface Props {
  readonly discussion: Discussion;
  readonly entry: ChangedEntry;
  readonly threads: readonly Thread[];
  readonly isSideBySide: boolean;
}

/** What changed outside of the text, under the names that the form has for it. */
export function FieldList({ discussion, entry, threads, isSideBySide }: Props): ReactNode {
  const { report, before, after } = entry;
  if (report.fields.length === 0) return null;
  const isWhole = report.kind === 'new' || report.kind === 'deleted';
  const changes = isWhole ? report.fields.map(toPlainField) : report.fields;
  const path = (after ?? before)?.path ?? '';
  const toLine = locateFields(after);
  return (
    <section>
      <h3>{messages.entry.fields}</h3>
      <ul className="v-fields">
        {changes.map((change, index) => {
          const line = toLine(change.field);
          return (
            <li key={index} className={`v-block v-${change.kind}`}>
              <Remarks
                discussion={discussion}
                target={{
                  path,
                  line,
                  quote: toQuote(`${change.label}: ${change.after ?? change.before ?? ''}`),
                }}
                place={change.label}
                action={messages.comment.field}
                threads={threads.filter((thread) => isOf(thread, change, line))}
              >
                <p className="v-place">
                  <span>{change.label}</span>
                  {change.kind !== 'changed' && <strong>{messages.entry.fieldKinds[change.kind]}</strong>}
                </p>
                <Value
                  change={change}
                  before={before}
                  after={after}
                  isSideBySide={isSideBySide && !isWhole}
                />
              </Remarks>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Is a thread about this field? By its words or, when it has none, by the line. */
export const isOf = ({ quote, line: at }: Thread, { label }: FieldChange, line: number): boolean =>
  quote === undefined ? at === line : quote.startsWith(`${label}:`);

interface ValueProps {
  readonly change: FieldChange;
  readonly before: Side | undefined;
  readonly after: Side | undefined;
  readonly isSideBySide: boolean;
}

function Value({ change, before, after, isSideBySide }: ValueProps): ReactNode {
  if (change.widget === 'image') {
    return (
      <PicturePair
        before={change.before === undefined ? undefined : { name: change.before, side: before }}
        after={change.after === undefined ? undefined : { name: change.after, side: after }}
      />
    );
  }
  if (!isSideBySide) {
    return (
      <p className="v-text">
        <Marks parts={change.parts} />
      </p>
    );
  }
  return (
    <div className="v-sides">
      {(['before', 'after'] as const).map((reading) => (
        <div key={reading}>
          <p className="v-side">{messages.layout[reading]}</p>
          {change[reading] === undefined ? (
            <p className="v-nothing">{messages.layout.empty}</p>
          ) : (
            <p className="v-text">
              <Marks parts={change.parts} reading={reading} />
            </p>
          )}
        </div>
      ))}
    </div>
  );
}
