import type { Part } from '../review/index.ts';

/** One commit of main, as far as the record tells of it. People are names or logins, never e-mail addresses. */
export interface Step {
  readonly sha: string;
  readonly parent: string | undefined;
  /** When readers could see what it changed, milliseconds, as far as the clock of the commit was right. */
  readonly time: number;
  readonly authors: readonly string[];
  readonly approvers: readonly string[];
  /** Who merged it, where nothing says who approved. */
  readonly publisher?: string | undefined;
  readonly reason?: string | undefined;
  /** How many posts it brought, and how many it changed. */
  readonly added: number;
  readonly changed: number;
}

/** A post after one step; without a blob it was gone. */
export interface TracedVersion {
  /** Index of the step. */
  readonly step: number;
  readonly path: string;
  readonly blob: string | undefined;
}

/** A place of a post that differs, in words: the earlier text is what is not `added`. */
export interface Passage {
  readonly label: string;
  readonly parts: readonly Part[];
}

/**
 * What became of a post. `correction`: a note says what was wrong. `minor`: spelling and the like. `general`: one step for
 * many posts at once. `absence`: it could not be read for a while.
 */
export type ChangeKind = 'correction' | 'change' | 'minor' | 'general' | 'absence';

/** What readers saw change in a post, on one day. Moments are ISO 8601 in UTC. */
export interface RecordedChange {
  readonly kind: ChangeKind;
  /** When the first step of it was there to be read, and the last. */
  readonly from: string;
  readonly until: string;
  /** How often the post was published with a change that day. */
  readonly times: number;
  /** What changed, in one line. */
  readonly summary: string;
  /** The notes that were added. */
  readonly corrections: readonly string[];
  readonly reasons: readonly string[];
  readonly authors: readonly string[];
  readonly approvers: readonly string[];
  readonly publishers: readonly string[];
  /** In reading order; empty where nothing differs in the end. */
  readonly passages: readonly Passage[];
}

/** What became of a post since it was published. */
export interface PostRecord {
  /** When the record begins, ISO 8601 in UTC: later than the post's date where it came from another site. */
  readonly since: string;
  /** Newest first; never empty. */
  readonly changes: readonly RecordedChange[];
}

/** What other pages know of a record. */
export interface RecordSummary {
  /** Changes with the record. */
  readonly digest: string;
  /** When the text last changed in a way that readers are told of; undefined: small things only. */
  readonly modified: string | undefined;
  /** How many pages its changes take. */
  readonly pages: number;
}
