import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString } from 'mdast-util-to-string';
import { findTags } from '../../content-schema/index.ts';

/** The words of a body as readers see them, without addresses. */
export interface BodyText {
  readonly headings: string;
  readonly text: string;
}

/** Attributes of components that are words. */
const readable = new Set(['alt', 'caption', 'credit', 'title', 'label']);

const hidden = /<!--[\s\S]*?-->|<(?<name>script|style|template)\b[^>]*>[\s\S]*?<\/\k<name>\s*>/giu;
const htmlTag = /<\/?[a-z][a-z0-9-]*(?=[\s/>])[^>]*>/giu;
const destination = /(?<=\])\((?:<[^<>\n]*>|(?:[^()\s]|\([^()\s]*\))*)(?:\s+"[^"]*")?\s*\)/gu;
const definition = /^ {0,3}\[(?!\^)[^\]\n]+\]:.*$/gmu;
const address = /(?:\b(?:https?|ftp):\/\/|\bwww\.|\b(?:mailto|tel):)[^\s<>]+/giu;
const mail = /[^\s@<>()[\]"']+@[^\s@<>()[\]"']+\.\p{L}+/gu;
const inline = /^<\/?(?:b|em|i|mark|s|span|strong|sub|sup|u)\b/iu;
const reference = /&(?:#[0-9]{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});/giu;
/** Emphasis, or an escape, within a word. */
const emphasis = /(?<=[\p{L}\p{N}])(?:[*~]{1,3}|\\)(?=[\p{L}\p{N}])/gu;
const heading = /^ {0,3}#{1,6}[ \t]+(?<atx>.*)$|^(?<setext>\S.*)\n {0,3}(?:=+|-{2,})[ \t]*$/gmu;

/**
 * Reads a body without its syntax tree, which for 10,000 posts would take longer than everything else of a
 * build. What is a word or not stays the same: see the test, which compares with the parser.
 * @param body Markdown in memory, as parseEntry gives it
 */
export function readBody(body: string): BodyText {
  let markdown = replaceTags(body);
  if (markdown.includes('<')) markdown = markdown.replace(hidden, ' ');
  if (markdown.includes('](')) markdown = markdown.replace(destination, ' ');
  if (markdown.includes(']:')) markdown = markdown.replace(definition, ' ');
  markdown = markdown.replace(address, ' ');
  if (markdown.includes('@')) markdown = markdown.replace(mail, ' ');
  if (markdown.includes('<')) markdown = markdown.replace(htmlTag, (tag) => (inline.test(tag) ? '' : ' '));
  if (markdown.includes('&')) markdown = markdown.replace(reference, (text) => toString(fromMarkdown(text)));
  markdown = markdown.replace(emphasis, '');
  const headings: string[] = [];
  const text = markdown.replace(heading, (_, atx: string | undefined, setext: string | undefined) => {
    headings.push(atx ?? setext ?? '');
    return '';
  });
  return { headings: headings.join('\n'), text };
}

/** Puts the words of components where their tags stand. */
function replaceTags(body: string): string {
  let result = '';
  let offset = 0;
  for (const { start, end, attributes } of findTags(body)) {
    const words = Object.entries(attributes).flatMap(([name, value]) => (readable.has(name) ? [value] : []));
    result += body.slice(offset, start) + words.join('\n');
    offset = end;
  }
  return result + body.slice(offset);
}
