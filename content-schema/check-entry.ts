import { closest } from 'fastest-levenshtein';
import type { z } from 'zod';
import type { Collection } from './collection.ts';
import { components, componentSchemas } from './components.ts';
import { type ParsedEntry, parseEntry } from './entry-file.ts';
import type { Fields } from './field.ts';
import { EntryError, type Finding } from './finding.ts';
import { findTags } from './mdx-body.ts';

/** The checked values of an entry of a collection. */
export type Entry<C extends Collection> = z.output<C['schema']>;

export type CheckResult<C extends Collection> =
  | { readonly success: true; readonly entry: Entry<C> }
  | { readonly success: false; readonly findings: Finding[] };

/** Checks the values of an entry, its components included: every finding names the field, the line and the remedy. */
export function checkEntry<C extends Collection>(
  collection: C,
  { values, locate }: ParsedEntry,
  file: string,
): CheckResult<C> {
  const result = collection.schema.safeParse(values);
  const findings = result.success
    ? []
    : result.error.issues.flatMap((issue) => toFindings(collection.fields, issue, file, locate));
  if (typeof values['body'] === 'string') {
    const { line } = locate(['body']);
    findings.push(...checkComponents(values['body'], file, line));
  }
  if (result.success && findings.length === 0) return { success: true, entry: result.data as Entry<C> };
  return { success: false, findings };
}

/**
 * Reads and checks an entry file.
 * @throws EntryError with every finding, in the order of the file.
 */
export function loadEntry<C extends Collection>(collection: C, source: string, file: string): Entry<C> {
  const result = checkEntry(collection, parseEntry(collection, source, file), file);
  if (!result.success) throw new EntryError(result.findings);
  return result.entry;
}

type Locate = ParsedEntry['locate'];

function toFindings(fields: Fields, issue: z.core.$ZodIssue, file: string, locate: Locate): Finding[] {
  const base = { rule: 'schema', severity: 'error' } as const;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const path = [...issue.path, key];
      const keys = knownKeys(fields, issue.path);
      return {
        ...base,
        location: { file, ...locate(path) },
        field: path.join('.'),
        message: `La clave «${key}» no existe.`,
        hint: keys.length === 0 ? 'Bórrala.' : `¿Querías escribir «${closest(key, keys)}»? Si no, bórrala.`,
      };
    });
  }
  const field = issue.path.join('.');
  const label = toLabel(fields, issue.path);
  return [
    {
      ...base,
      location: { file, ...locate(issue.path) },
      field,
      message: `${label} («${field}»): ${issue.message}`,
      hint: `Corrige el campo «${label}».`,
    },
  ];
}

/** The keys that may stand beside an unknown one. */
function knownKeys(fields: Fields, path: readonly PropertyKey[]): string[] {
  const [first] = path;
  if (first === undefined) return Object.keys(fields).filter((key) => key !== 'body');
  const widget = fields[String(first)]?.widget;
  return widget !== undefined && 'fields' in widget ? (widget.fields ?? []).map(({ name }) => name) : [];
}

const toLabel = (fields: Fields, path: readonly PropertyKey[]): string =>
  fields[String(path[0])]?.widget.label ?? String(path[0] ?? 'El archivo');

function checkComponents(body: string, file: string, bodyLine: number): Finding[] {
  return findTags(body).flatMap((tag) => {
    if (tag.kind === 'close') return [];
    const result = componentSchemas[tag.name].safeParse(tag.attributes);
    if (result.success) return [];
    const { fields, label } = components[tag.name];
    return result.error.issues
      .flatMap((issue) =>
        toFindings(fields, issue, file, () => ({ line: bodyLine + tag.line - 1, column: 1 })),
      )
      .map((finding) => ({
        ...finding,
        rule: 'component',
        field: 'body',
        message: `Bloque «${label}»: ${finding.message}`,
      }));
  });
}
