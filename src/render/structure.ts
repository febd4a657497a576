import type { Element, Root } from 'hast';
import { hasContent, isTag, mapNodes, type Node, toElement } from './visit.ts';

/**
 * What Markdown's HTML lacks for everyone to read it: scrolling parts take the focus, boxes are text, images
 * that are alone in a paragraph stand by themselves (`block`).
 */
export function makeAccessible(tree: Root, tableLabel: string): void {
  mapNodes(tree, (node) => {
    if (isTag(node, 'table')) {
      const properties = { className: ['table'], role: 'group', tabIndex: 0, ariaLabel: tableLabel };
      return [toElement('div', properties, [node])];
    }
    if (isTag(node, 'p') && isOnlyImages(node)) return node.children.filter(isImage).map(toBlock);
    if (isTag(node, 'pre')) node.properties['tabIndex'] = 0;
    if (isTag(node, 'th', 'td')) alignByClass(node);
    // A check box without a label is nothing to a screen reader; nobody can tick it anyway.
    if (isTag(node, 'input')) return [{ type: 'text', value: node.properties['checked'] ? '☑' : '☐' }];
    return [node];
  });
}

const isImage = (node: Node): node is Element => isTag(node, 'img');

const isOnlyImages = ({ children }: Element): boolean =>
  children.some(isImage) && children.every((child) => isImage(child) || !hasContent(child));

const toBlock = (image: Element): Element => ({
  ...image,
  properties: { ...image.properties, block: true },
  children: [],
});

function alignByClass(cell: Element): void {
  const { align, ...rest } = cell.properties;
  cell.properties = typeof align === 'string' ? { ...rest, className: [`align-${align}`] } : rest;
  if (cell.tagName === 'th' && !cell.children.some(hasContent)) cell.tagName = 'td';
}
