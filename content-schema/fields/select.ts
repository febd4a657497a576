import { z } from 'zod';
import { type Field, type FieldOptions, toBase } from '../field.ts';

/** One of some values, each with the label that the form shows. */
export function select<const V extends string>({
  options,
  initial,
  ...rest
}: FieldOptions & { readonly options: Readonly<Record<V, string>>; readonly initial?: NoInfer<V> }): Field<
  z.ZodEnum<{ [K in V]: K }>
> {
  const values = Object.keys(options) as V[];
  return {
    schema: z.enum(values, { error: `elige uno de estos valores: ${values.join(', ')}.` }),
    widget: {
      ...toBase(rest),
      widget: 'select',
      options: values.map((value) => ({ value, label: options[value] })),
      ...(initial === undefined ? {} : { default: initial }),
    },
  };
}
