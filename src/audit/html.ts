import type { Element, Root } from 'hast';
import { fromHtmlIsomorphic } from 'hast-util-from-html-isomorphic';
import { EXIT, SKIP, visit } from 'unist-util-visit';

/** The elements of a page as a browser without scripts sees them. */
export const parsePage = (html: string): Root => fromHtmlIsomorphic(html);

/** Every element for which `isWanted` holds, in document order. */
export function findAll(tree: Root | Element, isWanted: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (element: Element) => {
    if (isWanted(element)) found.push(element);
  });
  return found;
}

export function find(tree: Root | Element, isWanted: (element: Element) => boolean): Element | undefined {
  let found: Element | undefined;
  visit(tree, 'element', (element: Element) => {
    if (!isWanted(element)) return undefined;
    found = element;
    return EXIT;
  });
  return found;
}

/** An attribute as text; undefined when it is absent. Lists (`class`, `rel`) are joined by spaces. */
export function getAttribute(element: Element, name: string): string | undefined {
  const value = element.properties[name];
  if (value === undefined || value === null || value === false) return undefined;
  return Array.isArray(value) ? value.join(' ') : String(value);
}

export const hasClass = (element: Element, name: string): boolean =>
  (getAttribute(element, 'className') ?? '').split(' ').includes(name);

/** The words that a reader sees of an element: no styles, no scripts. */
export function toText(tree: Root | Element): string {
  let text = '';
  visit(tree, (node) => {
    if (node.type === 'element' && ['style', 'script', 'template'].includes(node.tagName)) return SKIP;
    if (node.type === 'text') text += `${node.value} `;
    return undefined;
  });
  return text;
}

/** The very text of a `<style>` or `<script>` element. */
export const toSource = (element: Element): string =>
  element.children.map((child) => (child.type === 'text' ? child.value : '')).join('');

export const countWords = (text: string): number =>
  text.match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
