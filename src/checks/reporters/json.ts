import { countFindings, type Report } from '../report.ts';

/**
 * For programs; keys are added, never changed, as long as `version` is 1:
 * `{ version, entries, reused, totals: { error, warning, info }, fixed: [{ file, repairs }],
 * findings: [{ rule, severity, file, line, column, field?, message, hint, repairable }] }`.
 * Lines and columns (UTF-16 units) count from 1; messages and hints are Spanish.
 */
export function toJson(report: Report): string {
  const { entries, reused, fixed } = report;
  const findings = report.findings.map(({ rule, severity, location, field, message, hint, repairable }) => {
    const { file, line, column } = location;
    return { rule, severity, file, line, column, field, message, hint, repairable };
  });
  const totals = countFindings(report);
  return `${JSON.stringify({ version: 1, entries, reused, totals, fixed, findings }, null, 2)}\n`;
}
