import { readAuthors, readMainSteps, type StepChange } from '../git/index.ts';
import { namesAuthor, toBrought, toPeople } from './people.ts';
import type { Step } from './types.ts';

/** What main went through as far as posts are concerned, oldest first. */
export interface History {
  readonly tip: string;
  readonly steps: readonly (Step & { readonly changes: readonly StepChange[] })[];
}

/**
 * Reads the history of main up to `tip`. Of what was read before, only what came later is read.
 * @param folder of the posts, with a final slash
 */
export async function readHistory(
  gitDir: string,
  tip: string,
  folder: string,
  known?: History,
): Promise<History> {
  if (known?.tip === tip) return known;
  const since = known?.tip;
  const found = await readMainSteps(gitDir, tip, { since, folder }).catch((error: unknown) => {
    // The commit may be gone: main was written anew.
    if (since === undefined) throw error;
    return [];
  });
  const goesOn = since === undefined || found.at(-1)?.parents[0] === since;
  if (!goesOn) return readHistory(gitDir, tip, folder);
  const asksGit = found.some((step) => step.parents.length > 1 && !namesAuthor(step));
  const brought = toBrought(found, asksGit ? await readAuthors(gitDir, tip, since) : []);
  const steps = [...(known?.steps ?? [])];
  for (const step of found.toReversed()) {
    const { sha, parents, time, changes } = step;
    steps.push({
      sha,
      parent: parents[0],
      time,
      ...toPeople(step, brought.get(sha) ?? []),
      added: changes.filter(({ before }) => before === undefined).length,
      changed: changes.filter(({ before, after }) => before !== undefined && after !== undefined).length,
      changes,
    });
  }
  return { tip, steps };
}
