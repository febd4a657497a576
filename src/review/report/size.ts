import type { Part } from '../compare-words.ts';
import type { BodyChange, ChangeSize, EntryReport } from './types.ts';

export const countWords = (text: string): number => (text.match(/[\p{L}\p{N}]+/gu) ?? []).length;

/** A picture, a link… weighs as much as so many words. */
const wordsOfItem = 5;

/** Up to so many words a change is small, or medium: a minute, or five, of a reviewer's time. */
const [small, medium] = [25, 200];

/** How much there is to review. @param before words of the body */
export function toSize(
  report: Pick<EntryReport, 'body' | 'fields' | 'corrections' | 'links' | 'images' | 'embeds' | 'downloads'>,
  before: number,
  after: number,
): ChangeSize {
  const { body, fields, corrections, links, images, embeds, downloads } = report;
  const changed =
    countBody(body) +
    sum([...fields, ...corrections].map(({ parts }) => countParts(parts))) +
    wordsOfItem * (links.length + images.length + embeds.length + downloads.length);
  return {
    before,
    after,
    changed,
    name: changed <= small ? 'small' : changed <= medium ? 'medium' : 'large',
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** A word that became another counts once. */
function countParts(parts: readonly Part[]): number {
  const count = (kind: Part['kind']): number =>
    sum(parts.filter((part) => part.kind === kind).map(({ text }) => countWords(text)));
  return Math.max(count('removed'), count('added'));
}

const countBody = ({ blocks }: BodyChange): number =>
  sum(
    blocks.flatMap(({ kind, sentences }) =>
      kind === 'movedAway'
        ? []
        : sentences.map((sentence) => (sentence.other === undefined ? countParts(sentence.parts) : 0)),
    ),
  );
