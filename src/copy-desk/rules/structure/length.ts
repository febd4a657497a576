import type { Nodes } from 'mdast';

/** A text with more words than this wants headings. */
export const longTextWords = 300;

/** How many words the text of a tree has, headings included; code and HTML have none. */
export function countWords(node: Nodes): number {
  if (node.type === 'text') return node.value.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  if (!('children' in node)) return 0;
  return (node.children as Nodes[]).reduce((count, child) => count + countWords(child), 0);
}
