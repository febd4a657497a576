import { fold } from './fold.ts';
import { stem } from './stem.ts';
import { stopWords } from './stop-words.ts';

/** Longer runs of letters are no words; their beginning stands for them. */
const maxLength = 30;

/** The words of a text, folded, stop words included. A number is one word: «1,500» is «1500». */
export const toWords = (text: string): string[] =>
  fold(text)
    .replace(/(\p{N})[.,](?=\p{N})/gu, '$1')
    .match(/[\p{L}\p{N}]{2,}/gu)
    ?.map((word) => word.slice(0, maxLength)) ?? [];

/** What the index knows of a text: the stems of its words, in order, without stop words. */
export const toTerms = (text: string): string[] =>
  toWords(text)
    .filter((word) => !stopWords.has(word))
    .map(stem);
