import type { Element, Root } from 'hast';
import { hasContent, isElement, mapNodes, type Node } from './visit.ts';

const protocols = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** An address as a browser reads it, below an invented site; undefined when it is none or could run code. */
function parseAddress(href: unknown): URL | undefined {
  if (typeof href !== 'string' || !URL.canParse(href, base)) return undefined;
  const url = new URL(href, base);
  return protocols.has(url.protocol) ? url : undefined;
}

const base = 'https://site.invalid/';
const ownHost = new URL(base).host;

/**
 * Leaves only links that lead somewhere and have a name. Those to other sites say so in `rel`; those that
 * hold nothing but an image without a text get the host as their name.
 */
export function guardLinks(tree: Root, siteUrl: string, nameOf: (host: string) => string): void {
  const siteHost = URL.canParse(siteUrl) ? new URL(siteUrl).host : ownHost;
  mapNodes(tree, (node) => {
    if (!isElement(node, 'a')) return [node];
    const url = parseAddress(node.properties['href']);
    if (url === undefined) return node.children;
    if (!node.children.some(hasContent)) return [];
    const isExternal = url.protocol.startsWith('http') && url.host !== ownHost && url.host !== siteHost;
    if (isExternal) node.properties['rel'] = ['external', 'noopener'];
    if (!hasText(node)) node.properties['ariaLabel'] = nameOf(isExternal ? toHost(url) : url.pathname);
    return [node];
  });
}

const toHost = ({ hostname }: URL): string => hostname.replace(/^www\./u, '');

function hasText(link: Element): boolean {
  const isText = (node: Node): boolean => {
    if (isElement(node, 'img'))
      return typeof node.properties['alt'] === 'string' && node.properties['alt'].trim() !== '';
    if (isElement(node)) return node.children.some(isText);
    return hasContent(node);
  };
  return link.children.some(isText);
}
