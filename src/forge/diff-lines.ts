export type DiffSide = 'LEFT' | 'RIGHT';

/** A line as a patch shows it. */
export interface DiffLine {
  /** Lines down from the first hunk's heading, as GitHub counts them. */
  readonly position: number;
  /** Its number in the file before, and in the file after. */
  readonly left: number | undefined;
  readonly right: number | undefined;
  /** Its hunk, from the heading to this line. */
  readonly hunk: string;
}

/** The lines of a patch's hunks: what changed, and what stands around it. Only these can be commented. */
function readPatch(patch: string): DiffLine[] {
  const lines: DiffLine[] = [];
  let [left, right] = [0, 0];
  let hunk = '';
  patch.split('\n').forEach((text, position) => {
    const heading = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/u.exec(text);
    if (heading) {
      [left, right] = [Number(heading[1]), Number(heading[2])];
      hunk = text;
      return;
    }
    hunk += `\n${text}`;
    const sign = text.charAt(0);
    // «\ No newline at end of file» is none.
    if (sign === '\\') return;
    lines.push({
      position,
      left: sign === '+' ? undefined : left++,
      right: sign === '-' ? undefined : right++,
      hunk,
    });
  });
  return lines;
}

/** Where a patch shows a line of one side. */
export const findLine = (patch: string | undefined, side: DiffSide, line: number): DiffLine | undefined =>
  readPatch(patch ?? '').find((one) => (side === 'LEFT' ? one.left : one.right) === line);

/** The number that a line has after a change of its file; undefined: the line itself was changed or taken away. */
export function followLine(patch: string, line: number): number | undefined {
  let shift = 0;
  for (const { left, right } of readPatch(patch)) {
    if (left === line) return right;
    if (left !== undefined && left > line) break;
    if (left === undefined) shift += 1;
    if (right === undefined) shift -= 1;
  }
  return line + shift;
}
