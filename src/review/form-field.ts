import { type Collection, toWidgets, type Values } from '../../content-schema/index.ts';

/** A field of the form, as far as versions of an entry are concerned. */
export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly widget: string;
  readonly required?: boolean;
  /** The rule of a text and what to say when it does not match. */
  readonly pattern?: readonly [RegExp, string];
  readonly options?: readonly { readonly label: string; readonly value: string }[];
  /** The one field of each item of a list. */
  readonly field?: FormField;
  /** The fields of a group, or of each item of a list. */
  readonly fields?: readonly FormField[];
}

/** The form of a collection, and below it one field for each of the keys that it does not know. */
export function toFormFields(collection: Collection, keys: Iterable<string>): FormField[] {
  return withUnknown(toWidgets(collection.fields) as unknown as FormField[], keys);
}

/** Some fields and, by name, one for each key that is not among them. */
export function withUnknown(fields: readonly FormField[], keys: Iterable<string>): FormField[] {
  const known = new Set(fields.map(({ name }) => name));
  const unknown = [...new Set(keys)].filter((key) => !known.has(key)).sort();
  return [...fields, ...unknown.map((name) => ({ name, label: name, widget: 'unknown' }))];
}

/** An empty value of a field that may be absent is the same as none, as in files. */
export function dropEmpty(collection: Collection, values: Values): Values {
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
