import type { Heading, Nodes, Paragraph, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { toRange } from '../../body.ts';
import { toWordList } from '../../address-change.ts';
import type { Manuscript } from '../../manuscript.ts';
import { links } from '../../messages/links.ts';
import type { Edit, Problem, Rule } from '../../rule.ts';
import { toTag } from './hashtag.ts';
import { endsApart, startsApart } from '../../surroundings.ts';
import { hasContent } from './link-empty.ts';
import { findHashtags, findRun, type HashtagRun, type LinkedHashtag } from './hashtag-runs.ts';

const { message, messages, hint, hints, textHint, done } = links.hashtag;

/**
 * Hashtags that link to a social network become the entry's tags. A run of them, alone or at the end of a block,
 * goes; one inside a sentence stays as a word. They are one problem, because the order of tags is theirs; nothing
 * is repaired before what other rules repair around them is: wrong decoding, HTML.
 */
export const linkHashtag: Rule = {
  id: 'link-hashtag',
  done,
  *find(manuscript) {
    if (!/hashtag|\/tags?\/|%23/iu.test(manuscript.body)) return;
    const hashtags = findHashtags(manuscript.tree);
    const [first] = hashtags;
    if (first === undefined) return;
    const words = hashtags.map(({ word }) => word);
    yield {
      severity: 'warning',
      path: ['body'],
      start: first.start,
      message: words.length === 1 ? message(first.word) : messages(words),
      hint: !('tags' in manuscript.collection.fields) ? textHint : words.length === 1 ? hint : hints,
      ...repair(manuscript, hashtags),
    };
  },
};

const maxTagLength = 60;

const garbled = /[ÃÂ]|â[\u0080-\u009F€†‡„…]|ð[Ÿ\u009F]|ï[¸»]|\uFFFD/u;

function repair(
  manuscript: Manuscript,
  hashtags: readonly LinkedHashtag[],
): Pick<Problem, 'edits' | 'words'> {
  const { body, tree, values, collection } = manuscript;
  const hasTags = 'tags' in collection.fields;
  if (!isSettled(tree, values['tags'])) return {};
  const byLink = new Map<Nodes, LinkedHashtag>(hashtags.map((hashtag) => [hashtag.link, hashtag]));
  const edits: Edit[] = [];
  const removed: string[] = [];
  const tagged: { readonly at: number; readonly words: readonly string[] }[] = [];
  const inRuns = new Set<Nodes>();
  let isCertain = true;
  visit(tree, (node) => {
    if ((node.type !== 'paragraph' && node.type !== 'heading') || !contains(node, byLink)) return;
    if (!isSettledBlock(body, node)) isCertain = false;
    const run = hasTags ? findRun(node, byLink) : undefined;
    const range = run === undefined ? undefined : toRemoval(body, run, tree.children.includes(node));
    if (range === 'unsettled') isCertain = false;
    else if (run !== undefined && range !== undefined) {
      edits.push({ path: ['body'], ...range, text: '' });
      removed.push(run.nodes.map((child) => (child.type === 'break' ? ' ' : toString(child))).join(''));
      tagged.push({ at: range.start, words: run.words });
      for (const child of run.nodes) visit(child, 'link', (link) => void inRuns.add(link));
    }
  });
  for (const { link, start, end, word, glued } of hashtags) {
    if (!body.startsWith(glued, end)) isCertain = false;
    if (inRuns.has(link)) continue;
    // Brackets before a link are a reference to Markdown as soon as it is none.
    if (!endsApart(body, end + glued.length) || body[start - 1] === ']') isCertain = false;
    const own = word.slice(0, word.length - glued.length);
    const isApart = startsApart(body, start);
    edits.push({ path: ['body'], start, end, text: isApart ? own : `\\#${own}` });
    if (/^\s*hashtag\s*#/iu.test(toString(link))) {
      removed.push('hashtag');
      if (!isApart) isCertain = false;
    }
    tagged.push({ at: start, words: [word] });
  }
  const words = tagged.toSorted((a, b) => a.at - b.at).flatMap((place) => place.words);
  const tags = [...new Set(hasTags ? words.map(toTag) : [])];
  if (!isCertain || tags.some((tag) => tag === '' || tag.length > maxTagLength)) return {};
  return {
    edits: [...edits, ...tags.map((add) => ({ path: ['tags'], add }))],
    ...(removed.length === 0 ? {} : { words: { removed: toWordList(removed) } }),
  };
}

const contains = (node: Nodes, links: ReadonlyMap<Nodes, LinkedHashtag>): boolean =>
  links.has(node) || ('children' in node && node.children.some((child) => contains(child, links)));

/** May more hashtags come out of what other rules repair, or may the tags that are there still change? */
function isSettled(tree: Root, tags: unknown): boolean {
  let isSettled = true;
  visit(tree, 'html', ({ value }) => {
    if (/hashtag|\/tags?\//iu.test(value)) isSettled = false;
  });
  const texts: readonly unknown[] = Array.isArray(tags) ? tags : [];
  return (
    isSettled && texts.every((tag) => typeof tag === 'string' && !garbled.test(tag) && tag === tag.trim())
  );
}

/**
 * A heading that is underlined may be a paragraph before a line; what is wrongly decoded, HTML and links that
 * nobody sees go first.
 */
function isSettledBlock(body: string, block: Paragraph | Heading): boolean {
  if (block.type === 'heading' && body[toRange(block).start] !== '#') return false;
  let isSettled = !garbled.test(toString(block));
  visit(block, (node) => {
    if (node.type === 'html' || (node.type === 'link' && !hasContent(node))) isSettled = false;
  });
  return isSettled;
}

/** The range of the body that goes with a run; undefined when the run is part of a sentence. */
function toRemoval(
  body: string,
  { nodes, block, isWhole, words }: HashtagRun,
  isRoot: boolean,
): { start: number; end: number } | 'unsettled' | undefined {
  const [first] = nodes;
  if (first === undefined || (isWhole && !isRoot)) return undefined;
  const from = isWhole ? toRange(block).start : toRange(first).start;
  const space = (isWhole ? /[ \t]*$/u : /(?:\\\n|[\s\p{Cf}])*$/u).exec(body.slice(0, from))?.[0] ?? '';
  const { end } = toRange(block);
  const range = {
    start: from - space.length,
    end: end + (/^[ \t]*/u.exec(body.slice(end))?.[0].length ?? 0),
  };
  if (isWhole) return range;
  if (!startsApart(body, from)) return undefined;
  const text = body.slice(toRange(block).start, range.start);
  const line = text.slice(text.lastIndexOf('\n') + 1);
  // A mark before hashtags may become that of a list.
  if (!/[\p{L}\p{N}]/u.test(line)) return 'unsettled';
  const isApart = /[.!?…:»”][*_~\s]*$/u.test(text) || (space.includes('\n') && words.length > 1);
  return isApart || words.length > 2 ? range : undefined;
}
