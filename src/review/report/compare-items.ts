import { isSame } from '../merge.ts';
import type { ReadBlock } from './read-block.ts';
import type { BodyChange, ItemChange } from './types.ts';

/** Something in a body, with the block in which it is. */
interface Placed<T> {
  readonly item: T;
  readonly block: number;
}

type Sides<T> = readonly [before: readonly Placed<T>[], after: readonly Placed<T>[]];

/**
 * What became of the links, pictures… of a body: the same one elsewhere is no change. Those that differ are paired by
 * the first of `keys` in which they agree, and then by the block that they are in.
 */
export function compareItems<T extends object>(
  body: BodyChange,
  olds: readonly ReadBlock[],
  nows: readonly ReadBlock[],
  getItems: (block: ReadBlock) => readonly T[],
  keys: readonly (keyof T & string)[],
): ItemChange<T>[] {
  const [homes, nowHomes] = [toHomes(body, 'before'), toHomes(body, 'after')];
  const [before, after] = [place(olds, homes, getItems), place(nows, nowHomes, getItems)];
  const toKeys = [
    (one: Placed<T>) => JSON.stringify(one.item),
    ...keys.map(
      (key) =>
        ({ item }: Placed<T>) =>
          item[key] ? JSON.stringify(item[key]) : undefined,
    ),
    ({ block }: Placed<T>) => `block ${String(block)}`,
  ];
  const pairs = pairBy<T>([before, after], toKeys);
  const used = new Set([...pairs].flat());
  const changes = [
    ...before.flatMap((old) =>
      used.has(old) ? [] : [{ kind: 'removed' as const, before: old.item, changed: [], block: old.block }],
    ),
    ...after.flatMap((now) =>
      used.has(now) ? [] : [{ kind: 'added' as const, after: now.item, changed: [], block: now.block }],
    ),
    ...[...pairs].flatMap(([old, now]) => toChange(old, now)),
  ];
  return changes.sort((a, b) => a.block - b.block);
}

function toChange<T extends object>(
  { item: before }: Placed<T>,
  { item: after, block }: Placed<T>,
): ItemChange<T>[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof T & string>;
  const changed = [...names].filter((key) => !isSame(before[key], after[key]));
  return changed.length === 0 ? [] : [{ kind: 'changed', before, after, changed, block }];
}

/** By index of a block of one version: where it is in the comparison. */
function toHomes({ blocks }: BodyChange, side: 'before' | 'after'): ReadonlyMap<number, number> {
  const homes = new Map<number, number>();
  blocks.forEach((block, index) => {
    const isElsewhere = block.kind === 'movedAway' && side === 'after';
    const at = block[side]?.index;
    if (at !== undefined && !isElsewhere && !homes.has(at)) homes.set(at, index);
  });
  // Both sides of a block that moved are told where it is now.
  if (side === 'before') {
    blocks.forEach(({ kind, before }, index) => {
      if (kind === 'moved' && before !== undefined) homes.set(before.index, index);
    });
  }
  return homes;
}

const place = <T>(
  blocks: readonly ReadBlock[],
  homes: ReadonlyMap<number, number>,
  getItems: (block: ReadBlock) => readonly T[],
): Placed<T>[] =>
  blocks.flatMap((block, index) => getItems(block).map((item) => ({ item, block: homes.get(index) ?? 0 })));

function pairBy<T>(
  [before, after]: Sides<T>,
  toKeys: readonly ((one: Placed<T>) => string | undefined)[],
): Map<Placed<T>, Placed<T>> {
  const pairs = new Map<Placed<T>, Placed<T>>();
  const used = new Set<Placed<T>>();
  for (const toKey of toKeys) {
    const free = Map.groupBy(
      after.filter((now) => !used.has(now)),
      toKey,
    );
    for (const old of before) {
      const key = pairs.has(old) ? undefined : toKey(old);
      const now = key === undefined ? undefined : free.get(key)?.shift();
      if (now === undefined) continue;
      pairs.set(old, now);
      used.add(now);
    }
  }
  return pairs;
}
