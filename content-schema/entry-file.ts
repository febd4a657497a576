import type { CmsField } from 'decap-cms-core';
import { Document, isAlias, isNode, LineCounter, parseDocument, Scalar, visit } from 'yaml';
import { type Collection, isFolder } from './collection.ts';
import { getField, isOptional, toWidgets } from './field.ts';
import { EntryError, type Finding } from './finding.ts';
import { fromMdx, toMdx } from './mdx-body.ts';

/** The values of an entry by field key, not yet checked against the schema. */
export type Values = Record<string, unknown>;

/** An entry as a file has it: its values and where each of them stands. */
export interface ParsedEntry {
  readonly values: Values;
  /** Line and column (from 1) of the value at a path such as ['corrections', 0, 'date'], or of its nearest parent. */
  locate(path: readonly PropertyKey[]): { line: number; column: number };
}

const frontMatter = /^\uFEFF?---[ \t]*\r?\n(?<yaml>[\s\S]*?)(?<=\n)---[ \t]*(?:\r?\n|$)/u;

/**
 * Reads an entry file: YAML front matter and MDX body, or plain YAML for a settings file. Checks the form
 * of the file only; `checkEntry` (check-entry.ts) checks the values.
 * @throws EntryError when the front matter is missing or is no YAML mapping; it says the line.
 */
export function parseEntry(collection: Collection, source: string, file: string): ParsedEntry {
  const match = isFolder(collection) ? frontMatter.exec(source) : null;
  if (isFolder(collection) && match === null) {
    throw new EntryError([
      syntaxError(file, 1, 1, 'El archivo no empieza con un encabezado entre dos líneas «---».'),
    ]);
  }
  const yaml = match?.groups?.['yaml'] ?? source;
  const firstLine = match === null ? 0 : 1;
  const lineCounter = new LineCounter();
  // One dialect, whatever a %YAML line says.
  const dialect = { schema: 'core', merge: false, prettyErrors: false, logLevel: 'error' } as const;
  const document = parseDocument(yaml.normalize('NFC'), { ...dialect, lineCounter });
  const fail: (offset: number, message: string) => never = (offset, message) => {
    const { line, col } = lineCounter.linePos(offset);
    throw new EntryError([syntaxError(file, line + firstLine, col, message)]);
  };
  const [problem] = document.errors;
  if (problem !== undefined) fail(problem.pos[0], toSpanish(problem.code));
  // YAML takes a word after one of these for a name and not for text: «*importante*», «!Atención».
  visit(document, {
    Node(_, node) {
      const isName = isAlias(node) || node.anchor !== undefined || node.tag !== undefined;
      if (isName) fail(node.range?.[0] ?? 0, 'Un valor que empieza con *, & o ! va entre comillas.');
    },
  });
  const data: unknown = document.toJS();
  if (data !== null && (typeof data !== 'object' || Array.isArray(data))) {
    fail(0, 'El encabezado no es una lista de claves y valores.');
  }
  const values: Values = { ...(data as Values | null) };
  const hasBody = 'body' in collection.fields;
  if (hasBody && 'body' in values) {
    const node = document.get('body', true);
    fail(
      isNode(node) ? (node.range?.[0] ?? 0) : 0,
      'La clave «body» no va en el encabezado: el texto va debajo.',
    );
  }
  const head = match?.[0] ?? '';
  const bodyLine = head.split('\n').length;
  if (hasBody) values['body'] = toBody(source.slice(head.length));
  return {
    values: dropEmpty(collection, values),
    locate(path) {
      if (path[0] === 'body' && match !== null) return { line: bodyLine, column: 1 };
      for (let length = path.length; length > 0; length--) {
        const node = document.getIn(path.slice(0, length), true);
        if (isNode(node) && node.range) {
          const { line, col } = lineCounter.linePos(node.range[0]);
          return { line: line + firstLine, column: col };
        }
      }
      return { line: 1, column: 1 };
    },
  };
}

/** The front matter of an entry file with its lines «---», and what follows; undefined: there is none. */
export function splitEntry(source: string): { head: string; body: string } | undefined {
  const head = frontMatter.exec(source)?.[0];
  return head === undefined ? undefined : { head, body: source.slice(head.length) };
}

/** A body in memory, from one in a file, or from whole paragraphs of it. */
export const toBody = (source: string): string => fromMdx(normalize(source).replace(/\n$/u, ''));

/** Text as files have it: LF, NFC. */
const normalize = (text: string): string => text.normalize('NFC').replace(/\r\n?/gu, '\n');

/**
 * Writes an entry file: keys in the order of the collection's fields, then unknown ones (nothing is lost);
 * LF, NFC, a final newline, no folded lines; a body in which nothing is code.
 * `parseEntry(serializeEntry(values))` gives the values again.
 */
export function serializeEntry(collection: Collection, values: Values): string {
  const ordered = toOrder(dropEmpty(collection, values), toWidgets(collection.fields)) as Values;
  if (!isFolder(collection)) return normalize(toYaml(ordered));
  const { body, ...head } = ordered;
  const mdx = typeof body === 'string' ? toMdx(normalize(body)) : '';
  return `---\n${normalize(toYaml(head))}---\n${mdx === '' ? '' : `${mdx}\n`}`;
}

/** The same values, nested ones too, with their keys in the order of the form and then unknown ones. */
function toOrder(value: unknown, fields: readonly CmsField[]): unknown {
  if (fields.length === 0 || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => toOrder(item, fields));
  const values = value as Values;
  const nested = new Map(fields.map((field) => [field.name, 'fields' in field ? (field.fields ?? []) : []]));
  const keys = new Set([...nested.keys(), ...Object.keys(values)]);
  return Object.fromEntries(
    [...keys]
      .filter((key) => Object.hasOwn(values, key) && values[key] !== undefined)
      .map((key) => [key, toOrder(values[key], nested.get(key) ?? [])]),
  );
}

function toYaml(values: Values): string {
  if (Object.keys(values).length === 0) return '';
  // Quotes what YAML 1.1 readers would take for something else than text, but for dates: they are dates.
  const document = new Document(values, { compat: 'yaml-1.1' });
  const { schema } = document;
  schema.compat = schema.compat?.filter(({ tag }) => tag !== 'tag:yaml.org,2002:timestamp') ?? null;
  visit(document, {
    Scalar(_, node) {
      // A block scalar would lose the spaces of a line that has nothing else.
      if (typeof node.value === 'string' && /^[ \t]+$/mu.test(node.value)) node.type = Scalar.QUOTE_DOUBLE;
    },
  });
  return document.toString({ lineWidth: 0 });
}

/** An empty form value ('', null or an empty list) of an optional field means that the key is absent. */
function dropEmpty(collection: Collection, values: Values): Values {
  const isEmpty = (value: unknown): boolean =>
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
  return Object.fromEntries(
    Object.entries(values).filter(([key, value]) => {
      const field = getField(collection.fields, key);
      return key === 'body' || field === undefined || !isOptional(field) || !isEmpty(value);
    }),
  );
}

function syntaxError(file: string, line: number, column: number, message: string): Finding {
  return {
    rule: 'front-matter-syntax',
    severity: 'error',
    location: { file, line, column },
    message,
    hint: 'Corrige el encabezado del archivo o pide ayuda a quien mantiene el sitio.',
  };
}

function toSpanish(code: string): string {
  if (code === 'DUPLICATE_KEY') return 'Una clave del encabezado está dos veces.';
  if (code === 'MISSING_CHAR') return 'Falta un signo en el encabezado: revisa comillas y dos puntos.';
  if (code === 'BLOCK_AS_IMPLICIT_KEY') return 'Un valor con dos puntos va entre comillas.';
  if (code === 'TAB_AS_INDENT') return 'El encabezado usa tabuladores: usa espacios.';
  return `El encabezado no se puede leer (YAML: ${code}).`;
}
