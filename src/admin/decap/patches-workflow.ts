import type { Patch } from './patches.ts';

/** The board, the toolbar of the editor and the strip of the pull request: see src/admin/pull-request. */
export const workflowPatches: readonly Patch[] = [];
