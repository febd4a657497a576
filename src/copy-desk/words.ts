import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import { parseBody, toRange } from './body.ts';

const hidden = /<!--[\s\S]*?-->|<(?<name>script|style|template)\b[^>]*>[\s\S]*?<\/\k<name>\s*>/giu;
const inlineTag = /<\/?(?:a|abbr|b|big|del|em|font|i|ins|mark|s|small|span|strong|sub|sup|u)\b[^>]*>/giu;
const tag = /<\/?[a-z][a-z0-9-]*(?=[\s/>])[^>]*>/giu;

/** The words that a reader sees in a body, in order: no addresses, no marks, no HTML tags, comments or scripts. */
export function toWords(body: string): string[] {
  return readText(parseBody(dropTags(body)))
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '');
}

/** The same body without HTML, so that what Markdown stands in it is read as Markdown. */
function dropTags(body: string): string {
  if (!body.includes('<')) return body;
  let result = '';
  let offset = 0;
  visit(parseBody(body), 'html', (node) => {
    const { start, end } = toRange(node);
    // Without the HTML around it, code is code again.
    const parts = body.slice(start, end).split(/(`[^`]*`)/u);
    const text = parts.map((part, index) => (index % 2 === 1 ? part : dropMarks(part))).join('');
    result += body.slice(offset, start) + text;
    offset = end;
  });
  return result + body.slice(offset);
}

const dropMarks = (html: string): string =>
  html.replace(hidden, ' ').replace(inlineTag, '').replace(tag, ' ');

function readText(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code' || node.type === 'html') {
    return node.value;
  }
  if (!('children' in node)) return ' ';
  const isInline = ['strong', 'emphasis', 'delete', 'link', 'linkReference'].includes(node.type);
  const text = (node.children as Nodes[]).map(readText).join('');
  return isInline ? text : `${text} `;
}
