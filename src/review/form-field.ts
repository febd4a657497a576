import { type Collection, toWidgets } from '../../content-schema/index.ts';

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
