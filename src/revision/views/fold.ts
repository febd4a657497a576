import type { BlockChange } from '../../review/report/types.ts';

/** A block of a body, by its index in `BodyChange.blocks`. */
export interface IndexedBlock {
  readonly block: BlockChange;
  readonly index: number;
}

/** What is shown of a body, from above: a block, or several that are folded away. */
export type Row =
  | ({ readonly kind: 'block' } & IndexedBlock)
  | { readonly kind: 'fold'; readonly blocks: readonly IndexedBlock[] };

/** Has nothing of it changed, not even its looks? */
export const isKept = ({ kind, format }: BlockChange): boolean => kind === 'kept' && format.length === 0;

/** Fewer than this are shown: a fold would be as long as they are. */
const fewestFolded = 2;

/**
 * The rows of a body: what nothing happened to is folded away, but for the heading under which something changed.
 * @param isWanted shows a block that has not changed all the same, because somebody commented it
 */
export function toRows(blocks: readonly BlockChange[], isWanted: (index: number) => boolean): Row[] {
  const rows: Row[] = [];
  let run: IndexedBlock[] = [];
  const flush = (isBeforeChange: boolean): void => {
    const isHeading = run.at(-1)?.block.after?.kind === 'heading';
    const shown = isBeforeChange && isHeading ? run.splice(-1) : [];
    if (run.length >= fewestFolded) rows.push({ kind: 'fold', blocks: run });
    else shown.unshift(...run);
    rows.push(...shown.map((entry) => ({ kind: 'block' as const, ...entry })));
    run = [];
  };
  blocks.forEach((block, index) => {
    if (isKept(block) && !isWanted(index)) {
      run.push({ block, index });
      return;
    }
    flush(true);
    rows.push({ kind: 'block', block, index });
  });
  flush(false);
  return rows;
}
