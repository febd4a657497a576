import type { ReactNode } from 'react';
import type { Download, Embedded, ItemChange, Link } from '../../review/report/types.ts';
import { Mark, Marks } from './Marks.tsx';
import { messages } from './messages.ts';
import { compareWords } from '../../review/compare-words.ts';

/** A link, a video, a file: what readers read of it, and where it leads. */
interface Item {
  readonly name: string;
  readonly address: string;
}

interface Props {
  readonly title: string;
  readonly changes: readonly {
    readonly kind: ItemChange<unknown>['kind'];
    readonly before?: Item | undefined;
    readonly after?: Item | undefined;
  }[];
}

/** Links and the like that came, went or changed, each with its whole address. */
export function ItemList({ title, changes }: Props): ReactNode {
  if (changes.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul className="v-items">
        {changes.map(({ kind, before, after }, index) => (
          <li key={index} className={`v-${kind}`}>
            <p className="v-place">
              <strong>{messages.item.kinds[kind]}</strong>
            </p>
            <p className="v-text">
              <Change kind={kind} before={before?.name} after={after?.name} />
            </p>
            <p className="v-address">
              <Change kind={kind} before={before?.address} after={after?.address} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ChangeProps {
  readonly kind: ItemChange<unknown>['kind'];
  readonly before: string | undefined;
  readonly after: string | undefined;
}

function Change({ kind, before = '', after = '' }: ChangeProps): ReactNode {
  if (kind !== 'changed') return <Mark kind={kind}>{after || before}</Mark>;
  return <Marks parts={compareWords(before, after)} />;
}

export const toLinkItem = ({ text, url }: Link): Item => ({ name: text, address: url });
export const toEmbedItem = ({ title, url }: Embedded): Item => ({ name: title, address: url });
export const toDownloadItem = ({ label, file }: Download): Item => ({ name: label, address: file });

/** The sides of changes in the words of a list. */
export const toItems = <T,>(
  changes: readonly ItemChange<T>[],
  toItem: (value: T) => Item,
): Props['changes'] =>
  changes.map(({ kind, before, after }) => ({
    kind,
    before: before && toItem(before),
    after: after && toItem(after),
  }));
