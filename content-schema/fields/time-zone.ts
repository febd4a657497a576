import { z } from 'zod';
import { type Field, type FieldOptions, toBase } from '../field.ts';

/**
 * A time zone of the IANA database. The form offers the names that the browser lists; every name that the
 * platform knows passes, because browsers and Node list different names of the same zone.
 */
export function timeZone(options: FieldOptions): Field<z.ZodString> {
  return {
    schema: z
      .string({ error: 'no es texto: ponlo entre comillas.' })
      .refine(isTimeZone, { error: 'no es una zona horaria. Escríbela como America/Guatemala.' }),
    widget: {
      ...toBase(options),
      widget: 'select',
      options: ['UTC', ...Intl.supportedValuesOf('timeZone')].map((zone) => ({ value: zone, label: zone })),
    },
  };
}

function isTimeZone(name: string): boolean {
  try {
    // Offsets such as -06:00 pass in some browsers only.
    return /^[a-z]/iu.test(name) && new Intl.DateTimeFormat('es', { timeZone: name }).format() !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
