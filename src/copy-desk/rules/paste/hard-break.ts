import type { Nodes, Paragraph, PhrasingContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { toRange } from '../../body.ts';
import { paste } from '../../messages/paste.ts';
import type { Problem, Rule } from '../../rule.ts';

const { message, hint, done } = paste.hardBreak;

/**
 * A backslash at the end of a line that ends nothing, or that stands for a new paragraph: two in a row, after a
 * line that is all bold, after a full sentence of prose. One in an address or a verse stays.
 */
export const hardBreak: Rule = {
  id: 'hard-break',
  done,
  *find({ body, tree }) {
    if (!/\\[ \t]*(?:\n|$)/u.test(body)) return;
    const problems: Problem[] = [];
    const add = (severity: 'error' | 'warning', start: number, end: number, text: string): void => {
      const edits = [{ path: ['body'], start, end, text }];
      problems.push({ severity, path: ['body'], start, message, hint, edits });
    };
    visit(tree, ['paragraph', 'heading'], (node, _, parent) => {
      const { start, end } = toRange(node as Nodes);
      const tail = /(?<!\\)(?:\\\\)*(?<slash>\\[ \t]*)$/u.exec(body.slice(start, end));
      const slash = tail?.groups?.['slash'];
      if (slash !== undefined) add('error', end - slash.length, end, '');
      if (node.type !== 'paragraph' || parent?.type !== 'root') return;
      for (const gap of findGaps(node as Paragraph)) {
        const from = toRange(gap.first).start;
        const until = gap.next === undefined ? undefined : toRange(gap.next).start;
        if (until === undefined || startsBlock(body.slice(until))) continue;
        if (gap.before.length === 0) add('warning', from, until, '');
        else if (gap.count > 1 || isBoldLine(gap.before) || isProse(body, gap.before, from, until)) {
          add('warning', from, until, '\n\n');
        }
      }
    });
    yield* problems;
  },
};

/** Line breaks in a row. */
interface Gap {
  readonly first: PhrasingContent;
  readonly count: number;
  /** What stands on the line before. */
  readonly before: readonly PhrasingContent[];
  /** What stands after. */
  readonly next: PhrasingContent | undefined;
}

const isBlank = (node: PhrasingContent): boolean => node.type === 'text' && node.value.trim() === '';

function findGaps({ children }: Paragraph): Gap[] {
  const gaps: Gap[] = [];
  let before: PhrasingContent[] = [];
  for (let index = 0; index < children.length; index++) {
    const first = children[index];
    if (first === undefined) continue;
    if (first.type !== 'break') {
      if (before.length > 0 || !isBlank(first)) before.push(first);
      continue;
    }
    let count = 1;
    let at = index + 1;
    for (
      let node = children[at];
      node !== undefined && (node.type === 'break' || isBlank(node));
      node = children[++at]
    ) {
      if (node.type === 'break') count += 1;
    }
    gaps.push({ first, count, before, next: children[at] });
    before = [];
    index = at - 1;
  }
  return gaps;
}

/** What would start a list, a heading or the like at the start of a paragraph. */
const startsBlock = (text: string): boolean => /^(?:[-+=#>|~`<]|\*(?!\*)|\d+[.)]|_{3})/u.test(text);

const isBoldLine = (line: readonly PhrasingContent[]): boolean =>
  line.some(({ type }) => type === 'strong') && line.every((node) => node.type === 'strong' || isBlank(node));

/** A long line that ends a sentence, before one that starts a sentence: no verse and no address. */
function isProse(body: string, line: readonly PhrasingContent[], end: number, next: number): boolean {
  const [first] = line;
  if (first === undefined) return false;
  const text = body.slice(toRange(first).start, end);
  return (
    text.length > 100 &&
    /[.!?…][»”")*_]*$/u.test(text) &&
    /^[*_«“"(¿¡]*\p{Lu}|^[¿¡]/u.test(body.slice(next, next + 8))
  );
}
