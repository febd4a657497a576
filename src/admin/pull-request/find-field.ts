import type { Fields, Values } from '../../../content-schema/index.ts';
import { toWords } from '../../browser/conversation/threads.ts';

/** The field of the form that a comment is about. */
export interface NamedField {
  /** Its key in the collection's fields. */
  readonly name: string;
  readonly label: string;
  /** Does it hold something else than what was quoted? Known of plain text only. */
  readonly hasChanged: boolean;
}

const plain = ['string', 'text'];

/** Finds what a comment is about that quotes a field: the label, a colon and the value, as /revision does. */
export function findField(quote: string, fields: Fields, values: Values): NamedField | undefined {
  for (const [name, { widget }] of Object.entries(fields)) {
    const { label = name } = widget;
    if (!quote.startsWith(`${label}:`)) continue;
    const value = values[name];
    const quoted = toWords(quote.slice(label.length + 1));
    const isPlain = plain.includes(widget.widget ?? '') && typeof value === 'string';
    return { name, label, hasChanged: isPlain && !toWords(value).startsWith(quoted) };
  }
  return undefined;
}
