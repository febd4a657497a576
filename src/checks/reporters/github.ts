import type { Report, ReportFinding, Severity } from '../report.ts';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/**
 * Workflow commands that GitHub Actions shows as annotations beside the lines.
 * https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
 */
export const toGitHub = ({ findings }: Report): string => findings.map(toCommand).join('');

function toCommand({ severity, location, rule, message, hint }: ReportFinding): string {
  const properties = {
    file: location.file,
    line: String(location.line),
    col: String(location.column),
    title: rule,
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(value)}`);
  return `::${commands[severity]} ${list.join(',')}::${escapeData(`${message} ${hint}`)}\n`;
}

const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
