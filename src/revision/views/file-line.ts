import { type Collection, EntryError, parseEntry } from '../../../content-schema/index.ts';

/**
 * The line of a file (from 1) on which a line of its body (from 1) stands. Escapes never add a line nor take one
 * away, so that a body in memory has the lines that it has in its file (a property test holds that).
 * @param bodyLine at which the body begins in the file
 */
export const toFileLine = ({ bodyLine }: { readonly bodyLine: number }, line: number): number =>
  bodyLine + line - 1;

/** The line of the body on which a line of the file stands; below 1 in the front matter. */
export const toBodyLine = ({ bodyLine }: { readonly bodyLine: number }, line: number): number =>
  line - bodyLine + 1;

/**
 * Where the fields of a file stand: gives the line of a field's value, and 1 for a file that is not there or cannot be
 * read.
 */
export function locateFields(
  side: { readonly collection: Collection; readonly source: string; readonly path: string } | undefined,
): (field: string) => number {
  if (side === undefined) return () => 1;
  try {
    const { locate } = parseEntry(side.collection, side.source, side.path);
    return (field) => locate([field]).line;
  } catch (error) {
    if (error instanceof EntryError) return () => 1;
    throw error;
  }
}
