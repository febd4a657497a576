import type { CheckFinding } from './check-entry.ts';

/** A finding as reporters show it. */
export interface ReportFinding extends CheckFinding {
  /** The line where it is, as the file has it; '' where there is none. */
  readonly text: string;
}

/** What a check found, in the order of files and lines. */
export interface Report {
  /** Entries that were asked for. */
  readonly entries: number;
  /** Of these, those that the cache still knew. */
  readonly reused: number;
  readonly findings: readonly ReportFinding[];
  /** Files that `--fix` wrote, with the number of repairs in each. */
  readonly fixed: readonly { readonly file: string; readonly repairs: number }[];
}

export type Severity = ReportFinding['severity'];

/** How many findings of each severity there are. */
export function countFindings({ findings }: Pick<Report, 'findings'>): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** What the command ends with: 1 where readers would be harmed, else 0. */
export const toExitCode = (report: Report): 0 | 1 => (countFindings(report).error > 0 ? 1 : 0);
