import type { PhrasingContent } from 'mdast';
import type { FormatChange, Link, Picture } from './types.ts';

/** Letters from `start` to `end` (exclusive) of a text that look different. */
export interface Mark {
  readonly kind: Exclude<FormatChange['kind'], 'block' | 'split' | 'joined'>;
  readonly start: number;
  readonly end: number;
}

/** A text as a person reads it, with what belongs to it. */
export interface Inline {
  /** Single spaces, none at the ends; `\n` where a line is broken on purpose. */
  text: string;
  readonly marks: Mark[];
  readonly links: Link[];
  readonly images: Picture[];
}

/** What is typed for a list that is none: its lines are told apart. */
const bullet = /[•▪◦‣·]/u;

type ToUrl = (identifier: string) => string;

const markKinds = { strong: 'bold', emphasis: 'italic', delete: 'strike' } as const;

/** Nobody sees these: what Word leaves behind, and soft hyphens. */
const invisible = /[\u00AD\u200B\u2060\uFEFF]/gu;

/** Reads the content of a paragraph. @param toUrl the address of a reference such as `[text][id]` */
export function readInline(nodes: readonly PhrasingContent[], toUrl: ToUrl): Inline {
  const inline: Inline = { text: '', marks: [], links: [], images: [] };
  nodes.forEach((node) => readNode(inline, node, toUrl));
  inline.text = inline.text.trimEnd();
  return inline;
}

function readNode(inline: Inline, node: PhrasingContent, toUrl: ToUrl): void {
  const start = inline.text.length;
  switch (node.type) {
    case 'strong':
    case 'emphasis':
    case 'delete':
      node.children.forEach((child) => readNode(inline, child, toUrl));
      addMark(inline, markKinds[node.type], start);
      return;
    case 'link':
    case 'linkReference': {
      node.children.forEach((child) => readNode(inline, child, toUrl));
      const url = node.type === 'link' ? node.url : toUrl(node.identifier);
      inline.links.push({ text: inline.text.slice(start).replace(/\s+/gu, ' ').trim(), url });
      return;
    }
    case 'image':
    case 'imageReference':
      inline.images.push({
        image: node.type === 'image' ? node.url : toUrl(node.identifier),
        alt: node.alt ?? '',
        ...(node.type === 'image' && node.title ? { caption: node.title } : {}),
      });
      return;
    case 'break':
      inline.text = `${inline.text.trimEnd()}\n`;
      return;
    case 'footnoteReference':
      append(inline, `[${node.label ?? node.identifier}]`);
      return;
    case 'inlineCode':
      append(inline, node.value);
      addMark(inline, 'code', start);
      return;
    case 'text':
    case 'html':
      append(inline, node.value);
      return;
    default:
  }
}

function append(inline: Inline, text: string): void {
  const words = text
    .replace(invisible, '')
    .replace(/\s+/gu, (space, index: number) =>
      space.includes('\n') && bullet.test(text[index + space.length] ?? '') ? '\n' : ' ',
    );
  inline.text += /(?:^|\s)$/u.test(inline.text) ? words.trimStart() : words;
}

function addMark({ text, marks }: Inline, kind: Mark['kind'], start: number): void {
  const end = start + text.slice(start).trimEnd().length;
  const skipped = text.slice(start, end).length - text.slice(start, end).trimStart().length;
  if (start + skipped < end) marks.push({ kind, start: start + skipped, end });
}
