import type { Collection, Values } from '../../../content-schema/index.ts';
import { compareWords, replaceText } from '../compare-words.ts';
import { toItemField, toText } from '../field-text.ts';
import { dropEmpty, type FormField, toFormFields, withUnknown } from '../form-field.ts';
import { toHunks } from '../hunks.ts';
import { getKey, isRecord, isSame } from '../merge.ts';
import { messages } from '../messages.ts';
import type { FieldChange } from './types.ts';

type Place = Pick<FieldChange, 'field' | 'label' | 'widget'>;

/**
 * What differs outside of the text: one change for each field and item of a list, in the order of the form.
 * @param skipped keys of fields that are told otherwise
 */
export function compareFields(
  collection: Collection,
  before: Values,
  after: Values,
  skipped: ReadonlySet<string>,
): FieldChange[] {
  const [old, now] = [dropEmpty(collection, before), dropEmpty(collection, after)];
  return toFormFields(collection, [...Object.keys(old), ...Object.keys(now)])
    .filter(({ name }) => !skipped.has(name))
    .flatMap((field) =>
      compareValues(
        { field: field.name, label: field.label, widget: field.widget },
        field,
        getKey(old, field.name),
        getKey(now, field.name),
      ),
    );
}

function compareValues(place: Place, field: FormField, before: unknown, after: unknown): FieldChange[] {
  if (isSame(before, after)) return [];
  if (field.widget === 'list') {
    const item = toItemField(field);
    const [old, now] = [before, after].map((items) => toTexts(item, items));
    return compareLists({ ...place, widget: item.widget }, old ?? [], now ?? []);
  }
  if (isRecord(before ?? {}) && isRecord(after ?? {}) && field.widget === 'object') {
    const [old, now] = [isRecord(before) ? before : {}, isRecord(after) ? after : {}];
    return withUnknown(field.fields ?? [], [...Object.keys(old), ...Object.keys(now)]).flatMap((inner) =>
      compareValues(
        { ...place, widget: inner.widget, label: messages.within(place.label, inner.label) },
        inner,
        getKey(old, inner.name),
        getKey(now, inner.name),
      ),
    );
  }
  return toChange(place, toText(field, before), toText(field, after));
}

/** Widgets in which nothing is written: another value takes the place of the one before. */
const chosen = new Set(['image', 'file', 'datetime', 'boolean', 'select', 'relation']);

const toTexts = (field: FormField, items: unknown): string[] =>
  (Array.isArray(items) ? items : [items])
    .map((item) => toText(field, item))
    .filter((text) => text !== undefined);

function toChange(place: Place, before: string | undefined, after: string | undefined): FieldChange[] {
  if (before === after) return [];
  const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  const toParts = chosen.has(place.widget) ? replaceText : compareWords;
  return [{ ...place, kind, before, after, parts: toParts(before ?? '', after ?? '') }];
}

/** An item as it was and as it is; the later position, or the earlier one of what is gone, from 1. */
interface Change {
  readonly old?: string;
  readonly now?: string;
  readonly position: number;
}

/** Items of a list. What went from one place to another is told once, where it went. */
function compareLists(place: Place, before: readonly string[], after: readonly string[]): FieldChange[] {
  const changes = toChanges(before, after);
  const gone = new Set(changes.filter(({ now }) => now === undefined).map(({ old }) => old));
  const come = new Set(changes.filter(({ old }) => old === undefined).map(({ now }) => now));
  return changes.flatMap(({ old, now, position }) => {
    const at = { ...place, label: messages.item(place.label, position) };
    const isMoved = now === undefined ? come.has(old) : old === undefined && gone.has(now);
    if (!isMoved) return toChange(at, old, now);
    return now === undefined
      ? []
      : [{ ...at, kind: 'moved' as const, before: now, after: now, parts: compareWords(now, now) }];
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
