import type { Step } from './align-units.ts';

/** What is between an earlier and a later block, or a block that the other version has not. Indices of blocks. */
export interface Segment {
  readonly old: number | undefined;
  readonly now: number | undefined;
  readonly steps: Step[];
  /** The two sides of a block that went elsewhere are two segments. */
  readonly moved?: 'away' | 'here';
}

/**
 * Steps by the blocks that they join: what only one version has belongs to the segment of its block before it, or to
 * the one after it, or is one of its own.
 */
export function toSegments(steps: readonly Step[]): Segment[] {
  const paired = { old: new Map<number, number>(), now: new Map<number, number>() };
  steps.forEach(({ old, now }, index) => {
    if (old === undefined || now === undefined) return;
    if (!paired.old.has(old.block)) paired.old.set(old.block, index);
    if (!paired.now.has(now.block)) paired.now.set(now.block, index);
  });
  const segments: Segment[] = [];
  /** By index of the step with which the segment will begin. */
  const waiting = new Map<number, Step[]>();
  steps.forEach((step, index) => {
    const { old, now } = step;
    const last = segments.at(-1);
    if (old !== undefined && now !== undefined) {
      if (last?.old === old.block && last.now === now.block) last.steps.push(step);
      else segments.push({ old: old.block, now: now.block, steps: [...(waiting.get(index) ?? []), step] });
      return;
    }
    const side = old === undefined ? 'now' : 'old';
    const { block } = old ?? now;
    const first = paired[side].get(block);
    if (first !== undefined && first > index) waiting.set(first, [...(waiting.get(first) ?? []), step]);
    else {
      const own = segments.findLast((segment) => segment[side] === block);
      if (own !== undefined) own.steps.push(step);
      else segments.push({ old: old?.block, now: now?.block, steps: [step] });
    }
  });
  return segments;
}

/** Runs of what only one version has: first what is gone, then what is new, each in its order. */
export function goneFirst<T>(items: readonly T[], toSide: (item: T) => 'old' | 'now' | 'both'): T[] {
  const ordered: T[] = [];
  const news: T[] = [];
  for (const item of items) {
    const side = toSide(item);
    if (side === 'now') news.push(item);
    else {
      if (side === 'both') ordered.push(...news.splice(0));
      ordered.push(item);
    }
  }
  return [...ordered, ...news];
}
