import {
  checkEntry,
  type Collection,
  EntryError,
  type Finding,
  parseEntry,
  type ParsedEntry,
  type Values,
} from '../../content-schema/index.ts';
import { applyEdits, selectCompatible } from './edit.ts';
import { toColumn } from './column.ts';
import { findForm } from './file-form.ts';
import { toManuscript } from './manuscript.ts';
import type { Edit, Problem, Rule, SiteKnowledge, ValuePath } from './rule.ts';
import { rules as allRules } from './rules/index.ts';
import { findCode } from './safety.ts';

/** A finding of the copy desk. */
export interface DeskFinding extends Finding {
  /** The repair, where it is certain; `repairValues` makes it. */
  readonly edits?: readonly Edit[];
}

/** What was repaired in an entry. */
export interface Repair {
  readonly rule: string;
  readonly path: ValuePath;
  readonly message: string;
  /** The text that was there and the one that is there now; the whole value where a list got an item. */
  readonly before: string;
  readonly after: string;
  readonly words?: Problem['words'];
}

interface RuleProblem extends Problem {
  readonly rule: Rule;
}

const findProblems = (
  collection: Collection,
  values: Values,
  file: string,
  site: SiteKnowledge,
  rules: readonly Rule[],
): RuleProblem[] => {
  const manuscript = toManuscript(collection, values, file);
  return rules.flatMap((rule) => [...rule.find(manuscript, site)].map((problem) => ({ ...problem, rule })));
};

/**
 * Everything that is wrong with an entry file, in the order of the file: its form, the schema, code where only
 * data may be, and the rules of the copy desk. An entry whose form cannot be read has just that finding.
 */
export function checkSource(
  collection: Collection,
  source: string,
  file: string,
  site: SiteKnowledge,
): DeskFinding[] {
  let parsed: ParsedEntry;
  try {
    parsed = parseEntry(collection, source, file);
  } catch (error) {
    if (error instanceof EntryError) return [...error.findings];
    throw error;
  }
  return checkParsed(collection, source, file, site, parsed);
}

/** The same of an entry file that has been parsed already. */
export function checkParsed(
  collection: Collection,
  source: string,
  file: string,
  site: SiteKnowledge,
  parsed: ParsedEntry,
): DeskFinding[] {
  const checked = checkEntry(collection, parsed, file);
  const problems = findProblems(collection, parsed.values, file, site, allRules);
  const lines = source.normalize('NFC').split(/\r\n?|\n/u);
  return [
    ...findForm(source, file),
    ...(checked.success ? [] : checked.findings),
    ...findCode(collection, source, file),
    ...problems.map((problem) => toFinding(problem, parsed, file, lines)),
  ].sort((a, b) => a.location.line - b.location.line || a.location.column - b.location.column);
}

function toFinding(
  problem: RuleProblem,
  parsed: ParsedEntry,
  file: string,
  lines: readonly string[],
): DeskFinding {
  const { rule, severity, path, message, hint, edits, start = 0 } = problem;
  const place = parsed.locate(path);
  let location = { file, ...place };
  if (path[0] === 'body') {
    const body = String(parsed.values['body'] ?? '');
    const before = body.slice(0, start).split('\n');
    const line = place.line + before.length - 1;
    const written = body.split('\n')[before.length - 1] ?? '';
    location = { file, line, column: toColumn(written, lines[line - 1] ?? '', before.at(-1)?.length ?? 0) };
  }
  return {
    rule: rule.id,
    severity,
    location,
    field: path.join('.'),
    message,
    hint,
    ...(edits === undefined ? {} : { edits }),
  };
}

/** More than any entry needs: each pass makes what the one before could not, because ranges overlapped. */
const maxPasses = 100;

/**
 * Makes every certain repair, until none is left. What it gives has no finding with `edits` any more, and
 * repairing that again changes nothing.
 * @param rules for tests: a part of the rules, or the same in another order
 */
export function repairValues(
  collection: Collection,
  values: Values,
  file: string,
  site: SiteKnowledge,
  rules: readonly Rule[] = allRules,
): { readonly values: Values; readonly repairs: readonly Repair[] } {
  let current = values;
  const repairs: Repair[] = [];
  for (let pass = 0; pass < maxPasses; pass++) {
    const selected = selectCompatible(findProblems(collection, current, file, site, rules));
    if (selected.length === 0) break;
    for (const problem of selected) repairs.push(...toRepairs(problem, current));
    current = applyEdits(
      current,
      selected.flatMap(({ edits = [] }) => edits),
    );
  }
  return { values: current, repairs };
}

function toRepairs({ rule, edits = [], message, words }: RuleProblem, values: Values): Repair[] {
  const [edit] = edits;
  if (edit === undefined) return [];
  const texts = edits.filter((candidate) => 'start' in candidate);
  const added = edits.flatMap((candidate) => ('add' in candidate ? [candidate.add] : []));
  const before = texts.map(({ path, start, end }) => getText(values, path).slice(start, end)).join(' … ');
  const after = [...texts.map(({ text }) => text), ...added].join(' … ');
  return [
    { rule: rule.id, path: edit.path, message, before, after, ...(words === undefined ? {} : { words }) },
  ];
}

function getText(values: Values, path: ValuePath): string {
  let value: unknown = values;
  for (const key of path) value = (value as Record<string | number, unknown>)[key];
  return typeof value === 'string' ? value : '';
}

/** What repairs did, one Spanish sentence per rule: «Se limpiaron 3 enlaces con rastreo.» */
export function summarize(repairs: readonly Repair[]): string[] {
  return allRules.flatMap((rule) => {
    const count = repairs.filter((repair) => repair.rule === rule.id).length;
    return count > 0 && rule.done !== undefined ? [rule.done(count)] : [];
  });
}
