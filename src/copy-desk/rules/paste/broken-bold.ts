import type { Nodes, Parents } from 'mdast';
import { visit } from 'unist-util-visit';
import { parseBody, toRange } from '../../body.ts';
import { applyEdits } from '../../edit.ts';
import { compareWords } from '../../html/compare-words.ts';
import { paste } from '../../messages/paste.ts';
import type { Edit, Problem, Rule } from '../../rule.ts';
import { shorten } from '../../messages/shorten.ts';

const { message, hint, done } = paste.brokenBold;

interface Asterisks {
  readonly start: number;
  readonly end: number;
}

/** `**` that Markdown does not take for bold, so that readers see it: empty, with inner spaces, or left alone. */
export const brokenBold: Rule = {
  id: 'broken-bold',
  done,
  *find({ body, tree }) {
    if (!body.includes('**')) return;
    const problems: Problem[] = [];
    let isRepaired = false;
    visit(tree, (node) => {
      if (!('children' in node)) return;
      const asterisks = findAsterisks(body, node);
      const swallowed =
        node.type === 'strong' && node.children[0]?.type === 'break' ? node.children[0] : undefined;
      const [first] = asterisks;
      if (first === undefined && swallowed === undefined) return;
      const start = first?.start ?? toRange(node).start;
      const lineEnd = /\n|$/u.exec(body.slice(start))?.index ?? 0;
      const edits = swallowed === undefined ? [...repair(body, asterisks)] : [toEdit(toRange(swallowed), '')];
      // One after the other, because what asterisks mean depends on those before.
      const isCertain = !isRepaired && edits.length > 0 && isRepair(body, node, edits);
      isRepaired ||= isCertain;
      problems.push({
        severity: swallowed === undefined ? 'error' : 'warning',
        path: ['body'],
        start,
        message: message(shorten(body.slice(start, start + lineEnd))),
        hint,
        ...(isCertain ? { edits } : {}),
      });
    });
    yield* problems;
  },
};

/** Do edits of a node leave fewer asterisks to be seen, and all words? */
function isRepair(body: string, node: Nodes, edits: readonly TextEdit[]): boolean {
  const { start, end } = toRange(node);
  const before = body.slice(start, end);
  const shifted = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  const after = String(applyEdits({ body: before }, shifted)['body']);
  const { removed, added } = compareWords(before, after);
  const isFewer =
    node.type === 'strong' ||
    countAsterisks(after, parseBody(after)) < countAsterisks(before, parseBody(before));
  return isFewer && removed === '' && added === '';
}

type TextEdit = Extract<Edit, { start: number }>;

const toEdit = ({ start, end }: Asterisks, text: string): TextEdit => ({
  path: ['body'],
  start,
  end,
  text,
});

/** Literal `**` in the text that stands directly in a node. */
const findAsterisks = (body: string, parent: Parents): Asterisks[] =>
  (parent.children as Nodes[]).flatMap((child) => {
    if (child.type !== 'text' || !child.value.includes('**')) return [];
    const { start, end } = toRange(child);
    return [...body.slice(start, end).matchAll(/(?<![\\*])\*{2,}/gu)].map(({ 0: run, index }) => ({
      start: start + index,
      end: start + index + run.length,
    }));
  });

function countAsterisks(body: string, tree: Nodes): number {
  let count = 0;
  visit(tree, (node) => {
    if ('children' in node) for (const { start, end } of findAsterisks(body, node)) count += end - start;
  });
  return count;
}

function* repair(body: string, asterisks: readonly Asterisks[]): Generator<TextEdit> {
  const isEmpty = ({ start, end }: Asterisks): boolean => end - start === 4;
  for (const run of asterisks.filter(isEmpty)) yield toEdit(run, '');
  const marks = asterisks.filter((run) => !isEmpty(run));
  if (marks.some(({ start, end }) => end - start !== 2)) return;
  const [only] = marks;
  if (marks.length === 1 && only !== undefined) {
    // One that stands alone at an end of the text marks nothing.
    const before = /(?:^|[ \t]|(?<line>\n))$/u.exec(body.slice(0, only.start));
    const isLast = /^[ \t\u00A0]*(?:\n[ \t>]*(?:\n|$)|$)/u.test(body.slice(only.end));
    if (before !== null && isLast) yield toEdit(only, '');
    return;
  }
  if (marks.length % 2 === 1) return;
  for (let index = 0; index < marks.length; index += 2) {
    const [open, close] = [marks[index], marks[index + 1]];
    if (open === undefined || close === undefined) return;
    const range = { start: open.start, end: close.end };
    yield toEdit(range, toBold(body, range));
  }
}

/** The same bold with spaces outside of it, and with one where Markdown wants it: `**Nota:**texto`. */
function toBold(body: string, { start, end }: Asterisks): string {
  const content = body.slice(start + 2, end - 2);
  const lead = /^(?:\s|\\\n)*/u.exec(content)?.[0] ?? '';
  const trail = /(?:\s|\\(?=\n))*$/u.exec(content.slice(lead.length))?.[0] ?? '';
  const inner = content.slice(lead.length, content.length - trail.length);
  if (inner === '') return content;
  const isMark = /[\p{P}\p{S}]/u;
  const isLetter = /[\p{L}\p{N}]/u;
  const before =
    lead === '' && isMark.test(inner[0] ?? '') && isLetter.test(body[start - 1] ?? '') ? ' ' : lead;
  const after =
    trail === '' && isMark.test(inner.at(-1) ?? '') && isLetter.test(body[end] ?? '') ? ' ' : trail;
  return `${before}**${inner}**${after}`;
}
