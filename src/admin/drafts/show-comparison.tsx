import type { DeviceDraft } from './device-draft.ts';

/** Shows what a kept text changes in the form. */
export function showComparison(draft: DeviceDraft): void {
  void draft;
}
