import type { FormField } from './form-field.ts';
import { isRecord, toCanonical } from './merge.ts';
import { messages } from './messages.ts';

/** A value as a person reads it; undefined when there is none. */
export function toText(field: FormField, value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value === 'boolean') return value ? messages.yes : messages.no;
  if (Array.isArray(value)) return toLines(value.map((item) => toText(toItemField(field), item)));
  if (isRecord(value)) {
    return toLines((field.fields ?? []).map((inner) => toLabelled(inner, value[inner.name])));
  }
  if (typeof value !== 'string') return toCanonical(value);
  if (field.widget === 'datetime') return toDate(value);
  return field.options?.find((option) => option.value === value)?.label ?? value;
}

/** The field of one item of a list. */
export const toItemField = ({ field, fields, ...list }: FormField): FormField =>
  field ?? { ...list, widget: 'object', ...(fields === undefined ? {} : { fields }) };

function toLabelled(field: FormField, value: unknown): string | undefined {
  const text = toText(field, value);
  return text === undefined ? undefined : messages.value(field.label, text);
}

const toLines = (lines: readonly (string | undefined)[]): string | undefined =>
  lines.filter((line) => line !== undefined).join('\n') || undefined;

const dates = new Intl.DateTimeFormat('es', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

/** A moment on the clock of the offset that it is written with. */
function toDate(value: string): string {
  const local = /^\d{4}-\d\d-\d\dT\d\d:\d\d/u.exec(value)?.[0];
  const date = local === undefined ? undefined : new Date(`${local}Z`);
  return date === undefined || Number.isNaN(date.getTime()) ? value : dates.format(date);
}
