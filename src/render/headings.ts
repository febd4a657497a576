import type { Element, Root } from 'hast';
import { toHeadingIds } from '../../content-schema/index.ts';
import { hasContent, hasText, isTag, mapNodes, type Node, toElement } from './visit.ts';

const tags = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const;

/**
 * Makes the headings of a body an outline below the page's one h1: each is one level below the nearest higher
 * heading before it, so none is skipped. Empty ones go, and one without words (an image above a line of
 * hyphens) is a paragraph.
 */
export function nestHeadings(tree: Root): void {
  const open: number[] = [];
  mapNodes(tree, (node) => {
    if (!isTag(node, ...tags)) return [node];
    if (!node.children.some(hasContent)) return [];
    if (!node.children.some(hasText)) return [toElement('p', {}, node.children)];
    const level = Number(node.tagName.slice(1));
    while ((open.at(-1) ?? 0) >= level) open.pop();
    open.push(level);
    (node as Element).tagName = `h${String(Math.min(6, open.length + 1))}`;
    return [node];
  });
}

/** Gives each heading that has none an id to link to, after its words. */
export function identifyHeadings(tree: Root): void {
  const headings: Element[] = [];
  mapNodes(tree, (node) => {
    if (isTag(node, ...tags) && node.properties['id'] === undefined) headings.push(node);
    return [node];
  });
  for (const [index, id] of toHeadingIds(headings.map(toText)).entries()) {
    const heading = headings[index];
    if (heading !== undefined) heading.properties = { id, ...heading.properties };
  }
}

export interface BodyHeading {
  readonly id: string;
  readonly text: string;
  /** 2 to 6. */
  readonly depth: number;
}

/** The headings that part a body: not those inside of callouts or quotations, nor that of the notes. */
export const listHeadings = (tree: Root): BodyHeading[] =>
  tree.children.flatMap((node) => {
    if (!isTag(node, ...tags)) return [];
    const id = node.properties['id'];
    return typeof id === 'string' ? [{ id, text: toText(node), depth: Number(node.tagName.slice(1)) }] : [];
  });

/** What a heading says, in one line; without the numbers of notes. */
const toText = (node: Node): string => readText(node).replace(/\s+/gu, ' ').trim();

function readText(node: Node): string {
  if (node.type === 'text') return node.value;
  if (isTag(node, 'img')) return String(node.properties['alt'] ?? '');
  if (isTag(node, 'br')) return ' ';
  if (!('children' in node) || (isTag(node, 'a') && node.properties['dataFootnoteRef'] !== undefined))
    return '';
  return (node.children as Node[]).map(readText).join('');
}
