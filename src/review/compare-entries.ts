import type { Collection, Values } from '../../content-schema/index.ts';
import { splitBlocks } from './blocks.ts';
import { compareWords, type Part } from './compare-words.ts';
import { toItemField, toText } from './field-text.ts';
import { dropEmpty, type FormField, toFormFields, withUnknown } from './form-field.ts';
import { toHunks } from './hunks.ts';
import { getKey, isRecord, isSame } from './merge.ts';
import { messages } from './messages.ts';
import { isSameMarkdown } from './markdown-structure.ts';
import { toReadable } from './readable.ts';

/** One place at which two versions of an entry differ. */
export interface Difference {
  /** Key of the form's field. */
  readonly field: string;
  /** What the form calls the place, such as «Título» or «Texto, párrafo 3» (of the later version, where it is there). */
  readonly label: string;
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  /** What the place holds: without the removed parts the later text, without the added ones the earlier. */
  readonly parts: readonly Part[];
}

/** Texts in order, of which each has its place. */
interface TextKind {
  readonly toLabel: (label: string, position: number) => string;
  /** Do two say the same? */
  readonly isSame: (a: string, b: string) => boolean;
  readonly toReadable: (text: string) => string;
}

const paragraphs: TextKind = { toLabel: messages.block, isSame: isSameMarkdown, toReadable };
const listItems: TextKind = { toLabel: messages.item, isSame: Object.is, toReadable: String };

type Place = Pick<Difference, 'field' | 'label'>;

/**
 * What became of an entry: one difference for each field, item of a list and paragraph of the body, in the
 * order of the form. Undefined: the entry is not there in this version.
 */
export function compareEntries(
  collection: Collection,
  before: Values | undefined,
  after: Values | undefined,
): Difference[] {
  const [old, now] = [dropEmpty(collection, before ?? {}), dropEmpty(collection, after ?? {})];
  return toFormFields(collection, [...Object.keys(old), ...Object.keys(now)]).flatMap((field) =>
    compareValues(
      { field: field.name, label: field.label },
      field,
      getKey(old, field.name),
      getKey(now, field.name),
    ),
  );
}

function compareValues(place: Place, field: FormField, before: unknown, after: unknown): Difference[] {
  if (isSame(before, after)) return [];
  if (field.widget === 'markdown') {
    const [old, now] = [before, after].map((body) => splitBlocks(typeof body === 'string' ? body : ''));
    return compareTexts(place, old ?? [], now ?? [], paragraphs);
  }
  if (field.widget === 'list') {
    const [old, now] = [before, after].map((items) => toTexts(toItemField(field), items));
    return compareTexts(place, old ?? [], now ?? [], listItems);
  }
  if (isRecord(before) && isRecord(after)) {
    return withUnknown(field.fields ?? [], [...Object.keys(before), ...Object.keys(after)]).flatMap((inner) =>
      compareValues(
        { ...place, label: messages.within(place.label, inner.label) },
        inner,
        getKey(before, inner.name),
        getKey(after, inner.name),
      ),
    );
  }
  return toDifference(place, toText(field, before), toText(field, after));
}

const toTexts = (field: FormField, items: unknown): string[] =>
  (Array.isArray(items) ? items : [items])
    .map((item) => toText(field, item))
    .filter((text) => text !== undefined);

function toDifference(place: Place, before = '', after = ''): Difference[] {
  if (before === after) return [];
  const kind = before === '' ? 'added' : after === '' ? 'removed' : 'changed';
  return [{ ...place, kind, parts: compareWords(before, after) }];
}

/** A text as it was and as it is; the later position, or the earlier one of what is gone, from 1. */
interface Change {
  readonly old?: string;
  readonly now?: string;
  readonly position: number;
}

/** Paragraphs, or items of a list. What went from one place to another is told once, where it went. */
function compareTexts(
  { field, label }: Place,
  before: readonly string[],
  after: readonly string[],
  { toLabel, isSame, toReadable }: TextKind,
): Difference[] {
  const changes = toChanges(before, after);
  const gone = new Set(changes.filter(({ now }) => now === undefined).map(({ old }) => old));
  const come = new Set(changes.filter(({ old }) => old === undefined).map(({ now }) => now));
  return changes.flatMap(({ old, now, position }) => {
    const place = { field, label: toLabel(label, position) };
    const isMoved = now === undefined ? come.has(old) : old === undefined && gone.has(now);
    const [past, present] = [old, now].map((text) => text && toReadable(text));
    if (isMoved) {
      return present === undefined
        ? []
        : [{ ...place, kind: 'moved' as const, parts: compareWords(present, present) }];
    }
    return old !== undefined && now !== undefined && isSame(old, now)
      ? []
      : toDifference(place, past, present);
  });
}

function toChanges(before: readonly string[], after: readonly string[]): Change[] {
  let shift = 0;
  return toHunks(before, after).flatMap(({ start, end, texts }) => {
    const first = start + shift + 1;
    shift += texts.length - (end - start);
    const old = before.slice(start, end);
    const added = texts.map((now, index) => ({ now, position: first + index }));
    if (old.length === texts.length)
      return added.map((change, index) => ({ ...change, old: old[index] ?? '' }));
    return [...old.map((text, index) => ({ old: text, position: start + index + 1 })), ...added];
  });
}
