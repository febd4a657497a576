import type { Node, Nodes, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { findTags, type PlacedTag } from '../../content-schema/index.ts';

/** A tag of an allow-listed component, alone on its line. */
export interface ComponentTag extends Node {
  readonly type: 'component';
  readonly tag: PlacedTag;
}

declare module 'mdast' {
  interface RootContentMap {
    component: ComponentTag;
  }
}

const syntax = gfm();

/** GFM without bare e-mail addresses: each letter may begin one, and looking for it takes half of the time. */
const withoutMail: typeof syntax = {
  ...syntax,
  text: Object.fromEntries(
    Object.entries(syntax.text ?? {}).flatMap(([code, constructs]) => {
      const others = [constructs ?? []].flat().filter(({ name }) => name !== 'emailAutolink');
      return others.length === 0 ? [] : [[code, others]];
    }),
  ),
};

/** Like the build: MDX knows no code by indentation. */
const toExtensions = (body: string): (typeof syntax)[] => [
  body.includes('@') ? syntax : withoutMail,
  { disable: { null: ['codeIndented'] } },
];

const toTree = gfmFromMarkdown();

/** Without the search of every text for bare addresses that the grammar leaves out. */
const toTreeWithoutAddresses = toTree.map((extension) => ({ ...extension, transforms: [] }));

/** Written with an escape or a reference, too. */
const mayHoldAddress = /[@&\\]|:\/\/|www\./iu;

/**
 * The syntax tree of a body in memory, by the build's own parser; HTML is kept as `html` nodes, so that rules
 * can see it. Offsets are those of the text.
 */
export function parseBody(body: string): Root {
  const tags = findTags(body);
  // The parser takes a byte order mark away and does not count it.
  let text = body.startsWith('\uFEFF') ? ` ${body.slice(1)}` : body;
  for (const { start, end } of tags) text = text.slice(0, start) + 'x'.repeat(end - start) + text.slice(end);
  const root = fromMarkdown(text, {
    extensions: toExtensions(body),
    mdastExtensions: mayHoldAddress.test(body) ? toTree : toTreeWithoutAddresses,
  });
  if (tags.length === 0) return root;
  const byStart = new Map(tags.map((tag) => [tag.start, tag]));
  return { ...root, children: root.children.map((node) => toComponent(node, byStart)) };
}

function toComponent(node: RootContent, tags: ReadonlyMap<number, PlacedTag>): RootContent {
  const tag = node.type === 'paragraph' ? tags.get(node.position?.start.offset ?? -1) : undefined;
  if (tag === undefined) return node;
  return node.position === undefined
    ? { type: 'component', tag }
    : { type: 'component', tag, position: node.position };
}

/** The offsets of a node that the parser made. */
export function toRange(node: Nodes): { start: number; end: number } {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined) throw new Error(`A node ${node.type} has no position.`);
  return { start, end };
}
