import type { CmsField } from 'decap-cms-core';
import { z } from 'zod';

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** A Decap form widget without its name: the name is the key under which a collection lists the field. */
type Widget = DistributiveOmit<CmsField, 'name'>;

/** One field of an entry: the rule that a value must pass and the form widget that asks for it. */
export interface Field<S extends z.ZodType = z.ZodType> {
  readonly schema: S;
  readonly widget: Widget;
}

/** Fields by key, in the order in which forms show them and files store them. */
export type Fields = Readonly<Record<string, Field>>;

/** The zod shape of some fields, so that the type of an entry is inferred and never restated. */
export type Shape<F extends Fields> = { -readonly [K in keyof F]: F[K]['schema'] };

/** The rules of some fields as one strict object: a key that is not listed is an error. */
export function toSchema<F extends Fields>(fields: F): z.ZodObject<Shape<F>, z.core.$strict> {
  const shape = Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, field.schema]));
  return z.strictObject(shape as unknown as Shape<F>, {
    error: ({ code }) => (code === 'invalid_type' ? 'no es un grupo de campos.' : undefined),
  });
}

/** The field of a key, which may be any text. */
export const getField = (fields: Fields, key: string): Field | undefined =>
  Object.hasOwn(fields, key) ? fields[key] : undefined;

/** The Decap form of some fields, in order. */
export function toWidgets(fields: Fields): CmsField[] {
  return Object.entries(fields).map(([name, field]) => ({ name, ...field.widget }) as CmsField);
}

/** What every field says about itself: the label and the hint are what editors read. */
export interface FieldOptions {
  readonly label: string;
  readonly hint?: string;
}

/** The properties that all widgets share. */
export function toBase({ label, hint }: FieldOptions): { label: string; hint?: string } {
  return hint === undefined ? { label } : { label, hint };
}

/**
 * The same field, which may now be left empty. An empty form value ('' or an empty list) is stored as an
 * absent key, see `dropEmpty` in entry-file.ts.
 */
export function optional<S extends z.ZodType>(field: Field<S>): Field<z.ZodOptional<S>> {
  return { schema: field.schema.optional(), widget: { ...field.widget, required: false } };
}

/** Is this a field that may be absent from a file? */
export const isOptional = (field: Field): boolean => field.schema.safeParse(undefined).success;
