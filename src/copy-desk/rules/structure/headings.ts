import type { Heading, Root } from 'mdast';
import { toRange } from '../../body.ts';
import type { Edit } from '../../rule.ts';

/** Headings of a body, outside of quotes and lists, in order. */
export const findHeadings = (tree: Root): Heading[] =>
  tree.children.filter((node) => node.type === 'heading');

/** The source of a heading without its marks, on one line. */
function toHeadingText(body: string, heading: Heading): string {
  const { start, end } = toRange(heading);
  const source = body.slice(start, end);
  const text = isUnderlined(source)
    ? source.replace(/\n[ \t]*(?:=+|-+)[ \t]*$/u, '')
    : source.replace(/^#+[ \t]*/u, '').replace(/(?:^|[ \t]+)#+[ \t]*$/u, '');
  return text.replace(/\\?\n[ \t]*/gu, ' ').trim();
}

const isUnderlined = (source: string): boolean => /\n[ \t]*(?:=+|-+)[ \t]*$/u.test(source);

/** The edit that gives a heading another level, 1 to 6. */
export function toLevel(body: string, heading: Heading, level: number): Extract<Edit, { start: number }> {
  const { start, end } = toRange(heading);
  const marks = '#'.repeat(level);
  if (isUnderlined(body.slice(start, end))) {
    return { path: ['body'], start, end, text: `${marks} ${toHeadingText(body, heading)}` };
  }
  return { path: ['body'], start, end: start + heading.depth, text: marks };
}
