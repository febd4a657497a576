import type { Root } from 'hast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkRehype, { type Options } from 'remark-rehype';
import { unified } from 'unified';
import { checkElements } from './check-elements.ts';
import { identifyHeadings, nestHeadings } from './headings.ts';
import { guardLinks } from './links.ts';
import { hideMail } from './mail.ts';
import { toSource } from './source.ts';
import { makeAccessible } from './structure.ts';

/** The words that a rendering adds to an entry's own. */
export interface BodyLabels {
  readonly notes: string;
  /** The link from a note back to its `times`-th reference. */
  readonly noteReference: (number: number, times: number) => string;
  readonly table: string;
  readonly openOn: (host: string) => string;
}

const mdxNodes = [
  'mdxJsxFlowElement',
  'mdxJsxTextElement',
  'mdxFlowExpression',
  'mdxTextExpression',
  'mdxjsEsm',
] as const;

/**
 * The body of an entry as a tree of HTML elements and allow-listed components. Nothing is evaluated, and the
 * tree holds no address that could run code.
 * @param body the value, as parseEntry gives it
 * @param siteUrl addresses below it are not external
 * @throws EntryError when the attributes of a component are wrong
 */
export function toBodyTree(body: string, labels: BodyLabels, siteUrl: string, file: string): Root {
  const toHast: Options = {
    passThrough: [...mdxNodes],
    clobberPrefix: '',
    footnoteLabel: labels.notes,
    footnoteLabelProperties: { className: ['notes-title'] },
    footnoteBackContent: '↩',
    footnoteBackLabel: (index, times) => labels.noteReference(index + 1, times),
  };
  const processor = unified().use(remarkParse).use(remarkMdx).use(remarkGfm).use(remarkRehype, toHast);
  const tree = processor.runSync(processor.parse(toSource(body)));
  checkElements(tree, file);
  nestHeadings(tree);
  identifyHeadings(tree);
  guardLinks(tree, siteUrl, labels.openOn);
  makeAccessible(tree, labels.table);
  hideMail(tree);
  return tree;
}
