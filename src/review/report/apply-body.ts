import type { BodyChange, Sentence } from './types.ts';

/** What a sentence was in the earlier version; undefined: it is only in the later. */
export const toOldText = ({ kind, parts }: Sentence): string | undefined =>
  kind === 'added' || kind === 'movedHere' ? undefined : joinParts(parts, 'added');

/** What a sentence is in the later version; undefined: it is only in the earlier. */
export const toNewText = ({ kind, parts }: Sentence): string | undefined =>
  kind === 'removed' || kind === 'movedAway' ? undefined : joinParts(parts, 'removed');

const joinParts = (parts: Sentence['parts'], without: 'added' | 'removed'): string =>
  parts
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('');

/**
 * The later text of each block, made of the earlier ones as the comparison says.
 * @throws RangeError when the comparison is not of this text
 */
export function applyBody({ blocks }: BodyChange, oldTexts: readonly string[]): string[] {
  const [olds, news] = [new Map<number, string[]>(), new Map<number, string[]>()];
  for (const { kind, before, after, sentences } of blocks) {
    const add = (texts: Map<number, string[]>, index: number, toText: typeof toOldText): void => {
      texts.set(index, [
        ...(texts.get(index) ?? []),
        ...sentences.flatMap((sentence) => toText(sentence) ?? []),
      ]);
    };
    if (before !== undefined && kind !== 'moved') add(olds, before.index, toOldText);
    if (after !== undefined && kind !== 'movedAway') add(news, after.index, toNewText);
  }
  const isOfThis =
    olds.size === oldTexts.length && oldTexts.every((text, index) => text === olds.get(index)?.join(' '));
  if (!isOfThis) throw new RangeError('The comparison is of another text.');
  return [...news.keys()].sort((a, b) => a - b).map((index) => news.get(index)?.join(' ') ?? '');
}
