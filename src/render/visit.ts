import type { Element, ElementContent, Root } from 'hast';

export type Node = (Root | Element)['children'][number];

/**
 * Rebuilds the children of every parent below `tree`, innermost first.
 * @param change the nodes that stand in place of a node: itself, others, or none
 */
export function mapNodes(tree: Root, change: (node: Node) => readonly Node[]): void {
  mapChildren(tree, change);
}

function mapChildren(parent: { children: Node[] }, change: (node: Node) => readonly Node[]): void {
  parent.children = parent.children.flatMap((node) => {
    if ('children' in node) mapChildren(node as { children: Node[] }, change);
    return change(node);
  });
}

export const isElement = (node: Node): node is Element => node.type === 'element';

export const isTag = <N extends string>(
  node: Node,
  ...names: readonly N[]
): node is Element & { tagName: N } => isElement(node) && (names as readonly string[]).includes(node.tagName);

/** Does a reader get anything from this: text that is not blank, or an element that is a thing in itself? */
export function hasContent(node: Node): boolean {
  if (node.type === 'text') return /[^\s\u00AD\u200B-\u200D\u2060\uFEFF]/u.test(node.value);
  if (isTag(node, 'img')) return true;
  if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') return true;
  return 'children' in node && (node.children as Node[]).some(hasContent);
}

/** Does it have words, be it only those that describe an image? */
export function hasText(node: Node): boolean {
  if (isTag(node, 'img')) {
    const alt = node.properties['alt'];
    return typeof alt === 'string' && alt.trim() !== '';
  }
  if (isElement(node)) return node.children.some(hasText);
  return hasContent(node);
}

export const toElement = (
  tagName: string,
  properties: Element['properties'],
  children: readonly Node[],
): Element => ({ type: 'element', tagName, properties, children: children as ElementContent[] });
