import { toText } from './field-text.ts';
import type { FormField } from './form-field.ts';
import { isSame, type Merge, settled, toQuestion } from './merge.ts';
import { mergeBody, type Place } from './merge-body.ts';

/** Merges the values of a field; undefined: it is not there. */
export function mergeValue(
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
  return mergeAtom(place, field, base, yours, theirs);
}

const isString = (value: unknown): value is string => typeof value === 'string';
const toBody = (value: unknown): string => (typeof value === 'string' ? value : '');

function mergeAtom(
  place: Place,
  field: FormField,
  base: unknown,
  yours: unknown,
  theirs: unknown,
): Merge<unknown> {
  const check = toCheck(field);
  const conflict = {
    ...place,
    base: toText(field, base),
    yours: toText(field, yours),
    theirs: toText(field, theirs),
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
