import type { Nodes } from 'hast';

/** All text of a node. */
export function toText(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? (node.children as Nodes[]).map(toText).join('') : '';
}
