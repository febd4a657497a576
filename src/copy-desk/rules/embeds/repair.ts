import type { Root } from 'mdast';
import { parseBody, toRange } from '../../body.ts';
import { applyEdits } from '../../edit.ts';
import { compareWords } from '../../html/compare-words.ts';
import type { Edit, Problem } from '../../rule.ts';

type TextEdit = Extract<Edit, { start: number }>;

/**
 * Adds to problems the edits that repair them, and the visible words that these change. Of several in one block
 * the first is repaired; the others wait, because their surroundings change.
 */
export function* withEdits(
  body: string,
  tree: Root,
  found: Iterable<readonly [Problem, readonly TextEdit[]]>,
): Generator<Problem> {
  let taken = -1;
  for (const [problem, edits] of found) {
    const start = Math.min(...edits.map((edit) => edit.start));
    const end = Math.max(...edits.map((edit) => edit.end));
    const blocks = tree.children.map(toRange).filter((range) => range.start <= end && start <= range.end);
    const from = Math.min(start, ...blocks.map((range) => range.start));
    const to = Math.max(end, ...blocks.map((range) => range.end));
    if (from <= taken) {
      yield problem;
      continue;
    }
    const before = body.slice(from, to);
    const shifted = edits.map((edit) => ({ ...edit, start: edit.start - from, end: edit.end - from }));
    const after = String(applyEdits({ body: before }, shifted)['body']);
    if (takesIn(after) && !takesIn(before)) {
      yield problem;
      continue;
    }
    const words = compareWords(before, after);
    const isSame = words.removed === '' && words.added === '';
    taken = to;
    yield { ...problem, edits, ...(isSame ? {} : { words }) };
  }
}

/** Does it take in the text behind it? So does a fence that was part of HTML, and then makes code of the rest. */
const takesIn = (text: string): boolean => parseBody(`${text}\n\nx`).children.at(-1)?.type !== 'paragraph';
