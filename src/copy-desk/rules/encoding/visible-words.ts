import type { Edit, Problem } from '../../rule.ts';
import { toWords } from '../../words.ts';

type TextEdit = Extract<Edit, { start: number }>;

const isTextEdit = (edit: Edit): edit is TextEdit => 'start' in edit;

/** A block of the body, from blank line to blank line, and what edits in it make of it. */
function editBlock(body: string, edits: readonly TextEdit[]): { block: string; repaired: string } {
  const ordered = edits.toSorted((a, b) => a.start - b.start);
  const from = body.lastIndexOf('\n\n', ordered[0]?.start) + 1;
  const to = body.indexOf('\n\n', ordered.at(-1)?.end);
  const block = body.slice(from, to === -1 ? undefined : to);
  let repaired = block;
  for (const { start, end, text } of ordered.toReversed()) {
    repaired = repaired.slice(0, start - from) + text + repaired.slice(end - from);
  }
  return { block, repaired };
}

/**
 * The same problems; those of a block of the body have no repair where all their repairs together would change
 * what words a reader sees, because what is left reads as Markdown of another kind.
 */
export function keepWords(body: string, problems: readonly Problem[]): Problem[] {
  const unsafe = new Set<number>();
  const toBlock = ({ start = 0 }: Problem): number => body.lastIndexOf('\n\n', start);
  const inBody = problems.filter(({ path }) => path[0] === 'body');
  for (const start of new Set(inBody.map(toBlock))) {
    const members = inBody.filter((problem) => toBlock(problem) === start);
    const { block, repaired } = editBlock(
      body,
      members.flatMap(({ edits = [] }) => edits).filter(isTextEdit),
    );
    if (toWords(block).join(' ') !== toWords(repaired).join(' ')) unsafe.add(start);
  }
  return problems.map((problem) => {
    const { severity, path, start = 0, message, hint } = problem;
    const isUnsafe = path[0] === 'body' && unsafe.has(toBlock(problem));
    return isUnsafe ? { severity, path, start, message, hint } : problem;
  });
}

/** The visible words of the body that the edits of one problem take away and put there; nothing if none. */
export function declareWords(body: string, edits: readonly TextEdit[]): Pick<Problem, 'words'> {
  const { block, repaired } = editBlock(body, edits);
  const [before, after] = [toWords(block), toWords(repaired)];
  const [removed, added] = [subtract(before, after), subtract(after, before)];
  return removed === '' && added === '' ? {} : { words: { removed, added } };
}

function subtract(words: readonly string[], other: readonly string[]): string {
  const rest = [...other];
  const left = words.filter((word) => {
    const at = rest.indexOf(word);
    if (at !== -1) rest.splice(at, 1);
    return at === -1;
  });
  return left.join(' ');
}
