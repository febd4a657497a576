import type { Collection, Values } from '../../content-schema/index.ts';
import { toText } from './field-text.ts';
import { dropEmpty, type FormField, toFormFields } from './form-field.ts';
import { isSame, type Merge, settled, toQuestion } from './merge.ts';
import type { Place } from './merge-body.ts';
import { mergeGroup } from './merge-value.ts';
import { messages } from './messages.ts';

/**
 * Merges two versions of an entry with a common one: field by field, lists by item, the body by paragraph.
 * Undefined: the entry is not there in this version; so is the result when it is to be deleted.
 */
export function mergeEntry(
  collection: Collection,
  base: Values | undefined,
  yours: Values | undefined,
  theirs: Values | undefined,
): Merge<Values | undefined> {
  const versions = [base, yours, theirs].map((values) => values && dropEmpty(collection, values));
  const [before, left, right] = versions;
  if (isSame(left, right) || isSame(before, right)) return settled(yours);
  if (isSame(before, left)) return settled(theirs);
  const fields = toFormFields(
    collection,
    versions.flatMap((values) => Object.keys(values ?? {})),
  );
  if (left === undefined || right === undefined) {
    const group: FormField = { name: '', label: '', widget: 'object', fields };
    const conflict = {
      id: 'entry',
      label: messages.entry(collection.singular),
      base: toText(group, before),
      yours: toText(group, left),
      theirs: toText(group, right),
    };
    return toQuestion(conflict, ({ choice }) => (choice === 'yours' ? yours : theirs));
  }
  return mergeGroup(toPlace, fields, before ?? {}, left, right);
}

const toPlace = ({ name, label }: FormField): Place => ({ id: name, field: name, label });
