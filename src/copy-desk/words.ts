import type { Nodes } from 'mdast';
import { fromHtmlIsomorphic } from 'hast-util-from-html-isomorphic';
import type { Nodes as HtmlNodes } from 'hast';
import { parseBody } from './body.ts';

/** The words that a reader sees in a body, in order: no addresses, no marks, no HTML tags, comments or scripts. */
export function toWords(body: string): string[] {
  return readText(parseBody(body))
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '');
}

function readText(node: Nodes): string {
  if (node.type === 'html') return readHtml(fromHtmlIsomorphic(node.value, { fragment: true }));
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value;
  if (!('children' in node)) return ' ';
  const isInline =
    node.type === 'strong' || node.type === 'emphasis' || node.type === 'delete' || node.type === 'link';
  const text = (node.children as Nodes[]).map(readText).join('');
  return isInline ? text : `${text} `;
}

function readHtml(node: HtmlNodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element' && ['script', 'style', 'template', 'noscript'].includes(node.tagName))
    return ' ';
  return 'children' in node ? `${(node.children as HtmlNodes[]).map(readHtml).join('')} ` : ' ';
}
