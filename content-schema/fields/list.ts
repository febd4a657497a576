import { z } from 'zod';
import {
  type Field,
  type FieldOptions,
  type Fields,
  type Shape,
  toBase,
  toSchema,
  toWidgets,
} from '../field.ts';

interface ListOptions extends FieldOptions {
  /** What the button that adds an item calls it: «etiqueta». */
  readonly singular: string;
}

/** A list with at least one item: an empty one is absent, see `optional`. */
const toList = <S extends z.ZodType>(item: S): z.ZodArray<S> =>
  z.array(item, { error: 'no es una lista.' }).min(1, { error: 'agrega al menos uno.' });

/** A list of values of one field. */
export function list<S extends z.ZodType>(item: Field<S>, options: ListOptions): Field<z.ZodArray<S>> {
  return {
    schema: toList(item.schema),
    widget: {
      ...toBase(options),
      widget: 'list',
      label_singular: options.singular,
      field: { name: 'item', ...item.widget },
    },
  };
}

/** A list of groups of fields, such as `{ date, text }`. `summary` is Decap's template for a closed item. */
export function listOf<F extends Fields>(
  fields: F,
  { summary, ...options }: ListOptions & { readonly summary: string },
): Field<z.ZodArray<z.ZodObject<Shape<F>, z.core.$strict>>> {
  return {
    schema: toList(toSchema(fields)),
    widget: {
      ...toBase(options),
      widget: 'list',
      label_singular: options.singular,
      summary,
      collapsed: true,
      fields: toWidgets(fields),
    },
  };
}

/** A group of fields under one key. */
export function group<F extends Fields>(
  fields: F,
  options: FieldOptions,
): Field<z.ZodObject<Shape<F>, z.core.$strict>> {
  return {
    schema: toSchema(fields),
    widget: { ...toBase(options), widget: 'object', fields: toWidgets(fields) },
  };
}
