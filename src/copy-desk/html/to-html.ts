import type { Nodes } from 'mdast';
import { parseBody } from '../body.ts';

/**
 * A body in Markdown as plain semantic HTML that any rich text editor takes: paragraphs, headings 2 to 4, lists,
 * quotes, links, images, bold, italics, code. Tables become lines of text; HTML and components, text.
 */
export const toHtml = (markdown: string): string => render(parseBody(markdown), markdown);

const escape = (text: string): string =>
  text.replace(/[&<>"]/gu, (character) => `&#${String(character.charCodeAt(0))};`);

function render(node: Nodes, body: string): string {
  const inner = (): string => ('children' in node ? renderAll(node.children, body) : '');
  switch (node.type) {
    case 'text':
      return escape(node.value);
    case 'break':
      return '<br>';
    case 'strong':
      return `<strong>${inner()}</strong>`;
    case 'emphasis':
      return `<em>${inner()}</em>`;
    case 'inlineCode':
      return `<code>${escape(node.value)}</code>`;
    case 'code':
      return `<pre><code>${escape(node.value)}</code></pre>`;
    case 'link':
      return /^(?:https?:|mailto:|tel:|[/#])/iu.test(node.url)
        ? `<a href="${escape(node.url)}">${inner()}</a>`
        : inner();
    case 'image':
      return /^(?:https?:|\/)/iu.test(node.url)
        ? `<img src="${escape(node.url)}" alt="${escape(node.alt ?? '')}">`
        : '';
    case 'heading': {
      const level = String(Math.min(4, Math.max(2, node.depth)));
      return `<h${level}>${inner()}</h${level}>`;
    }
    case 'list':
      return node.ordered === true ? `<ol>${inner()}</ol>` : `<ul>${inner()}</ul>`;
    case 'listItem':
      return `<li>${node.children.map((child) => renderInItem(child, node.spread === true, body)).join('')}</li>`;
    case 'blockquote':
      return `<blockquote>${inner()}</blockquote>`;
    case 'tableRow':
      return `<p>${node.children.map((cell) => render(cell, body)).join(' | ')}</p>`;
    case 'paragraph':
      return `<p>${inner()}</p>`;
    case 'component':
      return `<p>${escape(body.slice(node.tag.start, node.tag.end))}</p>`;
    case 'html':
      return escape(node.value);
    default:
      return inner();
  }
}

const renderAll = (nodes: readonly Nodes[], body: string): string =>
  nodes.map((node) => render(node, body)).join('');

/** An item of a tight list holds its text itself. */
const renderInItem = (node: Nodes, isLoose: boolean, body: string): string =>
  node.type === 'paragraph' && !isLoose ? renderAll(node.children, body) : render(node, body);
