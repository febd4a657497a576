import { type ReactNode, useId } from 'react';
import type { Finding } from '../../../content-schema/index.ts';
import type { FindingsProps } from '../pull.ts';
import { messages } from './messages.ts';
import './views.css';

/** What the automatic check found: first what this change brings, last what it settles. */
export function FindingsView({ pull: { findings, entries } }: FindingsProps): ReactNode {
  if (findings === undefined) return <p className="v-view">{messages.findings.unknown}</p>;
  const titles = new Map(
    entries.flatMap(({ report, before, after }) =>
      [before, after].flatMap((side) => (side === undefined ? [] : [[side.path, report.title] as const])),
    ),
  );
  const { new: fresh, remaining, fixed } = findings;
  const isEmpty = fresh.length + remaining.length + fixed.length === 0;
  return (
    <div className="v-view">
      {isEmpty ? <p>{messages.findings.none}</p> : fresh.length === 0 && <p>{messages.findings.noneNew}</p>}
      <FindingList title={messages.findings.new} findings={fresh} titles={titles} />
      <FindingList title={messages.findings.remaining} findings={remaining} titles={titles} />
      <FindingList title={messages.findings.fixed} findings={fixed} titles={titles} isFixed />
    </div>
  );
}

interface ListProps {
  readonly title: string;
  readonly findings: readonly Finding[];
  /** What entries are called, by the path of their file. */
  readonly titles: ReadonlyMap<string, string>;
  readonly isFixed?: boolean;
}

const order: readonly Finding['severity'][] = ['error', 'warning', 'info'];

function FindingList({ title, findings, titles, isFixed = false }: ListProps): ReactNode {
  const id = useId();
  if (findings.length === 0) return null;
  const sorted = findings.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  return (
    <section aria-labelledby={id} className="v-findings">
      <h2 id={id}>
        {title} <span className="v-count">{findings.length}</span>
      </h2>
      <ul>
        {sorted.map(({ severity, message, hint, location }, index) => (
          <li key={index} className={isFixed ? 'v-fixed' : `v-${severity}`}>
            <p className="v-place">
              <strong>{isFixed ? messages.findings.settled : messages.findings.severities[severity]}</strong>
              <span>
                {titles.get(location.file) ?? location.file}, {messages.findings.place(location.line)}
              </span>
            </p>
            <p className="v-text">{message}</p>
            {!isFixed && hint !== '' && (
              <p className="v-hint">
                <b>{messages.findings.todo}</b> {hint}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
