import type { ReactNode } from 'react';
import type { BlockChange } from '../../review/report/types.ts';
import type { ChangedEntry } from '../pull.ts';
import { type Target, toPlaces, toTargets } from './block-text.ts';
import { BlockRow } from './BlockRow.tsx';
import { type IndexedBlock, isKept, type Row, toRows } from './fold.ts';
import { messages } from './messages.ts';
import type { Discussion } from './Remarks.tsx';
import { toPlainBlock } from './plain.ts';
import { findPlace, type Thread } from '../../browser/conversation/threads.ts';

interface Props {
  readonly discussion: Discussion;
  readonly entry: ChangedEntry;
  /** Of this entry. */
  readonly threads: readonly Thread[];
  readonly isSideBySide: boolean;
}

/** The text of an entry before and after, block by block; what stayed as it was is folded away. */
export function BodyView({ discussion, entry, threads, isSideBySide }: Props): ReactNode {
  const { report, before, after } = entry;
  const isWhole = report.kind === 'new' || report.kind === 'deleted';
  const blocks = isWhole ? report.body.blocks.map(toPlainBlock) : report.body.blocks;
  if (!isWhole && blocks.every(isKept) && threads.length === 0) return <p>{messages.entry.sameText}</p>;
  const path = (after ?? before)?.path ?? '';
  const targets = toTargets(report, after, path);
  const placed = placeThreads(threads, toPlaces(report, after));
  const toRow = ({ block, index }: IndexedBlock): ReactNode => (
    <BlockRow
      key={index}
      discussion={discussion}
      block={block}
      blocks={blocks}
      target={targets[index] ?? emptyTarget}
      threads={placed.get(index) ?? []}
      isSideBySide={isSideBySide && !isWhole}
    />
  );
  return (
    <ol className={`v-body${isSideBySide && !isWhole ? ' v-wide' : ''}`}>
      {toRows(blocks, (index) => isWhole || placed.has(index)).map((row) =>
        row.kind === 'block' ? (
          toRow(row)
        ) : (
          <Fold key={`fold ${String(row.blocks[0]?.index)}`} row={row} toRow={toRow} />
        ),
      )}
    </ol>
  );
}

const emptyTarget: Target = { path: '', line: 1, quote: '' };

/** Threads by the index of the block beside which they stand. */
export function placeThreads(
  threads: readonly Thread[],
  places: Parameters<typeof findPlace>[1],
): ReadonlyMap<number, Thread[]> {
  return Map.groupBy(
    threads.filter((thread) => findPlace(thread, places) !== undefined),
    (thread) => findPlace(thread, places) ?? 0,
  );
}

interface FoldProps {
  readonly row: Extract<Row, { kind: 'fold' }>;
  readonly toRow: (block: IndexedBlock) => ReactNode;
}

function Fold({ row, toRow }: FoldProps): ReactNode {
  const toPlace = ({ after, before }: BlockChange): NonNullable<BlockChange['after']>[] =>
    after ? [after] : before ? [before] : [];
  return (
    <li className="v-fold">
      <details>
        <summary>{messages.block.kept(row.blocks.flatMap(({ block }) => toPlace(block)))}</summary>
        <ol className="v-body">{row.blocks.map(toRow)}</ol>
      </details>
    </li>
  );
}
