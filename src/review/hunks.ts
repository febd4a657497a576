import { diffIndices } from 'node-diff3';
import { alignTexts } from './align.ts';

/** Some texts take the place of those from `start` to `end` (exclusive) of a base. */
export interface Hunk {
  readonly start: number;
  readonly end: number;
  readonly texts: readonly string[];
}

/** Where two sides did something to the same place of the base, or one did. */
export interface Region {
  readonly start: number;
  readonly end: number;
  readonly yours: readonly Hunk[];
  readonly theirs: readonly Hunk[];
}

/** The changes that make a side of a base, in order. A text that was changed, and not replaced, has one of its own. */
export function toHunks(base: readonly string[], side: readonly string[]): Hunk[] {
  return diffIndices([...base], [...side]).flatMap(({ buffer1: [start], buffer1Content, buffer2Content }) =>
    refine(start, buffer1Content, buffer2Content),
  );
}

/** Some texts that became others: each text with the one that it became. */
function refine(start: number, before: readonly string[], after: readonly string[]): Hunk[] {
  const hunks: Hunk[] = [];
  let [i, j] = [0, 0];
  for (const [nextI, nextJ] of [...alignTexts(before, after), [before.length, after.length] as const]) {
    const texts = after.slice(j, nextJ);
    if (nextI - i === texts.length) {
      for (const text of texts) hunks.push({ start: start + i, end: start + ++i, texts: [text] });
    } else {
      hunks.push({ start: start + i, end: start + nextI, texts });
    }
    if (nextI < before.length) {
      hunks.push({ start: start + nextI, end: start + nextI + 1, texts: after.slice(nextJ, nextJ + 1) });
    }
    [i, j] = [nextI + 1, nextJ + 1];
  }
  return hunks;
}

/** The regions that the changes of two sides make, in order; changes that only touch make two. */
export function toRegions(yours: readonly Hunk[], theirs: readonly Hunk[]): Region[] {
  const tagged = [
    ...yours.map((hunk) => ({ hunk, side: 'yours' as const })),
    ...theirs.map((hunk) => ({ hunk, side: 'theirs' as const })),
  ].sort((a, b) => a.hunk.start - b.hunk.start || a.hunk.end - b.hunk.end);
  const regions: { start: number; end: number; yours: Hunk[]; theirs: Hunk[] }[] = [];
  for (const { hunk, side } of tagged) {
    let region = regions.at(-1);
    if (region === undefined || !isOverlap(region, hunk)) {
      region = { start: hunk.start, end: hunk.end, yours: [], theirs: [] };
      regions.push(region);
    }
    region.end = Math.max(region.end, hunk.end);
    region[side].push(hunk);
  }
  return regions;
}

/** Do two changes take away the same, or put something between the same two? */
const isOverlap = (a: Omit<Hunk, 'texts'>, b: Omit<Hunk, 'texts'>): boolean =>
  (a.start < b.end && b.start < a.end) || (a.start === b.start && a.end === b.end);

/** A part of the base as one side has it. */
export function applyHunks(
  base: readonly string[],
  { start, end }: Omit<Hunk, 'texts'>,
  hunks: readonly Hunk[],
): string[] {
  const texts: string[] = [];
  let offset = start;
  for (const hunk of hunks) {
    texts.push(...base.slice(offset, hunk.start), ...hunk.texts);
    offset = hunk.end;
  }
  return [...texts, ...base.slice(offset, end)];
}
