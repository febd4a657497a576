import { z } from 'zod';
import { type Field, type FieldOptions, toBase } from '../field.ts';

/**
 * A moment: ISO 8601 date and time with offset or Z, kept as the text that the file holds. The form's
 * widget writes the offset of the site's time zone, so the first ten characters are the local day.
 */
export function dateTime(options: FieldOptions): Field<z.ZodISODateTime> {
  return {
    schema: z.iso.datetime({
      offset: true,
      error: 'no es una fecha con hora y zona. Escríbela como 2026-03-04T08:30:00-06:00.',
    }),
    widget: { ...toBase(options), widget: 'datetime' },
  };
}
