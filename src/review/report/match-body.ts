import { diffIndices } from 'node-diff3';
import { alignTexts } from '../align.ts';
import { alignUnits, joinUnits, type Step } from './align-units.ts';
import { pairAlike } from './pair-alike.ts';
import type { ReadBlock } from './read-block.ts';
import { goneFirst, type Segment, toSegments } from './segments.ts';
import { toKey, toShown, toUnits, type Unit } from './units.ts';

type Blocks = readonly ReadBlock[];

/** A sentence that went from one place to another as it is. */
export type MovedUnits = ReadonlyMap<Unit, Unit>;

/** What became of what, in reading order. */
export interface BodyMatch {
  readonly segments: readonly Segment[];
  /** Both ways: from where it was to where it is, and back. */
  readonly movedUnits: MovedUnits;
}

/** What two versions of a body have in common. The other way round it finds the same. */
export function matchBody(olds: Blocks, nows: Blocks): BodyMatch {
  const [oldKeys, nowKeys] = [olds.map(toKey), nows.map(toKey)];
  const isTurned = oldKeys.join('\n\n') > nowKeys.join('\n\n');
  const segments = isTurned
    ? findSegments(nows, olds, nowKeys, oldKeys).map(turnRound)
    : findSegments(olds, nows, oldKeys, nowKeys);
  const ordered = goneFirst(segments.map(order), toSide);
  return { segments: ordered, movedUnits: findMovedUnits(ordered) };
}

const order = (segment: Segment): Segment => ({
  ...segment,
  steps: goneFirst(segment.steps, ({ old, now }) =>
    old === undefined ? 'now' : now === undefined ? 'old' : 'both',
  ),
});

function turnRound({ old, now, steps, moved }: Segment): Segment {
  const turned = { old: now, now: old, steps: steps.map(turnStep) };
  return moved === undefined ? turned : { ...turned, moved: moved === 'away' ? 'here' : 'away' };
}

const turnStep = ({ old, now }: Step): Step => ({ old: now, now: old }) as Step;

const toSide = ({ old, now, moved }: Segment): 'old' | 'now' | 'both' =>
  moved === 'away' || now === undefined ? 'old' : moved === 'here' || old === undefined ? 'now' : 'both';

function findSegments(olds: Blocks, nows: Blocks, oldKeys: string[], nowKeys: string[]): Segment[] {
  const hunks = diffIndices(oldKeys, nowKeys);
  const gone = hunks.flatMap(({ buffer1: [start, length] }) => toRange(start, length));
  const come = hunks.flatMap(({ buffer2: [start, length] }) => toRange(start, length));
  const moved = pairEqual(gone, come, olds, oldKeys, nowKeys);
  const movedHere = new Set(moved.values());
  const toStays = (blocks: Blocks, indices: number[], isMoved: (index: number) => boolean): Unit[] =>
    indices.filter((index) => !isMoved(index)).flatMap((index) => getUnits(blocks, index));
  const segments: Segment[] = [];
  let [i, j] = [0, 0];
  for (const { buffer1, buffer2 } of [...hunks, { buffer1: [olds.length, 0], buffer2: [nows.length, 0] }]) {
    const [start = 0, length = 0] = buffer1;
    const [nowStart = 0, nowLength = 0] = buffer2;
    for (; i < start; i++, j++)
      segments.push({ old: i, now: j, steps: zip(getUnits(olds, i), getUnits(nows, j)) });
    const left = toStays(olds, toRange(start, length), (index) => moved.has(index));
    const right = toStays(nows, toRange(nowStart, nowLength), (index) => movedHere.has(index));
    segments.push(...toSegments(alignUnits(left, right)));
    [i, j] = [start + length, nowStart + nowLength];
  }
  const { rest, pairs } = takeMovedAlike(pairRewritten(segments));
  return insertMoved(rest, [...moved, ...pairs], olds, nows);
}

const toRange = (start: number, length: number): number[] =>
  Array.from({ length }, (_, index) => start + index);

const getUnits = (blocks: Blocks, index: number): Unit[] => {
  const block = blocks[index];
  return block === undefined ? [] : toUnits(block, index);
};

const zip = (olds: readonly Unit[], nows: readonly Unit[]): Step[] =>
  olds.flatMap((old, index) => {
    const now = nows[index];
    return now === undefined ? [] : [{ old, now }];
  });

/** Blocks that are elsewhere as they are: the first of several goes with the first. */
function pairEqual(
  gone: readonly number[],
  come: readonly number[],
  olds: Blocks,
  oldKeys: readonly string[],
  nowKeys: readonly string[],
): Map<number, number> {
  const free = Map.groupBy(come, (index) => nowKeys[index] ?? '');
  return new Map(
    gone.flatMap((index) => {
      const block = olds[index];
      const isSomething = block !== undefined && (block.sentences.length > 0 || toShown(block) !== 'rule');
      const other = isSomething ? free.get(oldKeys[index] ?? '')?.shift() : undefined;
      return other === undefined ? [] : [[index, other] as const];
    }),
  );
}

const toText = ({ steps }: Segment): string => steps.map(({ old, now }) => (old ?? now).text).join(' ');

/** Where a block is gone and another new that is like it, and nothing that stayed is between: the block, rewritten. */
function pairRewritten(segments: readonly Segment[]): Segment[] {
  const paired: Segment[] = [];
  let run: Segment[] = [];
  const flush = (): void => {
    const [olds, nows] = [
      run.filter(({ now }) => now === undefined),
      run.filter(({ old }) => old === undefined),
    ];
    let [i, j] = [0, 0];
    for (const [nextI, nextJ] of alignTexts(olds.map(toText), nows.map(toText))) {
      const merged = mergeSegments(olds[nextI], nows[nextJ]);
      if (merged === undefined) continue;
      paired.push(...olds.slice(i, nextI), ...nows.slice(j, nextJ), merged);
      [i, j] = [nextI + 1, nextJ + 1];
    }
    paired.push(...olds.slice(i), ...nows.slice(j));
    run = [];
  };
  for (const segment of segments) {
    if (toSide(segment) === 'both') {
      flush();
      paired.push(segment);
    } else run.push(segment);
  }
  flush();
  return paired;
}

function mergeSegments(from: Segment | undefined, to: Segment | undefined): Segment | undefined {
  const old = joinUnits((from?.steps ?? []).flatMap(({ old }) => old ?? []));
  const now = joinUnits((to?.steps ?? []).flatMap(({ now }) => now ?? []));
  return old === undefined || now === undefined
    ? undefined
    : { old: old.block, now: now.block, steps: [{ old, now }] };
}

/** Takes the pairs of a block that is gone and one that is new and says nearly the same elsewhere. */
function takeMovedAlike(segments: readonly Segment[]): { rest: Segment[]; pairs: [number, number][] } {
  const gone = segments.filter(({ now }) => now === undefined);
  const come = segments.filter(({ old }) => old === undefined);
  const pairs = pairAlike(gone.map(toText), come.map(toText)).flatMap(([i, j]) => {
    const [from, to] = [gone[i], come[j]];
    return from?.old === undefined || to?.now === undefined
      ? []
      : [{ from, to, pair: [from.old, to.now] as [number, number] }];
  });
  const taken = new Set(pairs.flatMap(({ from, to }) => [from, to]));
  return { rest: segments.filter((segment) => !taken.has(segment)), pairs: pairs.map(({ pair }) => pair) };
}

/** Puts the two sides of each block that moved where they belong in the two versions. */
function insertMoved(
  rest: readonly Segment[],
  pairs: readonly (readonly [number, number])[],
  olds: Blocks,
  nows: Blocks,
): Segment[] {
  const segments = [...rest];
  for (const [old, now] of pairs.toSorted(([a], [b]) => a - b)) {
    const steps = getUnits(olds, old).map((unit) => ({ old: unit }));
    const index = segments.findLastIndex((segment) => segment.moved !== 'here' && (segment.old ?? old) < old);
    segments.splice(index + 1, 0, { old, now, steps, moved: 'away' });
  }
  for (const [old, now] of pairs.toSorted(([, a], [, b]) => a - b)) {
    const steps = alignUnits(getUnits(olds, old), getUnits(nows, now));
    const index = segments.findLastIndex((segment) => segment.moved !== 'away' && (segment.now ?? now) < now);
    segments.splice(index + 1, 0, { old, now, steps, moved: 'here' });
  }
  return segments;
}

/** Fewer words say the same by chance. */
const fewestWords = 4;

/** Sentences that are gone in one place and new in another. */
function findMovedUnits(segments: readonly Segment[]): MovedUnits {
  const steps = segments.filter(({ moved }) => moved === undefined).flatMap(({ steps }) => steps);
  const isLong = ({ text }: Unit): boolean => (text.match(/[\p{L}\p{N}]+/gu) ?? []).length >= fewestWords;
  const free = Map.groupBy(
    steps.flatMap(({ old, now }) => (old === undefined && isLong(now) ? [now] : [])),
    ({ text }) => text,
  );
  return new Map(
    steps.flatMap(({ old, now }) => {
      const other = old !== undefined && now === undefined ? free.get(old.text)?.shift() : undefined;
      return old === undefined || other === undefined ? [] : [[old, other] as const, [other, old] as const];
    }),
  );
}
