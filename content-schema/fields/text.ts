import { z } from 'zod';
import { type Field, type FieldOptions, toBase } from '../field.ts';

/** What one regular expression says, for the file (`schema`) and for the form (`pattern`) alike. */
interface TextRule {
  readonly schema: z.ZodString;
  readonly pattern: [RegExp, string];
}

/** The rule «matches this expression». `message` follows the field's label and a colon: what to write. */
export const toTextRule = (regex: RegExp, message: string): TextRule => ({
  schema: z
    .string({ error: 'no es texto: ponlo entre comillas.' })
    .normalize('NFC')
    .regex(regex, { error: message }),
  pattern: [regex, message],
});

/** Fewest and most characters (Unicode code points), both allowed. */
interface Length {
  readonly min?: number;
  readonly max: number;
  readonly multiline?: boolean;
}

/**
 * The rule of plain text: no control characters (line breaks only where `multiline`), no broken
 * surrogates, `min` to `max` characters.
 */
export function toLengthRule({ min = 1, max, multiline = false }: Length): TextRule {
  const character = multiline ? '(?:[^\\p{Cc}\\p{Cs}]|[\\n\\t])' : '[^\\p{Cc}\\p{Cs}\\u2028\\u2029]';
  return toTextRule(
    new RegExp(`^${character}{${String(min)},${String(max)}}$`, 'u'),
    `escribe entre ${String(min)} y ${String(max)} caracteres${multiline ? '' : ', en una sola línea'}.`,
  );
}

/** Plain text of limited length. */
export function text({
  min = 1,
  max,
  multiline = false,
  ...options
}: FieldOptions & Length): Field<z.ZodString> {
  const { schema, pattern: rule } = toLengthRule({ min, max, multiline });
  return { schema, widget: { ...toBase(options), widget: multiline ? 'text' : 'string', pattern: rule } };
}

interface PatternOptions extends FieldOptions {
  readonly regex: RegExp;
  readonly message: string;
}

/** Text that matches a regular expression. */
function pattern({ regex, message, ...options }: PatternOptions): Field<z.ZodString> {
  const { schema, pattern: rule } = toTextRule(regex, message);
  return { schema, widget: { ...toBase(options), widget: 'string', pattern: rule } };
}

/** An e-mail address, as an HTML e-mail input accepts it (HTML Standard, valid e-mail address). */
export function email(options: FieldOptions): Field<z.ZodString> {
  return pattern({
    ...options,
    regex: z.regexes.html5Email,
    message: 'no es una dirección de correo. Escríbela como nombre@dominio.org.',
  });
}

/** An address on the web, https only. */
export function httpsUrl(options: FieldOptions): Field<z.ZodString> {
  return pattern({
    ...options,
    regex: /^https:\/\/[^\s\p{Cc}\p{Cs}./?#"<>\\]+\.[^\s\p{Cc}\p{Cs}"<>\\]+$/u,
    message: 'no es una dirección web. Cópiala entera, con https:// al principio.',
  });
}

/** A path of this site or an https address: what a link may point to. */
export function link(options: FieldOptions): Field<z.ZodString> {
  return pattern({
    ...options,
    regex: /^(?:\/(?!\/)[^\s\p{Cc}\p{Cs}"<>\\]*|https:\/\/[^\s\p{Cc}\p{Cs}"<>\\]+)$/u,
    message: 'escribe una dirección de este sitio que empiece con / o una dirección con https://.',
  });
}

/** An old path of this site that must lead to the entry, such as `/blog/titulo-viejo`. */
export function sitePath(options: FieldOptions): Field<z.ZodString> {
  return pattern({
    ...options,
    regex: /^\/(?!\/)[^\s\p{Cc}\p{Cs}?#"<>\\]+$/u,
    message: 'escribe solo la ruta, empezando con /, por ejemplo /blog/titulo-viejo.',
  });
}

/** The code of a language and perhaps a country (BCP 47): `en`, `es-GT`. */
export function language(options: FieldOptions): Field<z.ZodString> {
  return pattern({
    ...options,
    regex: /^[a-z]{2,3}(?:-[A-Z]{2})?$/u,
    message: 'escribe un código como es-GT.',
  });
}

/** A colour as `#rrggbb`. */
export function color(options: FieldOptions): Field<z.ZodString> {
  return pattern({
    ...options,
    regex: /^#[0-9a-f]{6}$/iu,
    message: 'escribe un color como #0b5d7a.',
  });
}
