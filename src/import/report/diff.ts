/** A piece of a text that stayed, went or came. */
export interface Piece {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** More cells than this are not compared one by one. */
const maxCells = 400_000;

const toTokens = (text: string): string[] => text.match(/[\p{L}\p{N}\p{M}]+|\s|[^\p{L}\p{N}\p{M}\s]/gu) ?? [];

/** What changed between two texts, word by word. */
export const diffWords = (before: string, after: string): Piece[] =>
  diff(toTokens(before), toTokens(after), '');

/** The lines that changed between two texts, those that belong together in one pair. */
export function findChangedLines(before: string, after: string): { before: string; after: string }[] {
  const hunks: { before: string; after: string }[] = [];
  let open = false;
  for (const { kind, text } of diff(toLines(before), toLines(after), '\n')) {
    const isBlank = text.trim() === '';
    if (kind === 'same') {
      // Blank lines between changed ones do not part them.
      open &&= isBlank;
      continue;
    }
    if (!open) hunks.push({ before: '', after: '' });
    open = true;
    const hunk = hunks.at(-1);
    const side = kind === 'removed' ? 'before' : 'after';
    if (hunk !== undefined) hunk[side] += (hunk[side] === '' ? '' : '\n') + text;
  }
  return hunks;
}

const toLines = (text: string): string[] => (text === '' ? [] : text.split('\n'));

/** Longest common subsequence; neighbours of one kind are joined. */
function diff(before: readonly string[], after: readonly string[], joint: string): Piece[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let [a, b] = [before.length, after.length];
  while (a > start && b > start && before[a - 1] === after[b - 1]) [a, b] = [a - 1, b - 1];
  const middle = diffMiddle(before.slice(start, a), after.slice(start, b));
  const all: Piece[] = [
    ...before.slice(0, start).map((text) => ({ kind: 'same' as const, text })),
    ...middle,
    ...before.slice(a).map((text) => ({ kind: 'same' as const, text })),
  ];
  const joined: { kind: Piece['kind']; text: string }[] = [];
  for (const { kind, text } of all) {
    const last = joined.at(-1);
    if (last?.kind === kind) last.text += joint + text;
    else joined.push({ kind, text });
  }
  return joined;
}

function diffMiddle(before: readonly string[], after: readonly string[]): Piece[] {
  const removed = before.map((text) => ({ kind: 'removed' as const, text }));
  const added = after.map((text) => ({ kind: 'added' as const, text }));
  if (before.length * after.length > maxCells) return [...removed, ...added];
  const width = after.length + 1;
  const longest = new Uint32Array((before.length + 1) * width);
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      longest[i * width + j] =
        before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      pieces.push({ kind: 'same', text: before[i] ?? '' });
      [i, j] = [i + 1, j + 1];
    } else if (j >= after.length || (i < before.length && at(i + 1, j) >= at(i, j + 1))) {
      pieces.push({ kind: 'removed', text: before[i++] ?? '' });
    } else pieces.push({ kind: 'added', text: after[j++] ?? '' });
  }
  return pieces;
}
