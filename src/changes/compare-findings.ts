import type { Finding } from '../../content-schema/index.ts';

/** A finding with the line that it is about. */
export interface PlacedFinding extends Finding {
  readonly text: string;
}

export interface ComparedFindings {
  readonly new: PlacedFinding[];
  readonly fixed: PlacedFinding[];
  readonly remaining: PlacedFinding[];
}

/**
 * What the copy desk says now and did not before, said before and does no more, and still says. Lines move: findings
 * of a file are the same when rule and sentence are; where there are several such, those with the same text first,
 * then those in the same field, then the rest in their order. No finding counts twice.
 * @param toNewPath where a file of before is now
 */
export function compareFindings(
  before: readonly PlacedFinding[],
  after: readonly PlacedFinding[],
  toNewPath: (path: string) => string,
): ComparedFindings {
  const gone = new Set(before);
  const come = new Set(after);
  for (const toKey of keys) {
    const waiting = Map.groupBy(gone, (finding) => toKey(finding, toNewPath(finding.location.file)));
    for (const finding of come) {
      const match = waiting.get(toKey(finding, finding.location.file))?.shift();
      if (match === undefined) continue;
      gone.delete(match);
      come.delete(finding);
    }
  }
  return { new: [...come], fixed: [...gone], remaining: after.filter((finding) => !come.has(finding)) };
}

type ToKey = (finding: PlacedFinding, path: string) => string;

const keys: readonly ToKey[] = [
  ({ rule, message, text }, path) => JSON.stringify([path, rule, message, text]),
  ({ rule, message, field }, path) => JSON.stringify([path, rule, message, field]),
  ({ rule, message }, path) => JSON.stringify([path, rule, message]),
];
