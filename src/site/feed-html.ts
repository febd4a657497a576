import type { Element, ElementContent, Root, RootContent } from 'hast';
import { fromHtmlIsomorphic } from 'hast-util-from-html-isomorphic';
import { toHtml } from 'hast-util-to-html';
import { maskMail } from './mail.ts';

/** Nothing of these works in a feed reader, or means anything there. */
const dropped = new Set([
  'script',
  'style',
  'template',
  'iframe',
  'object',
  'embed',
  'svg',
  'source',
  'button',
  'form',
]);

/** Attributes that say something without our styles, by their names in hast. */
const kept = new Set([
  ...['href', 'hrefLang', 'src', 'alt', 'width', 'height', 'title', 'lang', 'dir', 'dateTime', 'cite'],
  ...['start', 'reversed', 'value', 'type', 'colSpan', 'rowSpan', 'scope'],
]);

/** Elements that only carry styles or attributes that are gone. */
const wrappers = new Set(['div', 'span', 'section', 'picture', 'i']);

/**
 * Makes the HTML of a rendered body fit for feed readers, which know neither our address nor our styles: whole
 * addresses, images as one file of a format that every reader shows, a link in place of a frame, e-mail addresses
 * in words.
 * @param base the address of the page
 */
export function toFeedHtml(html: string, base: string): string {
  const tree = fromHtmlIsomorphic(html, { fragment: true });
  tree.children = changeAll(tree.children, base) as Root['children'];
  return toHtml(tree).trim();
}

type Node = RootContent | ElementContent;

function changeAll(nodes: readonly Node[], base: string): Node[] {
  const visible = nodes.flatMap((node, index) => (isMark(node) ? [] : [spellAt(node, nodes, index)]));
  return visible.flatMap((node) => change(node, base));
}

/** What stands at both sides of the `@` of an e-mail address (src/render/mail.ts). */
const isMark = (node: Node | undefined): boolean =>
  node?.type === 'element' && node.tagName === 'i' && node.properties['hidden'] === true;

function spellAt(node: Node, nodes: readonly Node[], index: number): Node {
  const isAt =
    node.type === 'text' && node.value === '@' && isMark(nodes[index - 1]) && isMark(nodes[index + 1]);
  return isAt ? { type: 'text', value: ' (arroba) ' } : node;
}

function change(node: Node, base: string): Node[] {
  if (node.type === 'text') return [{ type: 'text', value: maskMail(node.value) }];
  if (node.type !== 'element' || dropped.has(node.tagName)) return [];
  const { tagName, properties } = node;
  if (tagName === 'details' && hasClass(node, 'play')) return [];
  if (tagName === 'input') return [{ type: 'text', value: properties['checked'] === true ? '☑ ' : '☐ ' }];
  if (tagName === 'a' && hasClass(node, 'link-card')) return [toParagraph(toPlainLink(node, base))];
  const children = changeAll(node.children, base) as ElementContent[];
  if (hasClass(node, 'callout-label'))
    return [toParagraph({ ...node, tagName: 'strong', properties: {}, children })];
  if (hasClass(node, 'callout')) return [{ ...node, tagName: 'blockquote', properties: {}, children }];
  const shown = keepProperties(properties, base);
  if (wrappers.has(tagName) && Object.keys(shown).length === 0) return children;
  if (tagName === 'figure' && hasClass(node, 'embed')) return toParagraphs(children);
  return [{ type: 'element', tagName, properties: shown, children }];
}

const hasClass = ({ properties }: Element, name: string): boolean =>
  Array.isArray(properties['className']) && properties['className'].includes(name);

function keepProperties(properties: Element['properties'], base: string): Element['properties'] {
  const entries = Object.entries(properties).filter(([name, value]) => kept.has(name) && value != null);
  return Object.fromEntries(
    entries.map(([name, value]) =>
      (name === 'href' || name === 'src') && typeof value === 'string'
        ? [name, toWhole(value, base)]
        : [name, value],
    ),
  );
}

const toWhole = (address: string, base: string): string =>
  URL.canParse(address, base) ? new URL(address, base).href : address;

/** The parts of a card, which our styles set apart, on one line. */
function toPlainLink(card: Element, base: string): Element {
  const parts = card.children.map(toText).map((part) => part.trim());
  const value = maskMail(parts.filter((part) => part !== '').join(' · '));
  const properties = keepProperties(card.properties, base);
  return { type: 'element', tagName: 'a', properties, children: [{ type: 'text', value }] };
}

function toText(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(toText).join('') : '';
}

const toParagraph = (child: ElementContent): Element => ({
  type: 'element',
  tagName: 'p',
  properties: {},
  children: [child],
});

/** What remains of a frame: its caption, a link to the page of the other site. */
const toParagraphs = (children: readonly ElementContent[]): Element[] =>
  children.flatMap((child) =>
    child.type === 'element' && child.tagName === 'figcaption' ? [{ ...child, tagName: 'p' }] : [],
  );
