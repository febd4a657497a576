import type { Part } from '../compare-words.ts';

/** Letters of what stayed that are left beside a change. */
const context = 60;

/** What stayed, shortened to what is beside a change; a text in which nothing changed, to its beginning. */
export function condense(parts: readonly Part[]): Part[] {
  const merged = mergeParts(parts);
  return merged.map(({ kind, text }, index) => {
    const [isFirst, isLast] = [index === 0, index === merged.length - 1];
    if (kind !== 'same' || text.length <= context * (isFirst || isLast ? 1.5 : 2.5)) return { kind, text };
    if (isFirst && isLast) return { kind, text: `${toHead(text, 2 * context)}…` };
    if (isFirst) return { kind, text: `…${toTail(text)}` };
    if (isLast) return { kind, text: `${toHead(text)}…` };
    return { kind, text: `${toHead(text)} … ${toTail(text).trimStart()}` };
  });
}

/** Parts next to each other of one kind as one. */
function mergeParts(parts: readonly Part[]): Part[] {
  const merged: Part[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (last?.kind === part.kind) merged.splice(-1, 1, { kind: part.kind, text: last.text + part.text });
    else if (part.text !== '') merged.push(part);
  }
  return merged;
}

/** The beginning, up to the end of a word. */
const toHead = (text: string, length = context): string =>
  text
    .slice(0, length)
    .replace(/\S*$/u, (word) => (word.length < length / 2 ? '' : word))
    .trimEnd();

/** The end, from the beginning of a word. */
const toTail = (text: string): string =>
  text.slice(-context).replace(/^\S*\s?/u, (word) => (word.length < context / 2 ? '' : word));
