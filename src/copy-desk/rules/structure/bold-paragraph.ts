import type { Paragraph, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { toRange } from '../../body.ts';
import { structure } from '../../messages/structure.ts';
import type { Edit, Rule } from '../../rule.ts';
import { shorten } from '../../messages/shorten.ts';
import { countWords, longTextWords } from './length.ts';

const { message, hint, done } = structure.boldParagraph;

/**
 * A short paragraph that is all bold and has text below: a heading that only looks like one. It becomes one where
 * the body has more of them or is long, one level below the heading it stands under.
 */
export const boldParagraph: Rule = {
  id: 'bold-paragraph',
  done,
  *find({ body, tree }) {
    if (!/^[ \t]*(?:\*\*|__)/mu.test(body)) return;
    const found = findFaked(tree);
    const titles = found.filter(({ text }) => !text.endsWith(':'));
    const isCertain = titles.length > 1 || (titles.length > 0 && countWords(tree) > longTextWords);
    // All in one repair: the level of one must not depend on whether another is a heading by now.
    const edits = isCertain
      ? titles.flatMap(({ paragraph, level }) => toHeading(body, paragraph, level))
      : [];
    for (const { paragraph, text } of found) {
      yield {
        severity: 'warning',
        path: ['body'],
        start: toRange(paragraph).start,
        message: message(shorten(text)),
        hint,
        ...(edits.length > 0 && paragraph === titles[0]?.paragraph ? { edits } : {}),
      };
    }
  },
};

interface Faked {
  readonly paragraph: Paragraph;
  readonly text: string;
  readonly level: number;
}

function findFaked({ children }: Root): Faked[] {
  const found: Faked[] = [];
  let depth = 1;
  children.forEach((node, index) => {
    if (node.type === 'heading') depth = node.depth;
    if (node.type !== 'paragraph' || !isTitle(node) || !isText(children[index + 1])) return;
    found.push({ paragraph: node, text: toString(node).trim(), level: Math.min(depth + 1, 6) });
  });
  return found;
}

/** Is it short, bold from end to end, and neither a sentence, a quotation, a link nor a row of hashtags? */
function isTitle({ children }: Paragraph): boolean {
  const parts = children.filter((node) => !(node.type === 'text' && node.value.trim() === ''));
  const [strong] = parts;
  if (parts.length !== 1 || strong?.type !== 'strong') return false;
  if (!strong.children.every(({ type }) => type === 'text' || type === 'emphasis' || type === 'delete'))
    return false;
  const text = toString(strong).trim();
  return (
    text.length <= 120 &&
    /\p{L}{2}/u.test(text) &&
    !/(?:[^.]\.|[,;#]|\n)$|\n/u.test(text) &&
    !/^[#«“"—-]/u.test(text) &&
    !/^#{1,6}\s|^\\?#/u.test(text)
  );
}

/** What a heading may head. */
function isText(node: RootContent | undefined): boolean {
  if (node?.type === 'paragraph') return !isTitle(node);
  return node !== undefined && ['list', 'blockquote', 'table', 'component', 'html'].includes(node.type);
}

function toHeading(body: string, paragraph: Paragraph, level: number): Edit[] {
  const { start, end } = toRange(paragraph);
  const strong = paragraph.children.find(({ type }) => type === 'strong');
  if (strong === undefined) return [];
  const inner = toRange(strong);
  const text = body.slice(inner.start + 2, inner.end - 2);
  return [{ path: ['body'], start, end, text: `${'#'.repeat(level)} ${text}${separator(body, end)}` }];
}

/** A blank line, where the text goes on in the next line. */
const separator = (body: string, end: number): string => (/^\n[ \t]*\S/u.test(body.slice(end)) ? '\n' : '');
