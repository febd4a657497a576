import type { ReactNode } from 'react';
import type { CorrectionChange } from '../../review/report/types.ts';
import { Marks } from './Marks.tsx';
import { messages } from './messages.ts';

/** Notes of correction, set apart: readers will see them as such. */
export function Corrections({ changes }: { readonly changes: readonly CorrectionChange[] }): ReactNode {
  if (changes.length === 0) return null;
  return (
    <section className="v-corrections">
      <h3>{messages.entry.corrections}</h3>
      <ul>
        {changes.map(({ kind, date, parts }, index) => (
          <li key={index} className={`v-${kind}`}>
            <p className="v-place">
              <span>{date}</span> <strong>{messages.entry.correctionKinds[kind]}</strong>
            </p>
            <p className="v-text">
              <Marks parts={parts} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
