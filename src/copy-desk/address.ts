import type { Definition, Link } from 'mdast';
import { visit } from 'unist-util-visit';
import type { ComponentTag } from './body.ts';
import { readAttribute, readDestination, readLiteral, type WrittenAddress } from './destination.ts';
import type { Manuscript } from './manuscript.ts';
import type { ValuePath } from './rule.ts';

/** An address in an entry, where it stands and what it says. */
export interface Address extends WrittenAddress {
  /**
   * `[text](address)`, `[label]: address`, `<address>`, an address in the running text, the `url` of a
   * component, a value of the front matter.
   */
  readonly kind: 'link' | 'definition' | 'autolink' | 'bare' | 'attribute' | 'value';
  readonly path: ValuePath;
  /** The link, where it is one. */
  readonly link?: Link;
  /** Where the text of a `[text](address)` stands in the body. */
  readonly text?: { readonly start: number; readonly end: number };
}

const path: ValuePath = ['body'];

/**
 * Every address of an entry: those of the front matter, then those of the body in order. Those of images are
 * not listed, and none whose place in the source is not certain.
 */
export function findAddresses(manuscript: Manuscript): readonly Address[] {
  const known = found.get(manuscript) ?? readAddresses(manuscript);
  found.set(manuscript, known);
  return known;
}

/** Every rule about links asks for the same. */
const found = new WeakMap<Manuscript, readonly Address[]>();

function readAddresses(manuscript: Manuscript): Address[] {
  const { texts, body } = manuscript;
  const addresses = texts
    .filter(({ path: [key], text }) => key !== 'body' && /^https?:\/\/\S+$/iu.test(text))
    .map(({ path, text }): Address => ({ kind: 'value', path, ...readLiteral(0, text.length, text) }));
  if (!/\]\(|\]:|:\/\/|www\.|@|^</imu.test(body)) return addresses;
  visit(manuscript.tree, (node) => {
    const address =
      node.type === 'link'
        ? readLink(body, node)
        : node.type === 'definition'
          ? readDefinition(body, node)
          : node.type === 'component'
            ? readComponent(body, node)
            : undefined;
    if (address !== undefined) addresses.push(address);
  });
  return addresses;
}

function readLink(source: string, link: Link): Address | undefined {
  // What the parser makes of character references has no position.
  const start = link.position?.start.offset;
  const end = link.position?.end.offset;
  if (start === undefined || end === undefined) return undefined;
  if (source[start] === '<') {
    return { kind: 'autolink', path, link, ...readLiteral(start + 1, end - 1, link.url) };
  }
  if (source[start] !== '[') return { kind: 'bare', path, link, ...readLiteral(start, end, link.url) };
  const last = link.children.at(-1);
  const textEnd = last === undefined ? start + 1 : last.position?.end.offset;
  if (textEnd === undefined || !source.startsWith('](', textEnd)) return undefined;
  const written = readDestination(source, textEnd + 2, end);
  if (written.url !== link.url) return undefined;
  return { kind: 'link', path, link, text: { start: start + 1, end: textEnd }, ...written };
}

function readDefinition(source: string, { position, url }: Definition): Address | undefined {
  const start = position?.start.offset ?? 0;
  const end = position?.end.offset ?? 0;
  const label = /^\[(?:\\.|[^\\\]])*\]:/u.exec(source.slice(start, end))?.[0];
  if (label === undefined) return undefined;
  const written = readDestination(source, start + label.length, end);
  return written.url === url ? { kind: 'definition', path, ...written } : undefined;
}

function readComponent(source: string, { tag }: ComponentTag): Address | undefined {
  const match = /(?<=[ \t]url=")[^"]*/u.exec(source.slice(tag.start, tag.end));
  if (match === null) return undefined;
  const start = tag.start + match.index;
  const written = readAttribute(source, start, start + match[0].length);
  return written.url === tag.attributes['url'] ? { kind: 'attribute', path, ...written } : undefined;
}

/** The host of a web address in lower case, without `www.`; undefined when it has none. */
export const toHost = (url: string): string | undefined =>
  /^(?:https?:)?\/\/(?:[^/?#@]*@)?(?:www\.)?(?<host>[^/?#:@]+)/iu.exec(url)?.groups?.['host']?.toLowerCase();

/** Is this host the domain or below it? */
export const isBelow = (host: string, domain: string): boolean =>
  host === domain || host.endsWith(`.${domain}`);
