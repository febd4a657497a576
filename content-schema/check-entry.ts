import type { CmsField } from 'decap-cms-core';
import { closest } from 'fastest-levenshtein';
import type { z } from 'zod';
import type { Collection } from './collection.ts';
import { type Component, components, componentSchemas } from './components.ts';
import { type ParsedEntry, parseEntry } from './entry-file.ts';
import { type Fields, getField, toWidgets } from './field.ts';
import { EntryError, type Finding } from './finding.ts';
import { findTags, type PlacedTag } from './mdx-body.ts';

/** The checked values of an entry of a collection. */
export type Entry<C extends Collection> = z.output<C['schema']>;

export type CheckResult<C extends Collection> =
  | { readonly success: true; readonly entry: Entry<C> }
  | { readonly success: false; readonly findings: Finding[] };

/**
 * Checks the values of an entry, its components included. Every finding names the field, the line and the
 * remedy; they are in the order of the file.
 */
export function checkEntry<C extends Collection>(
  collection: C,
  { values, locate }: ParsedEntry,
  file: string,
): CheckResult<C> {
  const result = collection.schema.safeParse(values, { reportInput: true });
  const findings = result.success
    ? []
    : result.error.issues.flatMap((issue) => toFindings(collection.fields, issue, file, locate));
  if (typeof values['body'] === 'string') {
    const { line } = locate(['body']);
    findings.push(...checkComponents(values['body'], file, line));
  }
  if (result.success && findings.length === 0) return { success: true, entry: result.data as Entry<C> };
  return { success: false, findings: findings.sort(inFileOrder) };
}

const inFileOrder = (a: Finding, b: Finding): number =>
  a.location.line - b.location.line || a.location.column - b.location.column;

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
  const { label, hint } = describe(fields, issue.path);
  const isMissing = issue.input === undefined || issue.input === null || issue.input === '';
  return [
    {
      ...base,
      location: { file, ...locate(issue.path) },
      field,
      message: `${label} («${field}»): ${isMissing ? 'falta.' : issue.message}`,
      hint: `${isMissing ? 'Completa' : 'Corrige'} el campo «${label}». ${hint ?? ''}`.trim(),
    },
  ];
}

/** The keys that may stand beside an unknown one. */
function knownKeys(fields: Fields, path: readonly PropertyKey[]): string[] {
  const [first] = path;
  if (first === undefined) return Object.keys(fields).filter((key) => key !== 'body');
  const widget = getField(fields, String(first))?.widget;
  return widget !== undefined && 'fields' in widget ? (widget.fields ?? []).map(({ name }) => name) : [];
}

/** What the form calls the field at a path, such as «Correcciones 1, Fecha», and its hint. */
function describe(fields: Fields, path: readonly PropertyKey[]): { label: string; hint: string | undefined } {
  let label = '';
  let hint: string | undefined;
  let widgets: readonly CmsField[] = toWidgets(fields);
  for (const key of path) {
    if (typeof key === 'number') {
      label += ` ${String(key + 1)}`;
      continue;
    }
    const widget = widgets.find(({ name }) => name === key);
    const name = widget?.label ?? String(key);
    label = label === '' ? name : `${label}, ${name}`;
    hint = widget?.hint;
    widgets = widget !== undefined && 'fields' in widget ? (widget.fields ?? []) : [];
  }
  return { label, hint };
}

function checkComponents(body: string, file: string, bodyLine: number): Finding[] {
  const tags = findTags(body);
  return tags.flatMap((tag, index) => {
    if (tag.kind === 'close') return [];
    const { fields, label, children }: Component = components[tag.name];
    const attributes = componentSchemas[tag.name].safeParse(tag.attributes, { reportInput: true });
    const text = children?.schema.safeParse(getChildren(body, tags, index), { reportInput: true });
    const issues = [
      ...(attributes.error?.issues ?? []),
      ...(text?.error?.issues ?? []).map((issue) => ({ ...issue, path: ['children'] })),
    ];
    const location = { line: bodyLine + tag.line - 1, column: 1 };
    return issues
      .flatMap((issue) =>
        toFindings(children === undefined ? fields : { ...fields, children }, issue, file, () => location),
      )
      .map((finding) => ({
        ...finding,
        rule: 'component',
        field: 'body',
        message: `Bloque «${label}»: ${finding.message}`,
      }));
  });
}

/** The text between an opening tag and its partner, the next closing one; none in a self-closing tag. */
function getChildren(body: string, tags: readonly PlacedTag[], index: number): string {
  const tag = tags[index];
  const partner = tag?.kind === 'open' ? tags.slice(index).find(({ kind }) => kind === 'close') : undefined;
  return body.slice(tag?.end, partner?.start ?? tag?.end).trim();
}
