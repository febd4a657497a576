import { joinBlocks, splitBlocks } from './blocks.ts';
import type { Conflict } from './conflict.ts';
import { applyHunks, type Hunk, type Region, toHunks, toRegions } from './hunks.ts';
import { isSameMarkdown } from './markdown-structure.ts';
import { getResolution, type Merge, settled } from './merge.ts';
import { messages } from './messages.ts';

/** Where a value stands. */
export interface Place {
  readonly id: string;
  readonly field: string;
  readonly label: string;
}

/** What both sides left, or one of them changed: paragraphs; what both changed: a question. */
type Piece = readonly string[] | Conflict;

/** Merges a body by paragraph. Where only one side changed something, its text stays as it is. */
export function mergeBody(place: Place, base: string, yours: string, theirs: string): Merge<string> {
  if (yours === theirs || base === theirs) return settled(yours);
  if (base === yours) return settled(theirs);
  const pieces = toPieces(place, splitBlocks(base), splitBlocks(yours), splitBlocks(theirs));
  return {
    conflicts: pieces.filter(isConflict),
    resolve: (resolutions) =>
      joinBlocks(
        pieces
          .flatMap((piece) => {
            if (!isConflict(piece)) return piece;
            const resolution = getResolution(piece, resolutions);
            return resolution.choice === 'edited' ? resolution.text.trim() : piece[resolution.choice];
          })
          .filter((text): text is string => text !== undefined && text !== ''),
      ),
  };
}

const isConflict = (piece: Piece): piece is Conflict => 'id' in piece;

function toPieces(
  place: Place,
  base: readonly string[],
  yours: readonly string[],
  theirs: readonly string[],
): Piece[] {
  const pieces: Piece[] = [];
  let offset = 0;
  for (const region of toRegions(toHunks(base, yours), toHunks(base, theirs))) {
    pieces.push(base.slice(offset, region.start), ...toRegionPieces(place, base, region));
    offset = region.end;
  }
  return [...pieces, base.slice(offset)];
}

/** What both sides made alike at the start and at the end of the region needs no question. */
function toRegionPieces(place: Place, base: readonly string[], region: Region): Piece[] {
  const yours = applyHunks(base, region, region.yours);
  const theirs = applyHunks(base, region, region.theirs);
  if (region.theirs.length === 0) return [yours];
  if (region.yours.length === 0) return [theirs];
  const [idleYours, idleTheirs] = [isIdle(base, region.yours), isIdle(base, region.theirs)];
  if (idleYours && idleTheirs) return [joinBlocks(yours) < joinBlocks(theirs) ? yours : theirs];
  if (idleTheirs) return [yours];
  if (idleYours) return [theirs];
  const head = countCommon(yours, theirs);
  const tail = countCommon(yours.slice(head).reverse(), theirs.slice(head).reverse());
  const toMiddle = (texts: readonly string[]): readonly string[] => texts.slice(head, texts.length - tail);
  const [left, right] = [toMiddle(yours), toMiddle(theirs)];
  if (left.length === 0 && right.length === 0) return [yours];
  const conflict = {
    id: `${place.id}@${String(region.start)}-${String(region.end)}`,
    field: place.field,
    label: toLabel(place, region, base.length),
    base: toText(base.slice(region.start, region.end)),
    yours: toText(left),
    theirs: toText(right),
    check: () => undefined,
  };
  return [yours.slice(0, head), conflict, yours.slice(yours.length - tail)];
}

/** Did a side only write the same in another way, and nothing else? */
const isIdle = (base: readonly string[], hunks: readonly Hunk[]): boolean =>
  hunks.every(
    ({ start, end, texts }) =>
      end - start === texts.length &&
      texts.every((text, index) => isSameMarkdown(base[start + index] ?? '', text)),
  );

function countCommon(a: readonly string[], b: readonly string[]): number {
  let count = 0;
  while (count < a.length && count < b.length && a[count] === b[count]) count++;
  return count;
}

const toText = (blocks: readonly string[]): string | undefined =>
  blocks.length === 0 ? undefined : joinBlocks(blocks);

function toLabel({ label }: Place, { start, end }: Region, count: number): string {
  if (count === 0) return label;
  if (end - start > 1) return messages.blocks(label, start + 1, end);
  if (end - start === 1) return messages.block(label, end);
  return start === 0 ? messages.start(label) : messages.after(label, start);
}
