import { visit } from 'unist-util-visit';
import { toRange } from '../../body.ts';
import type { Manuscript, TextValue } from '../../manuscript.ts';

/** A part of a text value. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Addresses and paths: targets of links and images, attributes of tags, bare ones. */
const addresses = new RegExp(
  [
    '(?<=\\]\\()(?:<[^<>\\n]*>|(?:[^()\\n"]|\\([^()\\n]*\\))*)',
    '(?<=^\\[[^\\]\\n]+\\]:[ \\t]*)\\S+',
    '(?<=\\b(?:src|href|image|url|file)=["\'])[^"\'\\n]*',
    '(?:https?:\\/\\/|www\\.|\\/assets\\/)(?:[^\\s<>()"\'[\\]]|\\uFEFF)+',
  ].join('|'),
  'gimu',
);

/** An invisible character after an address is no part of it. */
const tail = /[\p{Cc}\u00AD\u200B-\u200F\u2060\uFEFF\s]+$/u;

/** The addresses in a text value; a path or an address in the front matter is one as a whole. */
export function findAddresses({ path, text }: TextValue): Range[] {
  if (path[0] !== 'body' && /^(?:https?:\/)?\/\S/u.test(text)) return [{ start: 0, end: text.length }];
  return Array.from(text.matchAll(addresses), ({ 0: address, index }) => ({
    start: index,
    end: index + address.replace(tail, '').length,
  }));
}

/** Code in a text value: that of the body. */
export function findCode({ tree }: Manuscript, { path }: TextValue): Range[] {
  if (path[0] !== 'body') return [];
  const ranges: Range[] = [];
  visit(tree, (node) => {
    if (node.type === 'inlineCode' || node.type === 'code') ranges.push(toRange(node));
  });
  return ranges;
}

/** The text with every range replaced by as many characters that no rule looks for. */
export function mask(text: string, ranges: readonly Range[]): string {
  let masked = text;
  for (const { start, end } of ranges) {
    masked = masked.slice(0, start) + '\uE000'.repeat(end - start) + masked.slice(end);
  }
  return masked;
}
