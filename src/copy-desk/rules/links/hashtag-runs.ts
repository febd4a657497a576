import type { Link, Nodes, Paragraph, Heading, Parent, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { decodePart } from '../../../../content-schema/index.ts';
import { foldText } from '../../fold-text.ts';
import { toHashtag } from './hashtag.ts';

/** A hashtag that links to a social network. */
export interface LinkedHashtag {
  readonly link: Link;
  readonly start: number;
  readonly end: number;
  /** As it reads, without `#` and with what is glued to it: LinkedIn cuts «#Co-creación» at the hyphen. */
  readonly word: string;
  readonly glued: string;
}

/** Hashtags, and nothing else, that end a block or are all of it. */
export interface HashtagRun {
  /** The nodes of the block that it consists of, and whether those are all. */
  readonly nodes: readonly Nodes[];
  readonly block: Paragraph | Heading;
  readonly isWhole: boolean;
  /** Of its hashtags, linked or not, in order. */
  readonly words: readonly string[];
}

const hashtagText = /^(?:hashtag\s*)?#(?<word>[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}_-]*[\p{L}\p{M}\p{N}])?)$/iu;
const plainHashtag = /^#(?<word>[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*)$/u;

/** Every link that is a hashtag of a social network, in order: its text is that hashtag, too. */
export function findHashtags(tree: Root): LinkedHashtag[] {
  const found: LinkedHashtag[] = [];
  visit(tree, 'link', (link, index, parent) => {
    const position = link.position;
    const keyword = toHashtag(link.url);
    if (keyword === undefined || position === undefined || parent === undefined) return;
    const text = clean(toString(link));
    const word =
      hashtagText.exec(text)?.groups?.['word'] ??
      (foldText(text) === foldText(decodePart(keyword)) ? text : '');
    if (!/\p{L}/u.test(word) || /\s/u.test(word)) return;
    const next = (parent as Parent).children[(index ?? 0) + 1];
    const glued =
      next?.type === 'text'
        ? (/^-?[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*/u.exec(next.value)?.[0] ?? '')
        : '';
    const { start, end } = position;
    found.push({ link, start: start.offset ?? 0, end: end.offset ?? 0, word: word + glued, glued });
  });
  return found;
}

const clean = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .trim();

/** The run of hashtags at the end of a block, from the first linked one on; undefined when there is none. */
export function findRun(
  block: Paragraph | Heading,
  hashtags: ReadonlyMap<Nodes, LinkedHashtag>,
): HashtagRun | undefined {
  const children: readonly Nodes[] = block.children;
  const words = children.map((node, index) => readWords(node, hashtags, children[index - 1]));
  const from = words.lastIndexOf(undefined) + 1;
  const first = children.findIndex((node, index) => index >= from && hasLink(node, hashtags));
  if (first < 0) return undefined;
  const isWhole = from === 0 && children.slice(0, first).every((node) => clean(toString(node)) === '');
  const nodes = children.slice(first);
  return { nodes, block, isWhole, words: words.slice(first).flatMap((list) => list ?? []) };
}

const hasLink = (node: Nodes, hashtags: ReadonlyMap<Nodes, LinkedHashtag>): boolean =>
  hashtags.has(node) || ('children' in node && node.children.some((child) => hasLink(child, hashtags)));

/** The hashtags that a node consists of; undefined when it says anything else. */
function readWords(
  node: Nodes,
  hashtags: ReadonlyMap<Nodes, LinkedHashtag>,
  previous: Nodes | undefined,
): readonly string[] | undefined {
  const hashtag = hashtags.get(node);
  if (hashtag !== undefined) return [hashtag.word];
  if (node.type === 'break') return [];
  if (node.type === 'text') {
    const glued = previous === undefined ? '' : (hashtags.get(previous)?.glued ?? '');
    const tokens = node.value
      .slice(glued.length)
      .split(/[\s\p{Cf},;·|.–—]+/u)
      .filter((token) => token !== '');
    const words = tokens.map((token) => plainHashtag.exec(token.normalize('NFC'))?.groups?.['word']);
    return words.every((word) => word !== undefined) ? words : undefined;
  }
  if (node.type !== 'strong' && node.type !== 'emphasis' && node.type !== 'delete') return undefined;
  const lists = node.children.map((child, index) => readWords(child, hashtags, node.children[index - 1]));
  return lists.every((list) => list !== undefined) ? lists.flat() : undefined;
}
