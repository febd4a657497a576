import type { z } from 'zod';
import { type Field, type FieldOptions, toBase } from '../field.ts';
import { toTextRule } from './text.ts';

/** Where the form stores uploads, and the path by which entries name them. */
export const mediaFolder = 'src/assets/images/posts';
export const publicFolder = '/assets/images/posts';

const path = '/assets/images/posts/(?!(?:[^/]*/)*\\.{1,2}(?:/|$))[^\\p{Cc}\\p{Cs}\\\\?#"<>`{}]+';

/** An uploaded image, by its site path, or an image elsewhere, by its https address. */
export function image(options: FieldOptions): Field<z.ZodString> {
  const { schema, pattern } = toTextRule(
    new RegExp(`^(?:${path}|https://[^\\s\\p{Cc}\\p{Cs}"<>\\\\]+)$`, 'u'),
    `elige una imagen de la biblioteca (${publicFolder}/…) o una dirección con https://.`,
  );
  return { schema, widget: { ...toBase(options), widget: 'image', pattern } };
}

/** An uploaded file that readers can download, by its site path. */
export function file(options: FieldOptions): Field<z.ZodString> {
  const { schema, pattern } = toTextRule(
    new RegExp(`^${path}$`, 'u'),
    `elige un archivo de la biblioteca (${publicFolder}/…).`,
  );
  return { schema, widget: { ...toBase(options), widget: 'file', pattern } };
}
