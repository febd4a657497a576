import type { ReactNode } from 'react';
import type { Collection, Values } from '../../../content-schema/index.ts';
import { compareEntries } from '../../review/index.ts';
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
  const differences = compareEntries(collection, before, after);
  const { same, only, kinds } = messages.comparison;
  if (differences.length === 0) return <p className="gaceta-comparison">{same}</p>;
  return (
    <div className="gaceta-comparison">
      <p>
        <del>{only(beforeLabel)}</del> <ins>{only(afterLabel)}</ins>
      </p>
      <ul>
        {differences.map(({ label, kind, parts }, index) => (
          <li key={index}>
            <p>
              <strong>{label}</strong> <span>{kinds[kind]}</span>
            </p>
            <Passage parts={parts} />
          </li>
        ))}
      </ul>
    </div>
  );
}
