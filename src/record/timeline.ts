/** A version of a post, as far as time is concerned. Moments are milliseconds. */
export interface TimedVersion<V> {
  /** When main had it. */
  readonly time: number;
  /** What it was; undefined: the post was gone. */
  readonly value: V | undefined;
  /** The date of the post: nobody sees it before. */
  readonly date: number;
}

/** A version that readers saw. */
export interface Seen<V> {
  readonly value: V;
  /** When it was there to be read, and until when; undefined: it still is. */
  readonly from: number;
  readonly until: number | undefined;
  /** Index of the version, and of the first that led to it since the one that readers saw before. */
  readonly index: number;
  readonly first: number;
}

/**
 * What readers saw, in order. A version that was replaced, or taken down, before its date was seen by nobody.
 * @param versions oldest first
 */
export function toSeen<V>(versions: readonly TimedVersion<V>[], now: number): Seen<V>[] {
  const seen: Seen<V>[] = [];
  let first = 0;
  for (const [index, { time, value, date }] of versions.entries()) {
    const from = Math.max(time, date);
    const end = versions[index + 1]?.time;
    if (value === undefined || from > now || (end !== undefined && from >= end)) continue;
    seen.push({ value, from, until: end, index, first });
    first = index + 1;
  }
  return seen;
}
