import { fromHtmlIsomorphic } from 'hast-util-from-html-isomorphic';
import { toMdast } from 'hast-util-to-mdast';
import type { InlineCode, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { defaultHandlers, type Options, type State, toMarkdown as stringify } from 'mdast-util-to-markdown';
import { tidyPhrasing } from './tidy-phrasing.ts';
import { tidyTree } from './tidy-tree.ts';

/** Tables and the like; not the escapes of bare addresses, which stay as they were typed. */
const extensions = (gfmToMarkdown().extensions ?? []).filter(
  ({ unsafe }) => !unsafe?.some(({ character }) => character === '@'),
);

/** `&` needs no escape but where a character reference would begin. */
const freeAmpersands = (markdown: string): string => markdown.replace(/\\&(?!#?\w+;)/gu, '&');

/** As our files and the rich text of the editor write Markdown. */
const options: Options = {
  bullet: '-',
  emphasis: '*',
  fences: true,
  incrementListMarker: true,
  listItemIndent: 'one',
  rule: '-',
  extensions,
  handlers: {
    inlineCode: (node: InlineCode, parent: Parents | undefined, state: State) =>
      node.data?.keep === true ? node.value : defaultHandlers.inlineCode(node, parent, state),
    image: (...args: Parameters<typeof defaultHandlers.image>) =>
      freeAmpersands(defaultHandlers.image(...args)),
    link: Object.assign(
      (...args: Parameters<typeof defaultHandlers.link>) => freeAmpersands(defaultHandlers.link(...args)),
      { peek: defaultHandlers.link.peek },
    ),
    text: (...args: Parameters<typeof defaultHandlers.text>) => freeAmpersands(defaultHandlers.text(...args)),
  },
};

const phrasing = new Set(['text', 'break', 'strong', 'emphasis', 'delete', 'link', 'image', 'inlineCode']);

declare module 'mdast' {
  interface InlineCodeData {
    /** No code: Markdown that is written as it is. Unlike text, it is not joined with its neighbours. */
    keep?: boolean;
  }
}

export interface ToMarkdownOptions {
  /** Pieces of Markdown that stand at `toKeep(index, …)` in the HTML and are written as they are. */
  readonly keep?: readonly string[];
  /** Line ends in the HTML stay line ends. */
  readonly newlines?: boolean;
}

/** HTML that stands for a piece of Markdown: a block of its own, or one inside a line. */
export const toKeep = (index: number, isBlock: boolean): string =>
  isBlock
    ? `<div><x-keep data-keep="${String(index)}"></x-keep></div>`
    : `<x-keep data-keep="${String(index)}"></x-keep>`;

/**
 * HTML as Markdown, without a line end at its end. Words stay, and what Markdown has a sign for: headings,
 * bold, italics, links, images, lists, quotes, tables, code. All else vanishes: styles, scripts, handlers,
 * addresses that run code.
 */
export function toMarkdown(html: string, { keep = [], newlines = false }: ToMarkdownOptions = {}): string {
  const hast = tidyTree(fromHtmlIsomorphic(html, { fragment: true }));
  const mdast = toMdast(hast, {
    document: false,
    newlines,
    handlers: {
      'x-keep': (_, node) => ({
        type: 'inlineCode',
        value: keep[Number(node.properties['dataKeep'])] ?? '',
        data: { keep: true },
      }),
    },
  });
  const nodes = mdast.type === 'root' ? mdast.children : [mdast as RootContent];
  // HTML without blocks is one paragraph.
  const isBlock = nodes.every((node) => !phrasing.has(node.type));
  const root: Root = {
    type: 'root',
    children: isBlock ? nodes : [{ type: 'paragraph', children: nodes as PhrasingContent[] }],
  };
  tidyPhrasing(root);
  return stringify(root, options).replace(/\n+$/u, '');
}
