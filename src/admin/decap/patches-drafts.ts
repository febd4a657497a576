import type { Patch } from './patches.ts';

/** Drafts on this device and signing in again: src/admin/drafts takes the place of Decap's own backups. */
export const draftPatches: readonly Patch[] = [];
