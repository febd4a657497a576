import type { z } from 'zod';
import { type Field, type FieldOptions, toBase } from '../field.ts';
import { toLengthRule } from './text.ts';

interface ReferenceOptions extends FieldOptions {
  /** The collection whose entries the form suggests, and the field that is stored. */
  readonly collection: string;
  readonly field: string;
  readonly min: number;
  readonly max: number;
}

/** The name of an entry of another collection, chosen from a list; a name that is not listed passes too. */
export function reference({ collection, field, min, max, ...options }: ReferenceOptions): Field<z.ZodString> {
  const { schema, pattern } = toLengthRule({ min, max });
  return {
    schema,
    widget: {
      ...toBase(options),
      widget: 'relation',
      collection,
      value_field: field,
      search_fields: [field],
      pattern,
    },
  };
}
