import type { Element, ElementContent, Root, RootContent } from 'hast';
import { toSuperscript } from './superscript.ts';
import { isHeading, readStyle } from './style.ts';
import { gatherWordLists, toWordItem } from './word-list.ts';

/** Elements of which nothing is kept, not even their text. */
const dropped = new Set([
  'base',
  'col',
  'colgroup',
  'input',
  'link',
  'meta',
  'script',
  'style',
  'template',
  'wbr',
]);

/** Elements that stay, with no attributes but those that `attributes` names. */
const kept = new Set(
  (
    'a blockquote br code dd del div dl dt em h1 h2 h3 h4 h5 h6 hr img li ol p pre strong ' +
    'table tbody td tfoot th thead tr ul x-keep'
  ).split(' '),
);

/** Elements that are another one for us. */
const renamed: Readonly<Record<string, string>> = {
  b: 'strong',
  dir: 'ul',
  i: 'em',
  image: 'img',
  kbd: 'code',
  menu: 'ul',
  s: 'del',
  samp: 'code',
  strike: 'del',
  summary: 'p',
  tt: 'code',
};

/** Blocks without a meaning that Markdown has. */
const boxes = new Set(
  (
    'address article aside body caption center details dialog fieldset figcaption figure footer form header ' +
    'hgroup html legend main nav picture search section'
  ).split(' '),
);

/** Elements inside a word or a sentence; what others hold does not touch the words around. */
const inline = new Set(
  'abbr acronym bdi bdo big cite data dfn font ins mark nobr small span time u'.split(' '),
);

const attributes = ['href', 'src', 'alt', 'start', 'dataKeep'] as const;

const isBlock = (node: ElementContent): boolean =>
  node.type === 'element' &&
  /^(?:blockquote|d[dlt]|div|h[1-6r]|li|[ou]l|p|pre|t(?:able|body|d|foot|h|head|r))$/u.test(node.tagName);

const text = (value: string): ElementContent => ({ type: 'text', value });

const element = (tagName: string, children: ElementContent[], from?: Element): Element => ({
  type: 'element',
  tagName,
  properties: Object.fromEntries(
    attributes.flatMap((name) => {
      const value = from?.properties[name];
      return value === undefined ? [] : [[name, value]];
    }),
  ),
  children,
});

/**
 * HTML from anywhere as plain semantic HTML: bold and italic that only CSS gives are elements, a list that Word
 * drew is a list, and nothing is left that Markdown has no word for: no style, script, comment or address that
 * runs code.
 */
export const tidyTree = (root: Root): Root => ({
  type: 'root',
  children: gatherWordLists(tidyAll(root.children, { isTitle: false, isPre: false })),
});

/** What an element says of all that it contains. */
interface Context {
  /** It is a heading, which is bold as it is. */
  readonly isTitle: boolean;
  /** Line ends in its text are line breaks (`white-space: pre-wrap`). */
  readonly isPre: boolean;
}

const tidyAll = (nodes: readonly RootContent[], context: Context): ElementContent[] =>
  gatherWordLists(nodes.flatMap((node) => tidy(node, context)));

function tidy(node: RootContent, context: Context): ElementContent[] {
  if (node.type === 'text') return context.isPre ? splitLines(node.value) : [text(node.value)];
  if (node.type !== 'element' || dropped.has(node.tagName)) return [];
  const name = renamed[node.tagName] ?? node.tagName;
  if (name === 'xml' || node.properties['className']?.toString().includes('Apple-interchange-newline'))
    return [];
  if (name === 'br' || name === 'hr') return [element(name, [])];
  // With a text, or the spaces around it would count as one space.
  if (name === 'x-keep') return [element(name, [text('x')], node)];
  if (name === 'img') return tidyImage(node);
  const style = readStyle(node);
  const item = toWordItem(node);
  const isHead = context.isTitle || isHeading(name);
  let children = tidyAll(item?.children ?? node.children, {
    isTitle: isHead,
    isPre: name !== 'pre' && (style.isPre ?? context.isPre),
  });
  if (name === 'sup' || name === 'sub') return [text(''), ...toSuperscript(name, children)];
  if (!isHead && name !== 'th') {
    if (style.isBold && name !== 'strong') children = mark('strong', children);
    if (style.isItalic && name !== 'em') children = mark('em', children);
  }
  if (style.isStruck && name !== 'del') children = mark('del', children);
  if (item !== undefined) return [Object.assign(element('li', children), { data: { word: item } })];
  if (name === 'strong' || name === 'em' || name === 'del') {
    return style.isPlain || (isHead && name === 'strong') ? children : mark(name, children);
  }
  return place(name, children, node);
}

const splitLines = (value: string): ElementContent[] =>
  value.split('\n').flatMap((line, index) => (index === 0 ? [text(line)] : [element('br', []), text(line)]));

/** The tidied element with its tidied children, or what stands for it. */
function place(name: string, children: ElementContent[], node: Element): ElementContent[] {
  if (name === 'a') return isSafe(node.properties['href']) ? [element('a', children, node)] : children;
  if (name === 'td' || name === 'th') return [element(name, flatten(children))];
  if (name === 'ul' || name === 'ol') return [element(name, adoptLists(children), node)];
  if (name === 'table') {
    const isCaption = (child: ElementContent): boolean => child.type === 'element' && child.tagName === 'div';
    return [
      ...children.filter(isCaption),
      element(
        'table',
        children.filter((child) => !isCaption(child)),
      ),
    ];
  }
  if (boxes.has(name)) return [element('div', children)];
  if (kept.has(name)) return [element(name, children, node)];
  return inline.has(name) || name.includes(':') ? children : [text(' '), ...children, text(' ')];
}

/** An address that a reader may follow: no code, no file of somebody's computer. */
const isSafe = (href: unknown): boolean =>
  typeof href === 'string' &&
  !/^[\s\p{Cc}]*(?:javascript|vbscript|data|file|blob|about)\s*:/iu.test(href.replace(/[\t\n\r]/gu, '')) &&
  href.trim() !== '';

/** Is a text nothing but emoji, so that an image with it as its alternative text is one that only draws it? */
export const isEmoji = (text: string): boolean =>
  /^(?:\p{Extended_Pictographic}|\p{RI}|\p{EMod}|[\u200D\uFE0F\u20E3\d#*])+$/u.test(text) &&
  !/^\d+$/u.test(text);

function tidyImage(node: Element): ElementContent[] {
  const alt = node.properties['alt'];
  if (typeof alt === 'string' && isEmoji(alt)) return [text(alt)];
  const src = node.properties['src'];
  return typeof src === 'string' && src !== '' && !/^\s*(?:javascript|vbscript):/iu.test(src)
    ? [element('img', [], node)]
    : [];
}

/** A mark around inline nodes; blocks get it inside, because Markdown has no bold paragraph. */
function mark(name: string, nodes: readonly ElementContent[]): ElementContent[] {
  const result: ElementContent[] = [];
  let run: ElementContent[] = [];
  const close = (): void => {
    if (run.length > 0) result.push(element(name, run));
    run = [];
  };
  for (const node of nodes) {
    if (node.type === 'element' && isBlock(node)) {
      close();
      const isCode = node.tagName === 'pre' || isHeading(node.tagName);
      result.push(isCode ? node : { ...node, children: mark(name, node.children) });
    } else run.push(node);
  }
  close();
  return result;
}

/** Blocks as inline nodes with spaces between: a cell of a Markdown table has one line. */
const flatten = (nodes: readonly ElementContent[]): ElementContent[] =>
  nodes.flatMap((node) => {
    if (node.type !== 'element') return [node];
    if (node.tagName === 'br' || node.tagName === 'hr') return [text(' ')];
    if (isBlock(node)) return [text(' '), ...flatten(node.children), text(' ')];
    return [{ ...node, children: flatten(node.children) }];
  });

/** A list that stands directly in a list, as Google Docs writes it, belongs to the item before. */
function adoptLists(nodes: readonly ElementContent[]): ElementContent[] {
  const result: ElementContent[] = [];
  for (const node of nodes) {
    const last = result.findLast((other) => other.type === 'element');
    const isList = node.type === 'element' && (node.tagName === 'ul' || node.tagName === 'ol');
    if (isList && last?.type === 'element' && last.tagName === 'li') last.children.push(node);
    else if (node.type === 'element' && node.tagName !== 'li') result.push(element('li', [node]));
    else if (node.type === 'element' || node.type === 'text') {
      const isText = node.type === 'text' && node.value.trim() !== '';
      result.push(isText ? element('li', [node]) : node);
    }
  }
  return result;
}
