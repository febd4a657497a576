import { parse, postprocess, preprocess } from 'micromark';
import { gfm } from 'micromark-extension-gfm';
import { findTags } from '../../content-schema/index.ts';

interface Range {
  readonly start: number;
  readonly end: number;
}

/** What may have blank lines in it and is one thing. */
const solidTypes = new Set(['listOrdered', 'listUnordered', 'codeFenced', 'gfmFootnoteDefinition']);

/** In MDX neither indented text nor HTML is anything but text. */
export const withoutHtml = { disable: { null: ['codeIndented', 'htmlFlow', 'htmlText'] } };

/**
 * The paragraphs of a body: what stands between blank lines. Fenced code, lists, tables and components with
 * what is between their tags are not cut. Blank lines between two blocks are not kept: `joinBlocks` puts one.
 */
export function splitBlocks(body: string): string[] {
  const solid = findSolid(body);
  const blocks: string[] = [];
  let start = 0;
  for (const { 0: gap, index } of body.matchAll(/(?:^|\n)(?:[ \t]*(?:\n|$))+/gu)) {
    const end = index + gap.length;
    if (solid.some((range) => range.start < index && end < range.end)) continue;
    blocks.push(body.slice(start, index));
    start = end;
  }
  blocks.push(body.slice(start));
  return blocks.filter((block) => block !== '');
}

/** The body of some paragraphs. */
export const joinBlocks = (blocks: readonly string[]): string => blocks.join('\n\n');

function findSolid(body: string): Range[] {
  const ranges: Range[] = [];
  let open: number | undefined;
  for (const { kind, start, end } of findTags(body)) {
    if (kind === 'open') open = start;
    else if (kind === 'close' && open !== undefined) ranges.push({ start: open, end });
  }
  // Without their marks there are no such things, and Markdown's grammar need not be asked.
  if (!/^[ \t>]*(?:[-*+]|\d+[.)]|```|~~~|\[\^)/mu.test(body)) return ranges;
  const shift = body.startsWith('\uFEFF') ? 1 : 0;
  const events = postprocess(
    parse({ extensions: [gfm(), withoutHtml] })
      .document()
      .write(preprocess()(body, undefined, true)),
  );
  for (const [kind, { type, start, end }] of events) {
    if (kind !== 'enter' || !solidTypes.has(type)) continue;
    const text = body.slice(start.offset + shift, end.offset + shift).trimEnd();
    ranges.push({ start: start.offset + shift, end: start.offset + shift + text.length });
  }
  return ranges;
}
