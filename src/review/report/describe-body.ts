import type { Part } from '../compare-words.ts';
import { condense } from './condense.ts';
import type { Row } from './describe.ts';
import { messages } from './messages.ts';
import type { BlockChange, BodyChange, Sentence } from './types.ts';

/** Kinds of blocks of which a section of their own tells what changed. */
const toldApart = new Set(['image', 'embed', 'download']);

/** What changed in the text, block by block. Neighbours that changed their looks in the same way are told together. */
export function describeBody(body: BodyChange): Row[] {
  const rows: Row[] = [];
  body.blocks.forEach((change, block) => {
    const row = toRow(change, body, block);
    const last = rows.at(-1);
    if (row === undefined) return;
    const isAlike =
      last?.kind === 'format' &&
      row.kind === 'format' &&
      last.notes.join() === row.notes.join() &&
      last.block === block - 1;
    if (isAlike)
      rows.splice(-1, 1, {
        ...row,
        label: last.label,
        parts: [...last.parts, { kind: 'same', text: ' · ' }, ...row.parts],
      });
    else rows.push(row);
  });
  return rows;
}

function toRow(change: BlockChange, body: BodyChange, block: number): Row | undefined {
  const { kind, before, after, sentences, format } = change;
  const place = after ?? before;
  if (kind === 'kept' || kind === 'movedAway' || place === undefined) return undefined;
  if (toldApart.has(place.kind)) {
    return kind === 'moved'
      ? {
          kind,
          label: `${messages.place(place)}: ${place.name ?? ''}`,
          parts: [],
          notes: toMoveNotes(change),
          block,
        }
      : undefined;
  }
  const isSameText = kind === 'changed' && sentences.every((sentence) => sentence.kind === 'kept');
  if (isSameText && format.length === 0) return undefined;
  return {
    kind: isSameText ? 'format' : kind,
    label: after === undefined ? messages.pastPlace(place) : messages.place(place),
    parts: condense(toParts(sentences)),
    notes: [...toMoveNotes(change), ...toSentenceNotes(sentences, body), ...format.map(messages.format)],
    block,
  };
}

const toMoveNotes = ({ kind, before, after }: BlockChange): string[] =>
  kind === 'moved' && before !== undefined && after !== undefined ? [messages.movedFrom(before, after)] : [];

/** A sentence that went elsewhere is told where it is now; where it was, it is told to have gone. */
function toSentenceNotes(sentences: readonly Sentence[], { blocks }: BodyChange): string[] {
  const notes = sentences.flatMap(({ kind, other }) => {
    const block = other === undefined ? undefined : blocks[other];
    const place = kind === 'movedHere' ? block?.before : block?.after;
    if (place === undefined) return [];
    return [kind === 'movedHere' ? messages.sentenceFrom(place) : messages.sentenceTo(place)];
  });
  return [...new Set(notes)];
}

/** The parts of some sentences, with the spaces between them: either side alone is that version's text. */
export function toParts(sentences: readonly Sentence[]): Part[] {
  const started = { old: false, now: false };
  return sentences.flatMap(({ kind, parts }, index): Part[] => {
    const [isOld, isNow] = [
      kind !== 'added' && kind !== 'movedHere',
      kind !== 'removed' && kind !== 'movedAway',
    ];
    const [old, now] = [isOld && started.old, isNow && started.now];
    started.old ||= isOld;
    started.now ||= isNow;
    if (old || now) return [{ kind: old && now ? 'same' : old ? 'removed' : 'added', text: ' ' }, ...parts];
    // What is gone and what stands in its place touch in neither version; a person reads both.
    if (index > 0) started.old = false;
    return index === 0 ? [...parts] : [{ kind: 'removed', text: ' ' }, ...parts];
  });
}
