import { type GitHub, GitHubError } from '../client.ts';
import { codeOwners } from './code-owners.ts';
import { labels } from './labels.ts';
import { repository } from './repository.ts';
import { ruleset } from './ruleset.ts';
import type { Part, SetupOptions } from './step.ts';

/** The first sees whether the rest can be done; the rules come last, so that they stand in the way of nothing. */
const parts: readonly Part[] = [repository, labels, codeOwners, ruleset];

export interface RunOptions extends SetupOptions {
  /** Only says what would be done. */
  readonly dryRun: boolean;
  readonly print: (line: string) => void;
}

/**
 * Makes a repository on GitHub fit for the newsroom; what is right already stays as it is. A part that GitHub
 * refuses is told, with what the token lacks, and does not keep the others from being done.
 * @returns whether everything is in order
 * @throws UnfitError when nothing can be done
 */
export async function setUp(github: GitHub, options: RunOptions): Promise<boolean> {
  const { dryRun, print } = options;
  let isComplete = true;
  for (const part of parts) {
    try {
      const steps = await part.plan(github, options);
      if (steps.length === 0) print(`${part.title}: nothing to do.`);
      for (const step of steps) {
        if (!dryRun) await step.apply();
        print(
          `${part.title}: ${dryRun ? 'would ' : ''}${dryRun ? lower(step.title) : `${step.title}: done.`}`,
        );
      }
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error;
      isComplete = false;
      print(`${part.title}: FAILED. ${error.message}${toAdvice(part, error)}`);
    }
  }
  return isComplete;
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** GitHub answers 404, too, where a token may not look. */
function toAdvice({ needs }: Part, { status, missing }: GitHubError): string {
  if (status === 401) return ' The token is wrong or has expired: make a new one.';
  if (status !== 403 && status !== 404) return '';
  const said = missing === undefined ? '' : ` GitHub asks for: ${missing}.`;
  return ` The token needs «${needs}» (fine-grained) or the scope «repo» (classic).${said}`;
}
