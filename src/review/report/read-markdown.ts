import type { List, Nodes, PhrasingContent, RootContent, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { withoutHtml } from '../blocks.ts';
import { messages } from './messages.ts';
import { type ReadBlock, toImage } from './read-block.ts';
import { readInline } from './read-inline.ts';
import { splitSentences } from './sentences.ts';
import type { BlockKind } from './types.ts';

/** What a node stands in. */
interface Place {
  readonly toUrl: (identifier: string) => string;
  readonly toStyle: (style: string) => string;
  /** How many lists there are around it. */
  readonly depth: number;
}

/** The blocks of Markdown without components. */
export function readMarkdown(markdown: string): ReadBlock[] {
  const { children } = fromMarkdown(markdown, {
    extensions: [gfm(), withoutHtml],
    mdastExtensions: [gfmFromMarkdown()],
  });
  const urls = new Map(
    children.flatMap((node) => (node.type === 'definition' ? [[node.identifier, node.url] as const] : [])),
  );
  const place = {
    toUrl: (id: string) => urls.get(id) ?? '',
    toStyle: (style: string) => style,
    depth: 0,
  };
  return children.flatMap((node) => readNode(node, place));
}

function readNode(node: RootContent, place: Place): ReadBlock[] {
  const { style } = messages;
  switch (node.type) {
    case 'paragraph':
      return readText(node, node.children, 'paragraph', style.paragraph, place);
    case 'heading':
      return readText(node, node.children, 'heading', style.heading(node.depth), place);
    case 'list':
      return readList(node, place);
    case 'blockquote': {
      const toStyle = (inner: string): string => place.toStyle(style.quote(inner));
      return node.children.flatMap((child) => readNode(child, { ...place, toStyle }));
    }
    case 'table':
      return readTable(node, place);
    case 'footnoteDefinition': {
      const toStyle = (): string => place.toStyle(style.note);
      return node.children
        .flatMap((child) => readNode(child, { ...place, toStyle }))
        .map((block) => ({ ...block, kind: 'note' }));
    }
    case 'code':
      return [toBlock(node, 'code', style.code, place, node.value.split('\n').map(toLine).filter(Boolean))];
    case 'thematicBreak':
      return [toBlock(node, 'rule', style.rule, place, [])];
    default:
      return [];
  }
}

const toLine = (line: string): string => line.replace(/\s+/gu, ' ').trim();

/** The first paragraph of an item is the item; what follows in it stands for itself. */
function readList(list: List, place: Place): ReadBlock[] {
  const depth = place.depth + 1;
  const style = messages.style.item(list.ordered === true, depth);
  return list.children.flatMap(({ children }) =>
    children.flatMap((child, index) =>
      child.type === 'paragraph' && index === 0
        ? readText(child, child.children, 'item', style, { ...place, depth })
        : readNode(child, { ...place, depth }),
    ),
  );
}

function readTable({ children }: Table, place: Place): ReadBlock[] {
  return children.map((row, index) => {
    const cells = row.children.map((cell) => readInline(cell.children, place.toUrl));
    const style = index === 0 ? messages.style.headerRow : messages.style.row;
    const sentences = cells
      .map(({ text }, column) => (column === 0 ? text : `| ${text}`).trim())
      .filter(Boolean);
    return { ...toBlock(row, 'row', style, place, sentences), links: cells.flatMap(({ links }) => links) };
  });
}

function readText(
  node: Nodes,
  children: readonly PhrasingContent[],
  kind: BlockKind,
  style: string,
  place: Place,
): ReadBlock[] {
  const { text, marks, links, images } = readInline(children, place.toUrl);
  const block = { ...toBlock(node, kind, style, place, splitSentences(text)), marks, links };
  const pictures = images.map((picture) => toImage(picture, block.lines));
  return text === '' && links.length === 0 ? pictures : [block, ...pictures];
}

function toBlock(
  { position }: Nodes,
  kind: BlockKind,
  style: string,
  { toStyle }: Place,
  sentences: readonly string[],
): ReadBlock {
  const lines = [position?.start.line ?? 1, position?.end.line ?? 1] as const;
  return { kind, style: toStyle(style), sentences, marks: [], links: [], lines };
}
