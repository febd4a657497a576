import { compareWords } from '../compare-words.ts';
import type { Step } from './align-units.ts';
import type { ReadBlock } from './read-block.ts';
import type { Mark } from './read-inline.ts';
import type { FormatChange } from './types.ts';

const kinds = ['bold', 'italic', 'strike', 'code'] as const satisfies Mark['kind'][];

/** Words that stayed and look different: what became bold, or is bold no more. */
export function compareMarks(steps: readonly Step[], before: ReadBlock, after: ReadBlock): FormatChange[] {
  if (before.marks.length === 0 && after.marks.length === 0) return [];
  return kinds.flatMap((kind) => {
    const [old, now] = [toFlags(before, kind), toFlags(after, kind)];
    return steps.flatMap((step) =>
      step.old === undefined || step.now === undefined ? [] : compareStep(kind, step.old, step.now, old, now),
    );
  });
}

type Flags = (offset: number) => boolean;

function toFlags({ marks }: ReadBlock, kind: Mark['kind']): Flags {
  const ranges = marks.filter((mark) => mark.kind === kind);
  return (offset) => ranges.some(({ start, end }) => start <= offset && offset < end);
}

interface Placed {
  readonly text: string;
  readonly start: number;
}

function compareStep(kind: Mark['kind'], from: Placed, to: Placed, old: Flags, now: Flags): FormatChange[] {
  const changes: FormatChange[] = [];
  let [i, j] = [from.start, to.start];
  for (const part of compareWords(from.text, to.text)) {
    if (part.kind === 'same')
      changes.push(
        ...compareRun(
          kind,
          part.text,
          (k) => old(i + k),
          (k) => now(j + k),
        ),
      );
    if (part.kind !== 'added') i += part.text.length;
    if (part.kind !== 'removed') j += part.text.length;
  }
  return changes;
}

function compareRun(kind: Mark['kind'], text: string, old: Flags, now: Flags): FormatChange[] {
  const changes: FormatChange[] = [];
  let start = 0;
  for (let offset = 1; offset <= text.length; offset++) {
    const [was, is] = [old(start), now(start)];
    if (offset < text.length && old(offset) === was && now(offset) === is) continue;
    const words = text.slice(start, offset).trim();
    if (was !== is && /[\p{L}\p{N}]/u.test(words)) changes.push({ kind, isNew: is, text: words });
    start = offset;
  }
  return changes;
}
