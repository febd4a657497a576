import { type Collection, parseEntry } from '../../../content-schema/index.ts';

/** What of a file says where its body begins. */
interface EntryFile {
  readonly collection: Collection;
  readonly path: string;
  /** The file's text. */
  readonly source: string;
}

/**
 * The line of a file (from 1) on which a line of its body (from 1) stands. Escapes never add a line nor take one
 * away, so that a body in memory has the lines that it has in its file (a property test holds that).
 * @throws EntryError as parseEntry
 */
export const toFileLine = ({ collection, source, path }: EntryFile, bodyLine: number): number =>
  parseEntry(collection, source, path).locate(['body']).line + bodyLine - 1;

/**
 * The line of a file on which a field's value stands.
 * @throws EntryError as parseEntry
 */
export const toFieldLine = ({ collection, source, path }: EntryFile, field: string): number =>
  parseEntry(collection, source, path).locate([field]).line;

/** The line of the body (from 1) on which a line of the file stands; below 1 in the front matter. */
export const toBodyLine = (file: EntryFile, line: number): number => line - toFileLine(file, 1) + 1;
