/** Where something stands: a repository path, and a line and column that count from 1. */
interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What is wrong with an entry, where, and what to do. Message and hint are Spanish: editors read them. */
export interface Finding {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly location: Location;
  /** The key of the form field, such as `title` or `corrections.0.date`; absent when it is the whole file. */
  readonly field?: string;
  readonly message: string;
  readonly hint: string;
}

/** An entry that cannot be used as it is. `findings` has at least one error. */
export class EntryError extends Error {
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    super(findings.map(toLine).join('\n'));
    this.name = 'EntryError';
    this.findings = findings;
  }
}

/** One finding as one line of text: `file:line:column: message hint`. */
export function toLine({ location, message, hint }: Finding): string {
  return `${location.file}:${String(location.line)}:${String(location.column)}: ${message} ${hint}`.trim();
}
