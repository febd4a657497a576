import type { ReadBlock } from '../../review/report/read-block.ts';
import { findPlace, type Place, type Thread } from '../../browser/conversation/threads.ts';

/** Where in the form's text a comment belongs. */
export interface Passage {
  /** Its paragraph among the paragraphs, from 1; undefined: it is none, and `style` says what it is. */
  readonly position: number | undefined;
  /** In Spanish: «título», «elemento de una lista». */
  readonly style: string;
  /** What is read there. */
  readonly text: string;
}

/** The text that the lines of comments count in. */
export interface StoredText {
  readonly blocks: readonly ReadBlock[];
  /** The line of the file, from 1, at which its text begins. */
  readonly bodyLine: number;
}

/**
 * Finds what a comment is about by the words that it quotes; one that quotes nothing, by what stands at its line
 * in the stored text.
 */
export function findPassage(
  thread: Thread,
  blocks: readonly ReadBlock[],
  stored: StoredText | undefined,
): Passage | undefined {
  const places = (stored?.blocks ?? []).map((block) => toPlace(block, stored?.bodyLine ?? 1));
  const at = thread.quote === undefined ? findPlace(thread, places) : undefined;
  const quote = thread.quote ?? (at === undefined ? undefined : places[at]?.text);
  if (quote === undefined || quote === '') return undefined;
  const found = findPlace(
    { ...thread, quote, line: undefined },
    blocks.map((block) => toPlace(block, 1)),
  );
  const block = found === undefined ? undefined : blocks[found];
  if (block === undefined) return undefined;
  const paragraphs = blocks.filter(({ kind }) => kind === 'paragraph');
  const index = paragraphs.indexOf(block);
  return { position: index < 0 ? undefined : index + 1, style: block.style, text: toText(block) };
}

/** What is read of a block. */
export const toText = ({ sentences }: ReadBlock): string => sentences.join(' ');

const toPlace = (block: ReadBlock, bodyLine: number): Place => ({
  lines: { first: block.lines[0] + bodyLine - 1, last: block.lines[1] + bodyLine - 1 },
  text: toText(block),
});
