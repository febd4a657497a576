import { fold } from './fold.ts';
import type { FoundWord } from './query.ts';
import { stem } from './stem.ts';

/** A piece of a text, and the word of the query that it shows, if it does. */
export interface Piece {
  readonly text: string;
  readonly word: string | undefined;
}

const run = /([\p{L}\p{N}\p{M}]+(?:['’‘ʼ´`][\p{L}\p{M}]+)*)/u;

/** Cuts a text at the words that a query found in it. The pieces together are the text. */
export function toPieces(text: string, words: readonly FoundWord[]): Piece[] {
  const pieces: Piece[] = [];
  text.split(run).forEach((part, index) => {
    const term = index % 2 === 1 ? stem(fold(part)) : '';
    const word = words.find(({ terms }) => terms.has(term))?.word;
    const last = pieces.at(-1);
    if (last !== undefined && word === undefined && last.word === undefined) {
      pieces[pieces.length - 1] = { text: last.text + part, word };
    } else if (part !== '') pieces.push({ text: part, word });
  });
  return pieces;
}
