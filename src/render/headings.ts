import type { Element, Root } from 'hast';
import { hasContent, hasText, isTag, mapNodes, toElement } from './visit.ts';

/**
 * Makes the headings of a body an outline below the page's one h1: each is one level below the nearest higher
 * heading before it, so none is skipped. Empty ones go, and one without words (an image above a line of
 * hyphens) is a paragraph.
 */
export function nestHeadings(tree: Root): void {
  const open: number[] = [];
  mapNodes(tree, (node) => {
    if (!isTag(node, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6')) return [node];
    if (!node.children.some(hasContent)) return [];
    if (!node.children.some(hasText)) return [toElement('p', {}, node.children)];
    const level = Number(node.tagName.slice(1));
    while ((open.at(-1) ?? 0) >= level) open.pop();
    open.push(level);
    (node as Element).tagName = `h${String(Math.min(6, open.length + 1))}`;
    return [node];
  });
}
