import type { FileChange, Repository } from '../git/index.ts';

/** What `head` has that `base` does not. */
export interface Comparison {
  mergeBase: string;
  /** Commits of head that base lacks, oldest first. */
  ahead: string[];
  behind: number;
  /** Changes from the merge base to head, with hunks. */
  files: readonly FileChange[];
}

/** Three-dot comparison; undefined when the two share no history. */
export async function compare(
  repository: Repository,
  base: string,
  head: string,
): Promise<Comparison | undefined> {
  const mergeBase = base === head ? base : await repository.mergeBase(base, head);
  if (mergeBase === undefined) return undefined;
  const [ahead, behind, files] = await Promise.all([
    mergeBase === head ? [] : repository.commitsBetween(base, head),
    mergeBase === base ? [] : repository.commitsBetween(head, base),
    mergeBase === head ? [] : repository.diff(mergeBase, head),
  ]);
  return { mergeBase, ahead, behind: behind.length, files };
}
