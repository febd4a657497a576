import { Document, isNode, LineCounter, parseDocument } from 'yaml';
import { type Collection, isFolder } from './collection.ts';
import { isOptional } from './field.ts';
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
  const document = parseDocument(yaml.normalize('NFC'), { lineCounter, prettyErrors: false });
  const [problem] = document.errors;
  if (problem !== undefined) {
    const { line, col } = lineCounter.linePos(problem.pos[0]);
    throw new EntryError([syntaxError(file, line + firstLine, col, toSpanish(problem.code))]);
  }
  const data: unknown = document.toJS();
  if (data !== null && (typeof data !== 'object' || Array.isArray(data))) {
    throw new EntryError([
      syntaxError(file, 1 + firstLine, 1, 'El encabezado no es una lista de claves y valores.'),
    ]);
  }
  const values: Values = { ...data };
  const head = match?.[0] ?? '';
  const bodyLine = head.split('\n').length;
  if ('body' in collection.fields) values['body'] = toBody(source.slice(head.length));
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

const toBody = (source: string): string =>
  fromMdx(source.normalize('NFC').replace(/\r\n?/gu, '\n').replace(/\n$/u, ''));

/**
 * Writes an entry file: keys in the order of the collection's fields, then unknown ones (nothing is lost);
 * LF, NFC, a final newline, no folded lines; a body in which nothing is code.
 * `parseEntry(serializeEntry(values))` gives the values again.
 */
export function serializeEntry(collection: Collection, values: Values): string {
  const { body, ...rest } = dropEmpty(collection, values);
  const known = Object.keys(collection.fields).filter((key) => key !== 'body' && rest[key] !== undefined);
  const unknown = Object.keys(rest).filter((key) => !known.includes(key) && rest[key] !== undefined);
  const ordered = Object.fromEntries([...known, ...unknown].map((key) => [key, rest[key]]));
  const yaml = toYaml(ordered);
  const text = isFolder(collection)
    ? `---\n${yaml}---\n${toMdx(typeof body === 'string' ? body : '')}\n`
    : yaml;
  return text.normalize('NFC').replace(/\r\n?/gu, '\n');
}

function toYaml(values: Values): string {
  if (Object.keys(values).length === 0) return '';
  // Quotes what YAML 1.1 readers would take for something else than text, but for dates: they are dates.
  const document = new Document(values, { compat: 'yaml-1.1' });
  const { schema } = document;
  schema.compat = schema.compat?.filter(({ tag }) => tag !== 'tag:yaml.org,2002:timestamp') ?? null;
  return document.toString({ lineWidth: 0 });
}

/** An empty form value ('', null or an empty list) of an optional field means that the key is absent. */
export function dropEmpty(collection: Collection, values: Values): Values {
  const isEmpty = (value: unknown): boolean =>
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
  return Object.fromEntries(
    Object.entries(values).filter(([key, value]) => {
      const field = collection.fields[key];
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
  if (code === 'TAB_AS_INDENT') return 'El encabezado usa tabuladores: usa espacios.';
  return `El encabezado no se puede leer (YAML: ${code}).`;
}
