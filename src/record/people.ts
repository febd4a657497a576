import type { CommitAuthor, MainStep } from '../git/index.ts';
import { parseMergeMessage } from '../review/index.ts';

export interface People {
  readonly authors: readonly string[];
  readonly approvers: readonly string[];
  readonly publisher?: string | undefined;
  readonly reason?: string | undefined;
}

/** Programs that commit: nobody who writes. */
const isProgram = (name: string): boolean => /\[bot\]$|^(?:GitHub|Gaceta|web-flow)$/u.test(name);

/** An e-mail address for a name says no more than its first part. */
const toName = (name: string): string => name.replace(/@.*$/u, '').trim();

const toNames = (names: readonly string[]): string[] => [
  ...new Set(names.map(toName).filter((name) => name !== '' && !isProgram(name))),
];

/** May the trailers of this commit be left to speak for it? */
export const namesAuthor = ({ message }: MainStep): boolean => parseMergeMessage(message).authors.length > 0;

/**
 * Who stands behind a step of main: what its trailers say, or else what git knows. The authors of a merge are those of the
 * commits that it brought. Who merged a text is told only where nobody is said to have approved it, and did not write it.
 * @param brought what `readAuthors` tells of those commits
 */
export function toPeople(step: MainStep, brought: readonly CommitAuthor[]): People {
  const story = parseMergeMessage(step.message);
  const isMerge = step.parents.length > 1;
  const writers = isMerge ? brought.filter(({ parents }) => parents.length < 2) : [step];
  const own = writers.flatMap(({ author, message }) => [author, ...parseMergeMessage(message).coAuthors]);
  const authors = toNames(story.authors.length > 0 ? [...story.authors, ...story.coAuthors] : own);
  const [publisher] = isMerge && story.approvers.length === 0 ? toNames([step.author]) : [];
  return {
    authors,
    approvers: toNames(story.approvers),
    ...(publisher !== undefined && !authors.includes(publisher) && { publisher }),
    ...(story.reason !== undefined && { reason: story.reason }),
  };
}

/**
 * The commits that each merge of main brought, by the sha of the merge: those of its other parents that main did not have.
 * @param steps newest first
 */
export function toBrought(
  steps: readonly MainStep[],
  commits: readonly CommitAuthor[],
): ReadonlyMap<string, readonly CommitAuthor[]> {
  const left = new Map(commits.map((commit) => [commit.sha, commit]));
  for (const { sha } of steps) left.delete(sha);
  const brought = new Map<string, CommitAuthor[]>();
  for (const { sha, parents } of steps.toReversed()) {
    const found: CommitAuthor[] = [];
    const waiting = parents.slice(1);
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const commit = left.get(next);
      if (commit === undefined) continue;
      left.delete(next);
      found.push(commit);
      waiting.push(...commit.parents);
    }
    brought.set(sha, found.reverse());
  }
  return brought;
}
