import { z } from 'zod';
import { type Field, type FieldOptions, toBase } from '../field.ts';

/** Yes or no; `initial` where the file does not say. */
export function boolean({
  initial,
  ...options
}: FieldOptions & { readonly initial: boolean }): Field<z.ZodDefault<z.ZodBoolean>> {
  return {
    schema: z.boolean({ error: 'escribe true (sí) o false (no), sin comillas.' }).default(initial),
    widget: { ...toBase(options), widget: 'boolean', default: initial, required: false },
  };
}
