import type { Element as HtmlElement, Nodes } from 'hast';
import { fromHtmlIsomorphic } from 'hast-util-from-html-isomorphic';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { componentSchemas, type Element, serializeElement } from '../../../../content-schema/index.ts';
import { isCodeAddress } from '../../code-address.ts';
import { toMarkdown } from '../../html/to-markdown.ts';
import { readTitle, toService } from './services.ts';
import type { Snippet } from './snippets.ts';

/** What a snippet becomes. */
export type Reading =
  /** Markdown blocks in its place; `titles` says what of. */
  | { readonly kind: 'embed'; readonly markdown: string; readonly title: string }
  /** Nothing: it runs code or shows nothing that a reader would miss. */
  | { readonly kind: 'removal'; readonly what: 'script' | 'ad' | 'frame' | 'rest'; readonly source: string }
  /** A person has to look. */
  | { readonly kind: 'unclear'; readonly source: string };

/** What becomes of a snippet. Addresses below the site are resolved with its own. */
export function readSnippet({ name, html, flaw }: Snippet, siteUrl: string): Reading {
  if (flaw === 'stray') return { kind: 'removal', what: 'rest', source: html };
  const element = findElement(html, name);
  if (element === undefined) return { kind: 'unclear', source: html };
  if (name === 'script') return readScript(element, flaw === undefined);
  if (/^(?:blockquote|div|ins)$/u.test(name)) return readWidget(element, siteUrl);
  const frame = readFrame(element, siteUrl);
  // A lone tag without an address may be meant as text.
  const isText = flaw === 'unclosed' && frame.kind === 'removal' && frame.source === '';
  return isText ? { kind: 'unclear', source: html } : frame;
}

function findElement(html: string, name: string): HtmlElement | undefined {
  let found: HtmlElement | undefined;
  visit(fromHtmlIsomorphic(html, { fragment: true }), 'element', (node) => {
    if (found === undefined && node.tagName === name) found = node;
  });
  return found;
}

const get = (element: HtmlElement, ...keys: readonly string[]): string => {
  const value = keys
    .map((key) => element.properties[key])
    .find((one) => typeof one === 'string' && one !== '');
  return typeof value === 'string' ? value.trim() : '';
};

function readScript(element: HtmlElement, isClosed: boolean): Reading {
  const source = get(element, 'src') || toString(element).trim();
  return isClosed
    ? { kind: 'removal', what: 'script', source }
    : { kind: 'unclear', source: get(element, 'src') || '<script>' };
}

/** A frame, an object, a player: whatever shows the page or file at one address. */
function readFrame(element: HtmlElement, siteUrl: string): Reading {
  let address = get(element, 'src', 'data', 'dataSrc', 'dataLazySrc', 'dataUrl');
  visit(element, 'element', (child) => {
    if (address !== '') return;
    if (child.tagName === 'source' || child.tagName === 'embed') address = get(child, 'src');
    else if (child.tagName === 'param' && /^(?:movie|src)$/iu.test(get(child, 'name')))
      address = get(child, 'value');
  });
  const title = readTitle(element.properties['title'] ?? element.properties['ariaLabel']);
  return toEmbed(address, title, siteUrl) ?? { kind: 'removal', what: 'frame', source: address };
}

/** A component for an address; undefined where it is none that a reader could open. */
function toEmbed(address: string, title: string | undefined, siteUrl: string): Reading | undefined {
  if (address === '' || isCodeAddress(address)) return undefined;
  const path = address.normalize('NFC');
  const file: Element = {
    name: 'Download',
    attributes: { file: path, label: title ?? path.slice(path.lastIndexOf('/') + 1) },
  };
  if (isValid(file))
    return { kind: 'embed', markdown: serializeElement(file), title: file.attributes['label'] ?? '' };
  if (!URL.canParse(address, siteUrl)) return undefined;
  const url = new URL(address, siteUrl);
  if (!/^https?:$/u.test(url.protocol)) return undefined;
  const service = toService(url);
  const attributes = { url: service.url, title: title ?? service.title };
  const element: Element = { name: service.name, attributes };
  if (!isValid(element)) return { kind: 'unclear', source: address };
  return { kind: 'embed', markdown: serializeElement(element), title: attributes.title };
}

const isValid = ({ name, attributes }: Element): boolean =>
  componentSchemas[name].safeParse(attributes).success;

/** Marked-up text that a script of the service turns into a frame: its words stay, as a quotation. */
function readWidget(element: HtmlElement, siteUrl: string): Reading {
  const classes = ([] as unknown[]).concat(element.properties['className'] ?? []).join(' ');
  if (classes.includes('adsbygoogle'))
    return { kind: 'removal', what: 'ad', source: get(element, 'dataAdClient') };
  const { address, title } = findPage(element, classes);
  const embed = toEmbed(address, readTitle(title), siteUrl);
  if (embed?.kind === 'unclear') return embed;
  const quotation = toQuotation(element);
  const markdown = [quotation, embed?.kind === 'embed' ? embed.markdown : ''].filter((block) => block !== '');
  if (markdown.length === 0) return { kind: 'removal', what: 'rest', source: address };
  return {
    kind: 'embed',
    markdown: markdown.join('\n\n'),
    title: embed?.kind === 'embed' ? embed.title : 'Publicación',
  };
}

/** The page that the snippet of a service means, and how the service calls it. */
function findPage(element: HtmlElement, classes: string): { address: string; title?: string } {
  if (classes.includes('flourish')) {
    return {
      address: `https://public.flourish.studio/${get(element, 'dataSrc').replace(/^.*studio\//u, '')}`,
    };
  }
  if (classes.includes('infogram')) {
    return { address: `https://infogram.com/${get(element, 'dataId')}`, title: get(element, 'dataTitle') };
  }
  const bluesky = /^at:\/\/(?<who>[^/]+)\/[^/]+\/(?<id>\w+)/u.exec(get(element, 'dataBlueskyUri'))?.groups;
  if (bluesky !== undefined) {
    return { address: `https://bsky.app/profile/${bluesky['who'] ?? ''}/post/${bluesky['id'] ?? ''}` };
  }
  let address = get(element, 'dataHref', 'dataInstgrmPermalink', 'dataTextPostPermalink', 'cite');
  visit(element, 'element', (child) => {
    const link = get(child, 'href', 'cite');
    const script = /^(?:https?:)?\/\/datawrapper\.dwcdn\.net\/\w+/u.exec(get(child, 'src'))?.[0];
    if (script !== undefined) address = script;
    // The last one is the post itself; those before are hashtags and mentions.
    else if (classes.includes('twitter') ? /\/status\/\d/u.test(link) : address === '') {
      if (/^https?:\/\//u.test(link)) address = link;
    }
  });
  return { address };
}

const silent = new Set(['script', 'style', 'noscript', 'template', 'svg']);
const breaks = new Set(['p', 'div', 'section', 'blockquote', 'br', 'li', 'ul']);
/** What Instagram and Facebook write where nothing was loaded. */
const placeholder = /^(?:(?:view this post on|ver esta publicación en) instagram|publicada por|posted by)$/iu;

function toQuotation(element: HtmlElement): string {
  const paragraphs = ['']; // the last one is being written
  const read = (node: Nodes): void => {
    if (node.type === 'text') paragraphs.push(`${paragraphs.pop() ?? ''}${node.value}`);
    if (node.type !== 'element' || silent.has(node.tagName)) return;
    const isBreak = breaks.has(node.tagName);
    if (isBreak) paragraphs.push('');
    node.children.forEach(read);
    if (isBreak) paragraphs.push('');
  };
  element.children.forEach(read);
  const escape = (text: string): string =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const shown = paragraphs
    .map((text) => text.replace(/[ \t\r\n]+/gu, ' ').trim())
    .filter((text) => text !== '' && !placeholder.test(text));
  if (shown.length === 0) return '';
  return toMarkdown(`<blockquote>${shown.map((text) => `<p>${escape(text)}</p>`).join('')}</blockquote>`);
}
