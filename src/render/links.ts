import type { Element, Root } from 'hast';
import { hasContent, hasText, isElement, isTag, mapNodes, type Node } from './visit.ts';

const protocols = new Set(['http:', 'https:', 'mailto:', 'tel:']);
const base = 'https://site.invalid/';

/** An address as a browser reads it, below an invented site; undefined when it is none or could run code. */
function parseAddress(href: unknown): URL | undefined {
  if (typeof href !== 'string' || !URL.canParse(href, base)) return undefined;
  const url = new URL(href, base);
  return protocols.has(url.protocol) ? url : undefined;
}

/**
 * Leaves only links that lead somewhere, have a name and stand in no other link. Those to other sites say so
 * in `rel`; those that hold nothing but an image without a text are named after where they lead.
 */
export function guardLinks(tree: Root, siteUrl: string, nameOf: (host: string) => string): void {
  const ownHosts = [base, siteUrl].filter((url) => URL.canParse(url)).map((url) => new URL(url).host);
  mapNodes(tree, (node) => {
    if (!isTag(node, 'a')) return [node];
    const url = parseAddress(node.properties['href']);
    if (url === undefined) return node.children;
    if (!node.children.some(hasContent)) return [];
    const isExternal = url.protocol.startsWith('http') && !ownHosts.includes(url.host);
    if (isExternal) node.properties['rel'] = ['external', 'noopener'];
    node.children = node.children.flatMap(withoutLinks) as Element['children'];
    if (!node.children.some(hasText)) {
      const label = nameOf(isExternal ? url.hostname.replace(/^www\./u, '') : url.pathname);
      node.properties['ariaLabel'] = label;
      if (!node.children.some(hasContent)) node.children = [{ type: 'text', value: label }];
      // What stands there when the image cannot be shown.
      for (const child of node.children) if (isTag(child, 'img')) child.properties['label'] = label;
    }
    return [node];
  });
}

const isRemoteImage = (node: Node): boolean =>
  isTag(node, 'img') && /^https?:/iu.test(String(node.properties['src']));

/** What of a link's content may stand in a link; an image of another site would become one (BodyImage). */
function withoutLinks(node: Node): Node[] {
  if (isTag(node, 'img') && isRemoteImage(node)) {
    const alt = node.properties['alt'];
    return typeof alt === 'string' && alt !== '' ? [{ type: 'text', value: alt }] : [];
  }
  if (!isElement(node)) return [node];
  const children = node.children.flatMap(withoutLinks) as Element['children'];
  return isTag(node, 'a') ? children : [{ ...node, children }];
}
