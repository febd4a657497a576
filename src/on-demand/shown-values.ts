import type { z } from 'zod';
import { type CollectionName, collections, type Field, type Values } from '../../content-schema/index.ts';

type Data<C extends CollectionName> = z.output<(typeof collections)[C]['schema']>;

/**
 * The values of a form as a page can show them, however far it is filled in: what its rule accepts as it is, of a
 * list the items that are right, a text of any length. Everything else counts as not filled in.
 */
export function toShownValues<C extends CollectionName>(collection: C, values: Values): Partial<Data<C>> {
  const { fields } = collections[collection];
  const shown = Object.entries(fields).map(([key, field]) => [key, toShown(field, values[key])] as const);
  return Object.fromEntries(shown.filter(([, value]) => value !== undefined)) as Partial<Data<C>>;
}

function toShown(field: Field, value: unknown): unknown {
  if (value === '' || value === null) return undefined;
  const result = field.schema.safeParse(value);
  if (result.success) return result.data;
  if (typeof value === 'string') return isFreeText(field) ? value : undefined;
  return Array.isArray(value) ? keepRightItems(field, value, result.error) : undefined;
}

/** A field that takes a sentence takes any: only its length is limited. */
const isFreeText = ({ schema }: Field): boolean => schema.safeParse('Una frase cualquiera.').success;

function keepRightItems({ schema }: Field, items: readonly unknown[], error: z.ZodError): unknown {
  const wrong = new Set(error.issues.map(({ path: [index] }) => index));
  return schema.safeParse(items.filter((_, index) => !wrong.has(index))).data;
}
