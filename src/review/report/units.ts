import type { ReadBlock } from './read-block.ts';

/** A sentence of a block, or what a block without words shows; what is compared first of all. */
export interface Unit {
  /** Index of its block. */
  readonly block: number;
  /** Empty for a picture, a video, a line… as such. */
  readonly text: string;
  /** The same for the same. */
  readonly key: string;
  /** Where it begins in the text of its block. */
  readonly start: number;
}

/** What a block shows beside its text; empty for a text. */
export function toShown({ kind, picture, embedded, download }: ReadBlock): string {
  const shown = picture?.image ?? embedded?.url ?? download?.file;
  return shown === undefined ? (kind === 'rule' ? kind : '') : `${kind}:${shown}`;
}

/** What stands for what a block shows, where it shows something, and its sentences. */
export function toUnits(block: ReadBlock, index: number): Unit[] {
  const shown = toShown(block);
  let start = 0;
  const sentences = block.sentences.map((text) => {
    const unit = { block: index, text, key: text, start };
    start += text.length + 1;
    return unit;
  });
  const isBare = shown !== '' || sentences.length === 0;
  return isBare ? [{ block: index, text: '', key: `\n${shown}`, start: 0 }, ...sentences] : sentences;
}

/** The same for blocks that say and show the same, whatever they look like. */
export const toKey = (block: ReadBlock): string => `${toShown(block)}\n${block.sentences.join(' ')}`;
