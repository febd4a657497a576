/** Where a bar is missed, and how. */
export interface Failure {
  /** Path of a page or a file of the site. */
  readonly where: string;
  readonly message: string;
}

/** How the site stands against one bar. */
export interface Outcome {
  readonly bar: string;
  /** What is asked, as people read it: `≤ 6,000 B`. */
  readonly budget: string;
  /** The value that comes closest to the bar, or is furthest beyond it; a dash when there is nothing to measure. */
  readonly worst: string;
  readonly where?: string | undefined;
  readonly failures: readonly Failure[];
}

/** One value of one page or file. */
export interface Measurement {
  readonly where: string;
  readonly value: number;
}

export type Unit = 'B' | 'ms' | 'px' | 'elements' | 'points' | '';

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 3 });

const format = (value: number, unit: Unit): string =>
  `${number.format(value)}${unit === '' ? '' : ` ${unit}`}`;

/** Holds values against a limit that none may exceed. */
export const judgeMost = (
  bar: string,
  limit: number,
  unit: Unit,
  measurements: readonly Measurement[],
): Outcome => judge(bar, `≤ ${format(limit, unit)}`, unit, measurements, ({ value }) => value - limit);

/** Holds values against a limit that all must reach. */
export const judgeLeast = (
  bar: string,
  limit: number,
  unit: Unit,
  measurements: readonly Measurement[],
): Outcome => judge(bar, `≥ ${format(limit, unit)}`, unit, measurements, ({ value }) => limit - value);

/** @param excess of a value: above 0 it misses the bar */
function judge(
  bar: string,
  budget: string,
  unit: Unit,
  measurements: readonly Measurement[],
  excess: (measurement: Measurement) => number,
): Outcome {
  const [worst] = [...measurements].sort((one, other) => excess(other) - excess(one));
  return {
    bar,
    budget,
    worst: worst === undefined ? '–' : format(worst.value, unit),
    where: worst?.where,
    failures: measurements
      .filter((measurement) => excess(measurement) > 0)
      .map(({ where, value }) => ({ where, message: format(value, unit) })),
  };
}

/** A bar that allows no failure at all. @param checked how many pages or files were looked at */
export const judgeNone = (bar: string, checked: number, failures: readonly Failure[]): Outcome => ({
  bar,
  budget: '0',
  worst: checked === 0 ? '–' : String(failures.length),
  where: failures[0]?.where,
  failures,
});

export const isMet = ({ failures }: Outcome): boolean => failures.length === 0;
