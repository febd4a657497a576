import type { Desk } from './context.ts';
import { compare } from './compare.ts';
import type { Comparison } from './compare.ts';
import { notFound } from './http.ts';
import type { PullRecord } from './records.ts';
import { mainRef } from './rules.ts';

/** A pull request as it is now: while it is open, its branches say where it stands. */
export async function currentPull(desk: Desk, pull: PullRecord): Promise<PullRecord> {
  if (pull.state === 'closed') return pull;
  const [head, main] = await Promise.all([
    desk.repository.resolve(`refs/heads/${pull.branch}`),
    desk.repository.resolve(mainRef),
  ]);
  // A branch deleted behind the forge's back closes its pull request all the same.
  if (head === undefined) return { ...pull, state: 'closed', closedAt: pull.updatedAt };
  return { ...pull, headSha: head, baseSha: main ?? pull.baseSha };
}

/** @throws HttpError 404 */
export async function findPull(desk: Desk, number: string): Promise<PullRecord> {
  const pull = (await desk.state.read()).pulls.get(Number(number));
  if (!pull) throw notFound();
  return currentPull(desk, pull);
}

/** What a pull request changes: against main as it is, or as it was when the pull request was closed. */
export const comparePull = (desk: Desk, { baseSha, headSha }: PullRecord): Promise<Comparison> =>
  compareCommits(desk, baseSha, headSha);

/** Cached by the two commits. @throws HttpError 404 when they share no history */
export async function compareCommits(desk: Desk, base: string, head: string): Promise<Comparison> {
  const key = `${base}...${head}`;
  const known = desk.comparisons.get(key);
  if (known) return known;
  const comparing = compare(desk.repository, base, head).then((comparison) => {
    if (!comparison) throw notFound();
    return comparison;
  });
  desk.comparisons.set(key, comparing);
  comparing.catch(() => {
    desk.comparisons.delete(key);
  });
  return comparing;
}

/** Whether the pull request merges without conflict; cached by the two commits. */
export async function isMergeable(desk: Desk, base: string, head: string): Promise<boolean> {
  const key = `${base}...${head}`;
  const known = desk.mergeable.get(key);
  if (known) return known;
  const trying = desk.repository.mergeTree(base, head).then(({ clean }) => clean);
  desk.mergeable.set(key, trying);
  trying.catch(() => {
    desk.mergeable.delete(key);
  });
  return trying;
}
