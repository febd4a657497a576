import { isOpen, type Report, type Status } from './report.ts';

const words: Readonly<Record<Status, string>> = {
  new: 'new',
  updated: 'updated',
  unchanged: 'unchanged',
  edited: 'kept, because a person has edited them',
  deleted: 'not written again, because a person has deleted them',
  foreign: 'not written, because an entry of that name was there',
  incomplete: 'not written, because a required field is missing or wrong',
  skipped: 'not taken, because no collection takes them',
};

/** What an import did and what comes next, as lines for a terminal. */
export function toSummary(report: Report, { into, report: name }: { into: string; report: string }): string {
  const { entries, dryRun } = report;
  const lines = (Object.keys(words) as Status[]).flatMap((status) => {
    const count = entries.filter((entry) => entry.status === status).length;
    return count === 0 ? [] : [`  ${String(count).padStart(5)} ${words[status]}`];
  });
  const findings = entries.filter(({ status }) => status !== 'skipped').flatMap((entry) => entry.findings);
  const count = (severity: string): string =>
    String(findings.filter((finding) => finding.severity === severity).length);
  const repairs = entries.reduce((sum, entry) => sum + entry.repairs.length, 0);
  return [
    `${String(entries.length)} documents${dryRun ? ' (dry run: nothing was written)' : ''}:`,
    ...lines,
    `${String(repairs)} repairs; left for a person: ${count('error')} errors, ${count('warning')} warnings, ${count('info')} notes.`,
    `Report: ${name}.html and ${name}.json`,
    ...(dryRun
      ? []
      : [
          `Next: read the report; git -C ${into} status; npm run check; then commit src/content and src/assets.`,
        ]),
    ...(isOpen(report) ? ['Something is left for a person, so the exit code is 1.'] : []),
  ].join('\n');
}
