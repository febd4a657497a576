import { isMet, type Outcome } from './outcome.ts';

const headings = ['Bar', 'Budget', 'Worst', 'Where', 'Verdict'] as const;

/** How many failures of a bar are listed one by one. */
const listed = 20;

/** One table of all bars, and below it every failure. */
export function toTable(outcomes: readonly Outcome[]): string {
  const rows = outcomes.map((outcome) => [
    outcome.bar,
    outcome.budget,
    outcome.worst,
    shorten(outcome.where ?? ''),
    isMet(outcome) ? 'met' : 'MISSED',
  ]);
  const table = [headings, ...rows];
  const widths = headings.map((_, column) => Math.max(...table.map((row) => (row[column] ?? '').length)));
  const lines = table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  const [head = '', ...rest] = lines;
  return `${[head, rule, ...rest, '', ...outcomes.filter((outcome) => !isMet(outcome)).flatMap(toDetails), toSummary(outcomes)].join('\n')}\n`;
}

/** As data, for a further tool. */
export const toJson = (outcomes: readonly Outcome[]): string =>
  `${JSON.stringify(
    outcomes.map((outcome) => ({ ...outcome, met: isMet(outcome) })),
    undefined,
    2,
  )}\n`;

function toDetails({ bar, budget, failures }: Outcome): string[] {
  const rest = failures.length - listed;
  return [
    `${bar} (${budget}):`,
    ...failures.slice(0, listed).map(({ where, message }) => `  ${where}  ${message}`),
    ...(rest > 0 ? [`  … and ${String(rest)} more.`] : []),
    '',
  ];
}

function toSummary(outcomes: readonly Outcome[]): string {
  const missed = outcomes.filter((outcome) => !isMet(outcome)).length;
  return missed === 0
    ? `All ${String(outcomes.length)} bars are met.`
    : `${String(missed)} of ${String(outcomes.length)} bars are missed.`;
}

const shorten = (path: string): string => (path.length > 44 ? `${path.slice(0, 43)}…` : path);
