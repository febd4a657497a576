import type { Finding } from '../../../content-schema/index.ts';
import type { Repair } from '../../copy-desk/index.ts';
import type { Leftover } from '../leftovers.ts';
import type { ImportedUpload } from '../uploads.ts';

/** What became of a document. */
export type Status =
  | 'new'
  | 'updated'
  | 'unchanged'
  /** A person has changed the entry since: it stays. */
  | 'edited'
  /** A person has deleted the entry since: it stays away. */
  | 'deleted'
  /** An entry of that name was there before. */
  | 'foreign'
  /** The schema refuses it until a person has decided. */
  | 'incomplete'
  /** It is nothing for this site. */
  | 'skipped';

/** What became of a file. */
export type UploadReport = Omit<ImportedUpload, 'write'>;

/** A text of the entry, in the document and now. */
export interface TextChange {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** Everything about one document. */
export interface EntryReport {
  /** Its key: folder and file name. */
  readonly source: string;
  readonly title: string;
  readonly status: Status;
  /** Repository path, where it has a collection. */
  readonly file?: string;
  readonly collection?: string;
  /** Why it was skipped, in Spanish. */
  readonly reason?: string;
  readonly repairs: readonly Repair[];
  readonly changes: readonly TextChange[];
  readonly leftovers: readonly Leftover[];
  readonly aliases: readonly string[];
  readonly uploads: readonly UploadReport[];
  /** What was wrong with the document, and what is with the entry. */
  readonly defects: readonly Finding[];
  readonly findings: readonly Finding[];
}

/** How often a rule found something. */
export interface RuleCount {
  readonly rule: string;
  /** One of its messages, in Spanish. */
  readonly example: string;
  readonly before: number;
  readonly repaired: number;
  readonly after: number;
}

/** What an import did, or would do. */
export interface Report {
  readonly dryRun: boolean;
  readonly entries: readonly EntryReport[];
}

/** The statuses of documents that are, or may become, entries. */
export const isTaken = ({ status }: EntryReport): boolean => status !== 'skipped';

/** Is the text of the document on the site now, or was it before? */
export const isWritten = ({ status }: EntryReport): boolean =>
  ['new', 'updated', 'unchanged', 'edited'].includes(status);

/** Defects by rule before and after, the most frequent first. Documents that were skipped do not count. */
export function countByRule(report: Report): RuleCount[] {
  const counts = new Map<string, { example: string; before: number; repaired: number; after: number }>();
  const count = (rule: string, example: string, key: 'before' | 'repaired' | 'after'): void => {
    const found = counts.get(rule) ?? { example, before: 0, repaired: 0, after: 0 };
    found[key]++;
    counts.set(rule, found);
  };
  for (const entry of report.entries.filter(isTaken)) {
    for (const { rule, message } of entry.defects) count(rule, message, 'before');
    for (const { rule, message } of entry.repairs) count(rule, message, 'repaired');
    for (const { rule, message } of entry.findings) count(rule, message, 'after');
  }
  return [...counts]
    .map(([rule, found]) => ({ rule, ...found }))
    .sort((a, b) => b.before - a.before || b.repaired - a.repaired || (a.rule < b.rule ? -1 : 1));
}

/** Uploads of a report, each old file once. */
export function listUploads(report: Report): UploadReport[] {
  const byPath = new Map(
    report.entries.flatMap(({ uploads }) => uploads).map((upload) => [upload.path, upload]),
  );
  return [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Is there something that a person must see to before all is on the site as it should be? */
export const isOpen = (report: Report): boolean =>
  report.entries.some(
    (entry) => !isWritten(entry) || entry.findings.some(({ severity }) => severity === 'error'),
  );

/** The report as JSON, for programs: everything but the whole texts. The same import is the same text. */
export function toJson(report: Report): string {
  const entries = report.entries.map(({ changes, ...entry }) => ({
    ...entry,
    changed: changes.map(({ field }) => field),
  }));
  const total: Partial<Record<Status, number>> = {};
  for (const { status } of entries) total[status] = (total[status] ?? 0) + 1;
  const data = {
    dryRun: report.dryRun,
    totals: total,
    rules: countByRule(report),
    uploads: listUploads(report),
    entries,
  };
  return `${JSON.stringify(data, undefined, 2)}\n`;
}
