import { collections } from '../../content-schema/index.ts';
import type { Part } from '../review/index.ts';
import type { BlockChange, BlockKind, EntryReport, ItemChange, Sentence } from '../review/report/index.ts';
import type { messages } from './messages.ts';
import { isSpelling } from './spelling.ts';

export type Place = keyof typeof messages.places;

/** A place at which readers see something else than before. */
export interface PlaceChange {
  readonly place: Place;
  readonly kind: 'changed' | 'added' | 'removed' | 'moved';
  readonly parts: readonly Part[];
  /** Is it a thing that nobody needs to be told of? */
  readonly isMinor: boolean;
  /** Is it of words, and not of pictures or links? */
  readonly isText: boolean;
}

/**
 * What a report says of what readers see, in their order: of the rest of the form they know nothing.
 * @param isSameDay does the post have the date that it had, as readers see it, without the hour?
 */
export function toPlaceChanges(report: EntryReport, isSameDay: boolean): PlaceChange[] {
  return [
    ...report.corrections.map(({ kind, parts }): PlaceChange => ({
      place: 'correction',
      kind,
      parts,
      isMinor: false,
      isText: true,
    })),
    ...report.fields.flatMap(({ field, kind, parts }): PlaceChange[] => {
      const place = shownFields.get(field);
      if (place === undefined || (place === 'date' && isSameDay)) return [];
      if (place === 'image') return [{ place, kind: 'changed', parts: [], isMinor: false, isText: false }];
      const isMinor = minorFields.has(place) || (kind === 'changed' && isSpelling(parts));
      return [{ place, kind: place === 'tags' ? 'changed' : kind, parts, isMinor, isText: true }];
    }),
    ...report.body.blocks.flatMap(toBlockChange),
    ...toItemChanges('picture', report.images, ({ alt, caption }) => caption ?? alt),
    ...toItemChanges('embed', report.embeds, ({ title }) => title),
    ...toItemChanges('download', report.downloads, ({ label }) => label),
    ...toItemChanges(
      'link',
      report.links.filter(({ kind, block, changed }) => {
        // A link of a new paragraph is part of it.
        const around = report.body.blocks[block]?.kind;
        return kind === 'changed'
          ? changed.includes('url')
          : around !== 'added' && around !== 'removed' && around !== 'movedAway';
      }),
      ({ url }) => url,
    ),
  ];
}

const shownFields = new Map<string, Place>(
  (
    [
      'title',
      'description',
      'image',
      'imageAlt',
      'imageCaption',
      'imageCredit',
      'autor',
      'date',
      'language',
      'tags',
    ] as const
  )
    .filter((field) => field in collections.posts.fields)
    .map((field) => [field, field]),
);

const minorFields: ReadonlySet<Place> = new Set(['imageAlt', 'imageCredit', 'language', 'tags']);

/** What has a change of its own beside the text. */
const things: ReadonlySet<BlockKind> = new Set(['image', 'embed', 'download', 'rule']);

function toBlockChange({ kind, before, after, sentences }: BlockChange): PlaceChange[] {
  const place = (after ?? before)?.kind;
  if (kind === 'kept' || kind === 'movedAway' || place === undefined || isThing(place)) return [];
  const parts = toParts(sentences);
  // Looks alone are no news.
  if (kind === 'changed' && parts.every((part) => part.kind === 'same')) return [];
  return [{ place, kind, parts, isMinor: kind === 'changed' && isSpelling(parts), isText: true }];
}

const isThing = (kind: BlockKind): kind is 'image' | 'embed' | 'download' | 'rule' => things.has(kind);

/** The sentences that differ, and those beside them; what is left out between them is three dots. */
function toParts(sentences: readonly Sentence[]): Part[] {
  const isNear = (index: number): boolean =>
    sentences.slice(Math.max(0, index - 1), index + 2).some(({ kind }) => kind !== 'kept');
  const allKept = sentences.every(({ kind }) => kind === 'kept');
  const parts = sentences.flatMap((sentence, index): Part[] => {
    const isLast = index === sentences.length - 1;
    if (allKept) return index === 0 ? [...spaced(sentence.parts, true), ...dots(!isLast)] : [];
    if (!isNear(index)) return dots(index === 0 || isNear(index - 1));
    return spaced(toShown(sentence), isLast);
  });
  return joinAlike(parts);
}

/** Fewer pieces: each is an element of the page. */
function joinAlike(parts: readonly Part[]): Part[] {
  const joined: Part[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last?.kind === part.kind) joined[joined.length - 1] = { ...last, text: last.text + part.text };
    else joined.push(part);
  }
  return joined;
}

const dots = (wanted: boolean): Part[] => (wanted ? [{ kind: 'same', text: '… ' }] : []);

const spaced = (parts: readonly Part[], isLast: boolean): Part[] => {
  const last = parts.at(-1);
  if (last === undefined || isLast) return [...parts];
  return [...parts.slice(0, -1), { ...last, text: `${last.text} ` }];
};

/** A sentence that went elsewhere is gone here. */
function toShown({ kind, parts }: Sentence): readonly Part[] {
  if (kind !== 'movedHere' && kind !== 'movedAway') return parts;
  const [shown, left] =
    kind === 'movedHere' ? (['added', 'removed'] as const) : (['removed', 'added'] as const);
  const text = parts.map((part) => (part.kind === left ? '' : part.text)).join('');
  return [{ kind: shown, text }];
}

function toItemChanges<T>(
  place: Place,
  changes: readonly ItemChange<T>[],
  toText: (item: T) => string,
): PlaceChange[] {
  return changes.map(({ kind, before, after }) => {
    const parts: Part[] = [];
    if (before !== undefined) parts.push({ kind: 'removed', text: toText(before) });
    if (after !== undefined) parts.push({ kind: 'added', text: toText(after) });
    const [old, now] = parts;
    const isSame = old !== undefined && now !== undefined && old.text === now.text;
    return {
      place,
      kind,
      parts: isSame ? [{ kind: 'same', text: now.text }] : parts,
      isMinor: false,
      isText: false,
    };
  });
}
