import { type Desk, toBranch } from './desk.ts';
import { z } from 'zod';
import { toEntryId } from '../../../content-schema/index.ts';
import { getCollection } from './merge-texts.ts';
import type { Pull } from './pulls.ts';
import type { Commit } from './repository.ts';

/** A version of a file that was published. */
export interface Version {
  readonly sha: string;
  /** When, as GitHub writes times. */
  readonly date: string;
  readonly author: string;
  readonly message: string;
}

const commitsSchema = z.array(z.object({ sha: z.string() }));

/** Pull requests of an entry whose commits are looked up; older ones show each commit. */
const maxPulls = 20;

/**
 * The versions of a file that were on main, newest first. The commits within a draft never were: for them stands
 * the merge that published it.
 */
export async function listVersions(desk: Desk, path: string): Promise<Version[]> {
  const { repository } = desk;
  const [commits, merged] = await Promise.all([
    repository.listCommits(repository.main, path),
    listMerged(desk, path),
  ]);
  const known = new Map(commits.map((commit) => [commit.sha, commit]));
  const drafts = await Promise.all(merged.map((pull) => listShas(desk, pull)));
  const inDrafts = new Set(drafts.flat());
  const published = merged.flatMap((pull, index) => toVersion(pull, drafts[index] ?? [], known));
  const others = commits
    .filter(({ sha }) => !inDrafts.has(sha) && !published.some((version) => version.sha === sha))
    .map(({ sha, commit }) => ({
      sha,
      date: commit.author?.date ?? '',
      author: commit.author?.name ?? '',
      message: commit.message.split('\n', 1)[0] ?? '',
    }));
  return [...published, ...others].toSorted((a, b) => Date.parse(b.date) - Date.parse(a.date));
}

async function listMerged({ pulls }: Desk, path: string): Promise<Pull[]> {
  const collection = getCollection(path);
  const slug = collection === undefined ? undefined : toEntryId(collection, path);
  if (collection === undefined || slug === undefined) return [];
  const closed = await pulls.list('closed', toBranch(collection.name, slug));
  return closed.filter(({ merged_at }) => typeof merged_at === 'string').slice(0, maxPulls);
}

async function listShas({ repository }: Desk, { number }: Pull): Promise<string[]> {
  const commits = await repository.getAll(`/pulls/${String(number)}/commits`, { params: { per_page: 100 } });
  return commitsSchema.parse(commits).map(({ sha }) => sha);
}

/** @param shas of the draft, oldest first @param known commits that changed the file */
function toVersion(pull: Pull, shas: readonly string[], known: ReadonlyMap<string, Commit>): Version[] {
  const { merge_commit_sha: sha, merged_at: date } = pull;
  if (typeof sha !== 'string' || typeof date !== 'string') return [];
  const last = shas.findLast((candidate) => known.has(candidate)) ?? sha;
  const author = known.get(last)?.commit.author?.name ?? pull.user?.login ?? '';
  return [{ sha, date, author, message: pull.title }];
}
