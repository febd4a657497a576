import { getKey, isRecord, toCanonical } from './merge.ts';

/** One item of a list: its indices in three versions, undefined where it is not there. */
export interface Match {
  readonly base: number | undefined;
  readonly yours: number | undefined;
  readonly theirs: number | undefined;
}

type Items = readonly unknown[];

/** Which items of three versions of a list are the same, perhaps changed. Each index is in one match. */
export function matchItems(base: Items, yours: Items, theirs: Items): Match[] {
  const [toYours, toTheirs] = [pairItems(base, yours), pairItems(base, theirs)];
  const [newYours, newTheirs] = [toRest(yours, toYours), toRest(theirs, toTheirs)];
  const pairs = pairItems(
    newYours.map((index) => yours[index]),
    newTheirs.map((index) => theirs[index]),
  );
  const paired = new Set(pairs.values());
  return [
    ...base.map((_, index) => ({ base: index, yours: toYours.get(index), theirs: toTheirs.get(index) })),
    ...newYours.map((index, position) => ({
      base: undefined,
      yours: index,
      theirs: newTheirs[pairs.get(position) ?? -1],
    })),
    ...newTheirs
      .filter((_, position) => !paired.has(position))
      .map((index) => ({ base: undefined, yours: undefined, theirs: index })),
  ];
}

/** Indices of the items that are in no pair. */
function toRest(items: Items, pairs: ReadonlyMap<number, number>): number[] {
  const paired = new Set(pairs.values());
  return [...items.keys()].filter((index) => !paired.has(index));
}

/**
 * Pairs of indices: first of equal items, then of groups with an equal value under some key, such as a
 * correction of the same date. The first of several goes with the first.
 */
export function pairItems(left: Items, right: Items): Map<number, number> {
  const pairs = new Map<number, number>();
  const pairBy = (toName: (item: unknown) => string | undefined): void => {
    const paired = new Set(pairs.values());
    const free = Map.groupBy(
      [...right.keys()].filter((index) => !paired.has(index)),
      (index) => toName(right[index]),
    );
    left.forEach((item, index) => {
      const name = toName(item);
      if (name === undefined || pairs.has(index)) return;
      const other = free.get(name)?.shift();
      if (other !== undefined) pairs.set(index, other);
    });
  };
  pairBy(toCanonical);
  for (const key of new Set(left.filter(isRecord).flatMap(Object.keys).sort())) {
    pairBy((item) =>
      isRecord(item) && getKey(item, key) !== undefined ? toCanonical(getKey(item, key)) : undefined,
    );
  }
  return pairs;
}
