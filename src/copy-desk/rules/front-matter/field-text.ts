import type { Manuscript } from '../../manuscript.ts';

/** The text of a field of an entry; undefined where it has none. */
export function getText({ values }: Manuscript, key: string): string | undefined {
  const value = values[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Its length in characters, where the schema does not complain of it anyway. */
export function getLength(manuscript: Manuscript, key: string): number {
  const text = getText(manuscript, key);
  const field = manuscript.collection.fields[key];
  return text !== undefined && field?.schema.safeParse(text).success === true ? Array.from(text).length : 0;
}
