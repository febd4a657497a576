import type { Collection, Values } from '../../content-schema/index.ts';
import { toText } from './field-text.ts';
import { type FormField, toFormFields } from './form-field.ts';
import { isSame, type Merge, settled, toQuestion } from './merge.ts';
import { mergeValue } from './merge-value.ts';
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
  return mergeFields(fields, before ?? {}, left, right);
}

function mergeFields(
  fields: readonly FormField[],
  base: Values,
  yours: Values,
  theirs: Values,
): Merge<Values> {
  const merges = fields.map((field) => {
    const { name, label } = field;
    const get = (values: Values): unknown => (Object.hasOwn(values, name) ? values[name] : undefined);
    const place = { id: name, field: name, label };
    return [name, mergeValue(place, field, get(base), get(yours), get(theirs))] as const;
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

/** An empty value of a field that may be absent is the same as none, as in files. */
function dropEmpty(collection: Collection, values: Values): Values {
  const optional = new Set(
    toFormFields(collection, [])
      .filter(({ name, required }) => required === false && name !== 'body')
      .map(({ name }) => name),
  );
  const isEmpty = (value: unknown): boolean =>
    value == null || value === '' || (Array.isArray(value) && value.length === 0);
  return Object.fromEntries(
    Object.entries(values).filter(
      ([name, value]) => value !== undefined && !(optional.has(name) && isEmpty(value)),
    ),
  );
}
