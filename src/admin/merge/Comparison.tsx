import type { ReactNode } from 'react';
import type { Collection, Values } from '../../../content-schema/index.ts';
import {
  describeEntry,
  isUnchanged,
  reportEntry,
  reportMessages,
  type Version,
} from '../../review/report/index.ts';
import { messages } from '../locale/messages.ts';
import '../merge.css';
import { Passage } from './Passage.tsx';

interface Props {
  readonly collection: Collection;
  /** Undefined: the entry is not there in this version. */
  readonly before: Values | undefined;
  readonly after: Values | undefined;
  /** What the versions are called, such as «Publicado» and «Tu borrador». */
  readonly beforeLabel: string;
  readonly afterLabel: string;
}

/** What differs between two versions of an entry, place by place, in words that an editor knows. */
export function Comparison({ collection, before, after, beforeLabel, afterLabel }: Props): ReactNode {
  const toVersion = (values: Values | undefined): Version | undefined =>
    values && { id: '', path: '', values };
  const report = reportEntry(collection, toVersion(before), toVersion(after));
  const { same, only } = messages.comparison;
  if (isUnchanged(report)) return <p className="gaceta-comparison">{same}</p>;
  const rows = describeEntry(report).flatMap((section) => section.rows);
  return (
    <div className="gaceta-comparison">
      <p>
        <del>{only(beforeLabel)}</del> <ins>{only(afterLabel)}</ins>
      </p>
      <ul>
        {rows.map(({ label, kind, parts, notes }, index) => (
          <li key={index}>
            <p>
              <strong>{label}</strong> <span>{reportMessages.kinds[kind]}</span>
            </p>
            {parts.length > 0 && <Passage parts={parts} />}
            {notes.map((note) => (
              <p key={note}>{note}</p>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}
