/** An item with its place in two lists, undefined where it is not there, and in the one before them. */
interface Placed {
  readonly base: number | undefined;
  readonly yours: number | undefined;
  readonly theirs: number | undefined;
  /** What decides which comes first where nothing else does. */
  readonly key: string;
}

type Side = 'yours' | 'theirs';

/**
 * The order of a merged list, or both that are possible where each side arranged what there was differently
 * (`first` is one of them, whichever side is which).
 */
export type Orders<T> = { readonly only: readonly T[] } | Readonly<Record<Side | 'first', readonly T[]>>;

/** Puts items in order: as the side has them that moved something, each new one after what it followed. */
export function orderItems<T extends Placed>(items: readonly T[]): Orders<T> {
  const [yours, theirs] = [toSide(items, 'yours'), toSide(items, 'theirs')];
  const order = (side: Side): T[] => (side === 'yours' ? weave(yours, theirs) : weave(theirs, yours));
  const [mine, other] = [yours.filter(isShared), theirs.filter(isShared)];
  if (mine.every((item, index) => item === other[index])) return { only: order('yours') };
  const toKey = (list: readonly T[]): string => list.map(({ key }) => key).join('\n');
  const first = order(toKey(mine) < toKey(other) ? 'yours' : 'theirs');
  const [movedYours, movedTheirs] = [isMoved(mine), isMoved(other)];
  if (movedYours && movedTheirs) return { yours: order('yours'), theirs: order('theirs'), first };
  if (movedYours !== movedTheirs) return { only: order(movedYours ? 'yours' : 'theirs') };
  // Both added the same at different places.
  return { only: first };
}

const toSide = <T extends Placed>(items: readonly T[], side: Side): T[] =>
  items.filter((item) => item[side] !== undefined).sort((a, b) => (a[side] ?? 0) - (b[side] ?? 0));

const isShared = ({ yours, theirs }: Placed): boolean => yours !== undefined && theirs !== undefined;

/** Is something that was there before not where it was? */
function isMoved(list: readonly Placed[]): boolean {
  const places = list.map(({ base }) => base).filter((base) => base !== undefined);
  return places.some((place, index) => place < (places[index - 1] ?? -1));
}

/** The items of one list in its order, each run of items that only the other has after what it followed there. */
function weave<T extends Placed>(list: readonly T[], other: readonly T[]): T[] {
  const [runs, otherRuns] = [toRuns(list), toRuns(other)];
  return [undefined, ...list.filter(isShared)].flatMap((anchor) => {
    const between = [runs.get(anchor) ?? [], otherRuns.get(anchor) ?? []];
    between.sort(([a], [b]) => ((a?.key ?? '') < (b?.key ?? '') ? -1 : 1));
    return anchor === undefined ? between.flat() : [anchor, ...between.flat()];
  });
}

/** What follows each item that both lists have, and what is before all of them. */
function toRuns<T extends Placed>(list: readonly T[]): Map<T | undefined, T[]> {
  let anchor: T | undefined;
  const runs = new Map<T | undefined, T[]>();
  for (const item of list) {
    if (isShared(item)) anchor = item;
    else runs.set(anchor, [...(runs.get(anchor) ?? []), item]);
  }
  return runs;
}
