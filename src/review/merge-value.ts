import type { Values } from '../../content-schema/index.ts';
import { toItemField, toText } from './field-text.ts';
import { type FormField, withUnknown } from './form-field.ts';
import { getKey, isRecord, isSame, type Merge, settled, toCanonical, toQuestion } from './merge.ts';
import { mergeBody, type Place } from './merge-body.ts';
import { mergeList } from './merge-list.ts';
import { messages } from './messages.ts';

/** Merges the values of a field; undefined: it is not there. */
function mergeValue(
  place: Place,
  field: FormField,
  base: unknown,
  yours: unknown,
  theirs: unknown,
): Merge<unknown> {
  if (isSame(yours, theirs) || isSame(base, theirs)) return settled(yours);
  if (isSame(base, yours)) return settled(theirs);
  if (field.widget === 'markdown' && [base ?? '', yours ?? '', theirs ?? ''].every(isString)) {
    return mergeBody(place, toBody(base), toBody(yours), toBody(theirs));
  }
  const [before, left, right] = [base ?? [], yours ?? [], theirs ?? []];
  if (field.widget === 'list' && isList(before) && isList(left) && isList(right)) {
    return mergeList(place, field, [before, left, right], (inner, ...versions) =>
      mergeValue(inner, toItemField(field), ...versions),
    );
  }
  if (isRecord(base ?? {}) && isRecord(yours) && isRecord(theirs)) {
    const toInner = (inner: FormField): Place => within(place, inner);
    return mergeGroup(toInner, field.fields ?? [], isRecord(base) ? base : {}, yours, theirs);
  }
  return mergeAtom(place, field, base, yours, theirs);
}

/** Merges groups of fields by field; keys that the form does not know are merged, too. */
export function mergeGroup(
  toPlace: (field: FormField) => Place,
  fields: readonly FormField[],
  base: Values,
  yours: Values,
  theirs: Values,
): Merge<Values> {
  const merges = withUnknown(fields, [base, yours, theirs].flatMap(Object.keys)).map((field) => {
    const [before, left, right] = [base, yours, theirs].map((values) => getKey(values, field.name));
    return [field.name, mergeValue(toPlace(field), field, before, left, right)] as const;
  });
  return {
    conflicts: merges.flatMap(([, { conflicts }]) => conflicts),
    resolve: (resolutions) =>
      Object.fromEntries(
        merges
          .map(([name, merge]) => [name, merge.resolve(resolutions)] as const)
          .filter(([, value]) => value !== undefined),
      ),
  };
}

const within = (place: Place, { name, label }: FormField): Place => ({
  ...place,
  id: `${place.id}.${name}`,
  label: messages.within(place.label, label),
});

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const isString = (value: unknown): value is string => typeof value === 'string';
const toBody = (value: unknown): string => (typeof value === 'string' ? value : '');

function mergeAtom(
  place: Place,
  field: FormField,
  base: unknown,
  yours: unknown,
  theirs: unknown,
): Merge<unknown> {
  const texts = [base, yours, theirs].map((value) => toText(field, value));
  if (texts[1] === undefined && texts[2] === undefined) return settled(undefined);
  // Two moments may read alike, such as one with seconds and one without.
  const exact = texts[1] === texts[2] ? [base, yours, theirs].map(toCanonical) : texts;
  const check = toCheck(field);
  const conflict = {
    ...place,
    base: exact[0],
    yours: exact[1],
    theirs: exact[2],
    ...(check === undefined ? {} : { check }),
  };
  return toQuestion(conflict, (resolution) => {
    if (resolution.choice === 'edited') return resolution.text.normalize('NFC') || undefined;
    return resolution.choice === 'yours' ? yours : theirs;
  });
}

/** The fields that are written and not chosen. */
const written = new Set(['string', 'text', 'relation']);

function toCheck({
  widget,
  pattern,
  required,
}: FormField): ((text: string) => string | undefined) | undefined {
  if (!written.has(widget)) return undefined;
  return (text) => {
    if (text === '' && required === false) return undefined;
    const [regex, message] = pattern ?? [/^/u, ''];
    return regex.test(text.normalize('NFC')) ? undefined : message;
  };
}
