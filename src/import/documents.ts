import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import {
  collections,
  EntryError,
  type Finding,
  parseEntry,
  type Values,
} from '../../content-schema/index.ts';

/** A file of the old site that may become an entry. */
export interface DocumentFile {
  /** Name of the source folder and the path in it: stable, and no path of this machine. */
  readonly key: string;
  /** Absolute. */
  readonly path: string;
  /** Folder in which it is: last name, NFC. */
  readonly folder: string;
  /** File name without extension, NFC. */
  readonly name: string;
  readonly extension: string;
}

/** What a document says: its front matter and, under `body`, Markdown; not checked. */
export interface OldDocument {
  readonly values: Values;
  readonly digest: string;
  /** The whole file, where it is MDX: it may hold code. */
  readonly mdx?: string;
}

const known = /\.(?:md|markdown|mdx|txt)$/iu;
const ignored = /(?:^|\/)(?:\.|node_modules\/)/u;

/** Documents and where they were found. */
export interface Documents {
  /** The folder; of one file, the one in which it is. */
  readonly root: string;
  readonly isFolder: boolean;
  readonly files: readonly DocumentFile[];
}

/**
 * The documents in a folder and those below it, or one file, in order of their keys.
 * @throws Error of the file system when there is nothing at `source`
 */
export async function findDocuments(source: string): Promise<Documents> {
  const isFolder = (await stat(source)).isDirectory();
  const root = isFolder ? source : path.dirname(source);
  const files = (isFolder ? await listFiles(source) : [source])
    .filter((file) => known.test(file))
    .map((file) => toDocumentFile(root, file))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  return { root, isFolder, files };
}

/** Absolute paths of the files in a folder (and below it), but for hidden ones; symbolic links are not followed. */
export async function listFiles(folder: string, { recursive = true } = {}): Promise<string[]> {
  const entries = await readdir(folder, { recursive, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !ignored.test(path.relative(folder, file).replaceAll(path.sep, '/')));
}

function toDocumentFile(root: string, file: string): DocumentFile {
  const extension = path.extname(file);
  const inside = path.relative(root, file).replaceAll(path.sep, '/');
  return {
    key: `${path.basename(root)}/${inside}`.normalize('NFC'),
    path: file,
    folder: path.basename(path.dirname(file)).normalize('NFC'),
    name: path.basename(file, extension).normalize('NFC'),
    extension: extension.slice(1).toLowerCase(),
  };
}

/**
 * Reads a document: UTF-8 or, where it is not, Windows-1252.
 * @throws EntryError when it has no front matter that can be read
 */
export async function readDocument(file: DocumentFile): Promise<OldDocument> {
  const content = await readFile(file.path);
  const text = decode(content);
  const isMdx = file.extension === 'mdx';
  const values = parseDocument(text, file.key, isMdx);
  return { values, digest: toDigest(content), ...(isMdx ? { mdx: text } : {}) };
}

export const toDigest = (content: Buffer | string): string =>
  createHash('sha256').update(content).digest('hex');

function decode(content: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return new TextDecoder('windows-1252').decode(content);
  }
}

/**
 * Front matter and text of a document. The text of plain Markdown is taken as it stands; that of MDX is read as
 * data, as entries are.
 * @throws EntryError
 */
export function parseDocument(text: string, file: string, isMdx: boolean): Values {
  const source = text.replace(/\r\n?/gu, '\n');
  const head = /^\uFEFF?---[ \t]*\n[\s\S]*?(?<=\n)---[ \t]*(?:\n|$)/u.exec(source)?.[0];
  if (head === undefined) throw new EntryError([noFrontMatter(file)]);
  // Any collection with a text does: the form of the file is the same for all.
  const { values } = parseEntry(collections.pages, isMdx ? source : head, file);
  return isMdx
    ? values
    : {
        ...values,
        body: source
          .slice(head.length)
          .replace(/^(?:[ \t]*\n)+/u, '')
          .trimEnd(),
      };
}

const noFrontMatter = (file: string): Finding => ({
  rule: 'front-matter-syntax',
  severity: 'error',
  location: { file, line: 1, column: 1 },
  message: 'El archivo no empieza con un encabezado entre dos líneas «---».',
  hint: 'Si es un artículo, escríbele el encabezado; si no, no hace falta hacer nada.',
});
