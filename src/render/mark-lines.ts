import type { Root } from 'hast';
import type { Node } from './visit.ts';

/**
 * The tree with `data-lines="3-5"` on what stands at its top or in a component, on items of lists and on rows of
 * tables: the lines of the body that it comes from, from 1.
 */
export const markLines = (tree: Root): Root => ({
  ...tree,
  children: tree.children.map((node) => mark(node, true)) as Root['children'],
});

/** @param isOuter at the top of the body, or in one of its components */
function mark(node: Node, isOuter: boolean): Node {
  if (!('children' in node)) return node;
  const isComponent = node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
  const children = (node.children as Node[]).map((child) => mark(child, isComponent));
  const lines = toLines(node);
  const isMarked = lines !== undefined && (isOuter || isRow(node));
  if (node.type === 'element') {
    const properties = isMarked ? { ...node.properties, dataLines: lines } : node.properties;
    return { ...node, properties, children } as Node;
  }
  if (!isComponent || !isMarked) return { ...node, children } as Node;
  const attribute = { type: 'mdxJsxAttribute', name: 'data-lines', value: lines };
  return { ...node, attributes: [...node.attributes, attribute], children } as Node;
}

const isRow = (node: Node): boolean =>
  node.type === 'element' && (node.tagName === 'li' || node.tagName === 'tr');

/** Of the node itself, or of a box that was put around one. */
function toLines(node: Node): string | undefined {
  const [only] = 'children' in node && node.children.length === 1 ? node.children : [];
  const { start, end } = node.position ?? only?.position ?? {};
  return start === undefined || end === undefined ? undefined : `${String(start.line)}-${String(end.line)}`;
}
