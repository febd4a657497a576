import { readAll } from './read-all.ts';
import { AnswerError, type Reader } from './reader.ts';
import {
  type CheckRuns,
  checkRunsSchema,
  type Commits,
  commitsSchema,
  type Pull,
  pullSchema,
  repositorySchema,
  type Reviews,
  reviewsSchema,
  type Rules,
  rulesSchema,
  type Statuses,
  statusSchema,
  userSchema,
} from './github-answers.ts';

/** What GitHub says about a pull request, about the rules for its branch, and about who asks. */
export interface PullFacts {
  readonly pull: Pull;
  readonly reviews: Reviews;
  /** Oldest first. */
  readonly commits: Commits;
  readonly statuses: Statuses['statuses'];
  readonly checkRuns: CheckRuns['check_runs'];
  readonly rules: Rules;
  /** May who asks publish and approve? */
  readonly isReviewer: boolean;
  /** Names of people by login. */
  readonly names: ReadonlyMap<string, string>;
}

/** Where the content lives. */
export interface Place {
  readonly read: Reader;
  /** `/repos/owner/name` */
  readonly repo: string;
  /** The branch that is published. */
  readonly branch: string;
}

const pageSize = 100;

/** @throws as a Reader */
export async function loadFacts(place: Place, number: number): Promise<PullFacts> {
  const { read, repo, branch } = place;
  const path = `${repo}/pulls/${String(number)}`;
  const pull = await read(path, pullSchema);
  const lastPage = String(Math.max(1, Math.ceil(pull.commits / pageSize)));
  const commit = `${repo}/commits/${pull.head.sha}`;
  const [reviews, commits, { statuses }, { check_runs: checkRuns }, rules, isReviewer] = await Promise.all([
    // Every comment on a paragraph makes one.
    readAll(read, `${path}/reviews`, reviewsSchema),
    read(`${path}/commits?per_page=${String(pageSize)}&page=${lastPage}`, commitsSchema),
    read(`${commit}/status`, statusSchema),
    // Not every server has these two.
    orElse({ check_runs: [] }, read(`${commit}/check-runs`, checkRunsSchema)),
    orElse([], read(`${repo}/rules/branches/${encodeURIComponent(branch)}`, rulesSchema)),
    loadIsReviewer(place),
  ]);
  const names = await loadNames(place, toAuthors(commits), [
    pull.user,
    ...pull.assignees,
    ...reviews.map(({ user }) => user),
  ]);
  return { pull, reviews, commits, statuses, checkRuns, rules, isReviewer, names };
}

/** Reviewers are those who maintain the repository. */
async function loadIsReviewer({ read, repo }: Place): Promise<boolean> {
  const { permissions } = await read(repo, repositorySchema);
  return permissions.admin || permissions.maintain;
}

/** Commits name their authors. */
const toAuthors = (commits: Commits): ReadonlyMap<string, string> =>
  new Map(
    commits.flatMap(({ author, commit }) =>
      author == null ? [] : [[author.login, commit.author.name] as const],
    ),
  );

/** Names by login: those that are known, and those of these accounts. @throws as a Reader */
export async function loadNames(
  { read }: Pick<Place, 'read'>,
  known: ReadonlyMap<string, string>,
  accounts: readonly Pull['user'][],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map(known);
  const unknown = new Set(
    accounts.flatMap((account) => account?.login ?? []).filter((login) => !names.has(login)),
  );
  const users = await Promise.all(
    [...unknown].map((login) =>
      orElse({ login, name: null }, read(`/users/${encodeURIComponent(login)}`, userSchema)),
    ),
  );
  for (const { login, name } of users) names.set(login, name ?? login);
  return names;
}

/** What there is instead of what the server does not have, or does not show to everybody. */
const orElse = async <T>(otherwise: T, answer: Promise<T>): Promise<T> =>
  answer.catch((error: unknown) => {
    if (error instanceof AnswerError && (error.status === 404 || error.status === 403)) return otherwise;
    throw error;
  });
