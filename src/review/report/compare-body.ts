import { compareWords } from '../compare-words.ts';
import type { Step } from './align-units.ts';
import { type BodyMatch, matchBody, type MovedUnits } from './match-body.ts';
import { compareMarks } from './compare-marks.ts';
import type { ReadBlock } from './read-block.ts';
import type { Segment } from './segments.ts';
import type { BlockChange, BlockPlace, BodyChange, FormatChange, Sentence } from './types.ts';

/** What became of the blocks of a body. */
export function compareBody(olds: readonly ReadBlock[], nows: readonly ReadBlock[]): BodyChange {
  const { segments, movedUnits } = matchBody(olds, nows);
  const [oldPlaces, nowPlaces] = [toPlaces(olds), toPlaces(nows)];
  const toOther = toOtherSegment({ segments, movedUnits });
  const blocks = segments.map((segment, index): BlockChange => {
    const { old, now, steps } = segment;
    const [before, after] = [
      old === undefined ? undefined : oldPlaces[old],
      now === undefined ? undefined : nowPlaces[now],
    ];
    const [oldBlock, nowBlock] = [olds[old ?? -1], nows[now ?? -1]];
    const format =
      oldBlock === undefined || nowBlock === undefined || segment.moved === 'away'
        ? []
        : [
            ...compareStyle(segment, segments[index - 1], oldBlock, nowBlock),
            ...compareMarks(steps, oldBlock, nowBlock),
          ];
    const sentences = steps.flatMap((step) => toSentence(step, movedUnits, toOther));
    return {
      kind: toKind(segment, sentences, format, oldBlock, nowBlock),
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
      sentences,
      format,
    };
  });
  return { blocks };
}

/** Places by index of block. */
function toPlaces(blocks: readonly ReadBlock[]): BlockPlace[] {
  const counts = new Map<string, number>();
  return blocks.map(({ kind, lines, picture, embedded, download }, index) => {
    const position = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, position);
    const name = picture ? picture.alt || toFileName(picture.image) : (embedded?.title ?? download?.label);
    return { index, kind, position, ...(name === undefined ? {} : { name }), lines };
  });
}

/** The last part of an address, as a person knows a file. */
export const toFileName = (address: string): string => address.slice(address.lastIndexOf('/') + 1) || address;

function toKind(
  { moved, steps }: Segment,
  sentences: readonly Sentence[],
  format: readonly FormatChange[],
  old: ReadBlock | undefined,
  now: ReadBlock | undefined,
): BlockChange['kind'] {
  if (moved !== undefined) return moved === 'away' ? 'movedAway' : 'moved';
  if (old === undefined) return 'added';
  if (now === undefined) return 'removed';
  const isKept =
    format.length === 0 &&
    sentences.every(({ kind }) => kind === 'kept') &&
    steps.every((step) => step.old?.key === step.now?.key) &&
    toExtras(old) === toExtras(now);
  return isKept ? 'kept' : 'changed';
}

const toExtras = ({ links, picture, embedded, download }: ReadBlock): string =>
  JSON.stringify([links, picture, embedded, download]);

/** The segments before and after a moved sentence, by index. */
function toOtherSegment({ segments, movedUnits }: BodyMatch): (unit: Step['old']) => number | undefined {
  if (movedUnits.size === 0) return () => undefined;
  const homes = new Map(
    segments.flatMap(({ steps, moved }, index) =>
      moved === undefined
        ? steps.flatMap(({ old, now }) => [old, now].map((unit) => [unit, index] as const))
        : [],
    ),
  );
  return (unit) => {
    const other = unit === undefined ? undefined : movedUnits.get(unit);
    return other === undefined ? undefined : homes.get(other);
  };
}

function toSentence(
  { old, now }: Step,
  movedUnits: MovedUnits,
  toOther: (unit: Step['old']) => number | undefined,
): Sentence[] {
  if (old !== undefined && now !== undefined) {
    if (old.text === '' && now.text === '') return [];
    return [{ kind: old.text === now.text ? 'kept' : 'reworded', parts: compareWords(old.text, now.text) }];
  }
  const unit = old ?? now;
  if (unit === undefined || unit.text === '') return [];
  const kind = old === undefined ? 'added' : 'removed';
  const parts = [{ kind, text: unit.text }] as const;
  const other = movedUnits.has(unit) ? toOther(unit) : undefined;
  return other === undefined
    ? [{ kind, parts }]
    : [{ kind: old === undefined ? 'movedHere' : 'movedAway', parts, other }];
}

function compareStyle(
  { old, now, moved }: Segment,
  previous: Segment | undefined,
  oldBlock: ReadBlock,
  nowBlock: ReadBlock,
): FormatChange[] {
  const isSplit = moved === undefined && previous?.old === old && previous?.moved === undefined;
  const isJoined = moved === undefined && previous?.now === now && previous?.moved === undefined;
  const format: FormatChange[] = [];
  if (isSplit) format.push({ kind: 'split' });
  if (isJoined) format.push({ kind: 'joined' });
  if (oldBlock.style !== nowBlock.style) {
    format.push({ kind: 'block', before: oldBlock.style, after: nowBlock.style });
  }
  return format;
}
