import { z } from 'zod';
import type { Part } from './step.ts';

/** Publishing merges; notes of the newsroom are issues. */
const wanted = { allow_merge_commit: true, allow_rebase_merge: false, has_issues: true } as const;

const repositorySchema = z.object({
  default_branch: z.string(),
  permissions: z.object({ admin: z.boolean() }).optional(),
  allow_merge_commit: z.boolean().optional(),
  allow_rebase_merge: z.boolean().optional(),
  has_issues: z.boolean().optional(),
});

/** The repository is not one that can be set up, or not by this token. */
export class UnfitError extends Error {
  override readonly name = 'UnfitError';
}

export const repository: Part = {
  title: 'Repository',
  needs: 'Administration: read and write',
  async plan(github) {
    const present = await github.request('GET', '', repositorySchema);
    if (present.permissions?.admin === false) {
      throw new UnfitError(`The token's user is no administrator of ${github.repository}.`);
    }
    if (present.default_branch !== 'main') {
      throw new UnfitError(
        `The default branch of ${github.repository} is ${present.default_branch}. Rename it to main.`,
      );
    }
    const keys = Object.keys(wanted) as (keyof typeof wanted)[];
    const wrong = keys.filter((key) => present[key] !== wanted[key]);
    if (wrong.length === 0) return [];
    const apply = async (): Promise<void> => {
      await github.request('PATCH', '', z.unknown(), wanted);
    };
    return [{ title: `Set ${wrong.map((key) => `${key}: ${String(wanted[key])}`).join(', ')}`, apply }];
  },
};
