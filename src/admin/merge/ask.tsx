import { createRoot } from 'react-dom/client';
import type { Conflict, Resolutions } from '../../review/index.ts';

/** Whose version stands against the editor's: the published one, or a colleague's draft. */
export interface OtherVersion {
  readonly kind: 'published' | 'draft';
  /** Who wrote it, when that is known. */
  readonly author?: string;
}

/** The question that is open, or was the last one: another waits until it is answered. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Shows what cannot be merged side by side and waits for the editor's decisions.
 * @returns resolutions by id of conflict; undefined when the editor wants to decide later
 */
export function askAboutConflicts(
  conflicts: readonly Conflict[],
  other: OtherVersion,
): Promise<Resolutions | undefined> {
  if (conflicts.length === 0) return Promise.resolve(new Map());
  const answer = last.then(() => ask(conflicts, other));
  last = answer.catch(() => undefined);
  return answer;
}

async function ask(conflicts: readonly Conflict[], other: OtherVersion): Promise<Resolutions | undefined> {
  // Rarely needed.
  const { ConflictDialog } = await import('./ConflictDialog.tsx');
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  const answer = await new Promise<Resolutions | undefined>((resolve) => {
    root.render(<ConflictDialog conflicts={conflicts} other={other} onClose={resolve} />);
  });
  root.unmount();
  place.remove();
  return answer;
}
