import { z } from 'zod';
import type { Call } from '../context.ts';
import { HttpError, forbidden, json, notFound, validationFailed } from '../http.ts';
import { findObstacles } from '../merge-rules.ts';
import { messages } from '../messages.ts';
import { comparePull, currentPull, findPull, isMergeable } from '../pulls.ts';
import { longestText, longestTitle } from '../records.ts';
import type { PullRecord } from '../records.ts';
import type { Route } from '../router.ts';
import { assertContentOnly, canMerge, mainRef } from '../rules.ts';
import { fileView } from '../views/commit.ts';
import { fullPullView, pullView } from '../views/pull.ts';
import { latestStatuses } from '../views/status.ts';
import { commitViews } from './commits.ts';

const title = z.string().min(1).max(longestTitle);
const createSchema = z.object({
  title,
  body: z.string().max(longestText).nullish(),
  head: z.string(),
  base: z.string(),
  draft: z.boolean().default(false),
});
const updateSchema = z.object({
  title: title.optional(),
  body: z.string().max(longestText).nullish(),
  state: z.enum(['open', 'closed']).optional(),
  base: z.string().optional(),
});
const mergeSchema = z.object({
  commit_title: z.string().min(1).optional(),
  commit_message: z.string().optional(),
  sha: z.string().optional(),
  merge_method: z.enum(['merge', 'squash', 'rebase']).default('merge'),
});

const base = '/repos/:owner/:repo/pulls';

export const pullRoutes: readonly Route<Call>[] = [
  {
    // https://docs.github.com/en/rest/pulls/pulls#list-pull-requests
    method: 'GET',
    path: base,
    handle: async (call) => {
      const snapshot = await call.desk.state.read();
      const wanted = call.query('state') ?? 'open';
      const head = call.query('head');
      const baseName = call.query('base');
      const candidates = [...snapshot.pulls.values()].filter(
        (pull) =>
          (head === undefined || head === `${call.urls.owner}:${pull.branch}` || head === pull.branch) &&
          (baseName === undefined || baseName === 'main') &&
          (wanted !== 'open' || pull.state === 'open'),
      );
      const pulls = (await Promise.all(candidates.map((pull) => currentPull(call.desk, pull)))).filter(
        (pull) => wanted === 'all' || pull.state === wanted,
      );
      const order = call.query('sort') === 'updated' ? byUpdate : byNumber;
      const ascending = (call.query('direction') ?? 'desc') === 'asc';
      pulls.sort((one, other) => (ascending ? order(one, other) : order(other, one)));
      return call.page(pulls, (pull) => pullView(call.urls, call.user, pull, snapshot.labels));
    },
  },
  {
    // https://docs.github.com/en/rest/pulls/pulls#create-a-pull-request
    method: 'POST',
    path: base,
    handle: async (call) => {
      const pull = await createPull(call, await call.body(createSchema));
      return json(await showPull(call, pull), {
        status: 201,
        headers: { Location: `${call.urls.repo}/pulls/${pull.number}` },
      });
    },
  },
  {
    // https://docs.github.com/en/rest/pulls/pulls#get-a-pull-request
    method: 'GET',
    path: `${base}/:number`,
    handle: async (call, { number = '' }) =>
      call.answer(await showPull(call, await findPull(call.desk, number))),
  },
  {
    // https://docs.github.com/en/rest/pulls/pulls#update-a-pull-request
    method: 'PATCH',
    path: `${base}/:number`,
    handle: async (call, { number = '' }) => {
      const changes = await call.body(updateSchema);
      if (changes.base !== undefined && changes.base !== 'main') {
        throw validationFailed({ resource: 'PullRequest', field: 'base', code: 'invalid' });
      }
      const pull = await call.desk.state.change(call.user, `Update #${number}`, async (snapshot, draft) => {
        const stored = snapshot.pulls.get(Number(number));
        if (!stored) throw notFound();
        const now = await currentPull(call.desk, stored);
        const state = changes.state ?? now.state;
        if (state === 'open' && now.state === 'closed')
          await assertReopenable(call, snapshot.openPulls(), now);
        const updated: PullRecord = {
          ...now,
          title: changes.title ?? now.title,
          body: changes.body === undefined ? now.body : changes.body,
          state,
          closedAt: state === 'open' ? null : (now.closedAt ?? draft.now),
          updatedAt: draft.now,
        };
        draft.putPull(updated);
        return { result: updated };
      });
      return json(await showPull(call, await currentPull(call.desk, pull)));
    },
  },
  {
    // https://docs.github.com/en/rest/pulls/pulls#list-commits-on-a-pull-request
    method: 'GET',
    path: `${base}/:number/commits`,
    handle: async (call, { number = '' }) => {
      const { ahead } = await comparePull(call.desk, await findPull(call.desk, number));
      return call.page(ahead, async (sha) => (await commitViews(call, [sha]))[0]);
    },
  },
  {
    // https://docs.github.com/en/rest/pulls/pulls#list-pull-requests-files
    method: 'GET',
    path: `${base}/:number/files`,
    handle: async (call, { number = '' }) => {
      const pull = await findPull(call.desk, number);
      const { files } = await comparePull(call.desk, pull);
      return call.page(files, (file) => fileView(call.urls, file, pull.headSha));
    },
  },
  {
    // https://docs.github.com/en/rest/pulls/pulls#check-if-a-pull-request-has-been-merged
    method: 'GET',
    path: `${base}/:number/merge`,
    handle: async (call, { number = '' }) => {
      const pull = await findPull(call.desk, number);
      if (pull.mergedAt === null) throw notFound();
      return new Response(null, { status: 204 });
    },
  },
  {
    // https://docs.github.com/en/rest/pulls/pulls#merge-a-pull-request
    method: 'PUT',
    path: `${base}/:number/merge`,
    handle: async (call, { number = '' }) => {
      const { merge_method: method, ...body } = await call.body(mergeSchema);
      if (!canMerge(call.user)) throw forbidden(messages.cannotMerge);
      if (method === 'rebase') {
        throw new HttpError(405, 'Rebase merges are not allowed on this repository.');
      }
      // GitHub would refuse at once while the check runs.
      const pull = await findPull(call.desk, number);
      if (pull.state === 'open') await call.desk.checker.settle(pull.headSha);
      const sha = await call.desk.merger.merge(call.user, {
        number: Number(number),
        method,
        sha: body.sha,
        title: body.commit_title,
        message: body.commit_message,
      });
      return json({ sha, merged: true, message: 'Pull Request successfully merged' });
    },
  },
];

function byNumber(one: PullRecord, other: PullRecord): number {
  return one.number - other.number;
}

function byUpdate(one: PullRecord, other: PullRecord): number {
  return one.updatedAt.localeCompare(other.updatedAt) || byNumber(one, other);
}

async function showPull(call: Call, pull: PullRecord): Promise<Record<string, unknown>> {
  const isOpen = pull.state === 'open';
  if (isOpen) await call.desk.checker.request(pull.headSha);
  const snapshot = await call.desk.state.read();
  const [{ ahead, files }, mergeable, obstacles] = await Promise.all([
    comparePull(call.desk, pull),
    isOpen ? isMergeable(call.desk, pull.baseSha, pull.headSha) : null,
    isOpen ? findObstacles(call.desk, snapshot, pull, call.user) : [],
  ]);
  const statuses = latestStatuses(snapshot.statuses(pull.headSha));
  return fullPullView(call.urls, call.user, pull, snapshot.labels, {
    mergeable,
    blocked: obstacles.length > 0,
    unstable: statuses.some(({ state }) => state !== 'success'),
    comments: snapshot.comments(pull.number).length,
    reviewComments: snapshot.reviewComments(pull.number).length,
    commits: ahead.length,
    additions: files.reduce((sum, file) => sum + file.additions, 0),
    deletions: files.reduce((sum, file) => sum + file.deletions, 0),
    changedFiles: files.length,
  });
}

async function createPull(call: Call, body: z.output<typeof createSchema>): Promise<PullRecord> {
  const { repository, state, options } = call.desk;
  const prefix = `${call.urls.owner}:`;
  const branch = body.head.startsWith(prefix) ? body.head.slice(prefix.length) : body.head;
  if (body.base !== 'main') throw invalid('base');
  if (branch === 'main' || branch.includes(':')) throw invalid('head');
  return state.change(call.user, `Open a pull request for ${branch}`, async (snapshot, draft) => {
    const [head, main] = await Promise.all([
      repository.resolve(`refs/heads/${branch}`),
      repository.resolve(mainRef),
    ]);
    if (head === undefined || main === undefined) throw invalid('head');
    assertNoOpenPull(call, snapshot.openPulls(), branch);
    if (await repository.isAncestor(head, main)) {
      throw refusal(`No commits between main and ${branch}`);
    }
    if (call.user.role === 'editor') await assertContentOnly(options, head);
    const pull: PullRecord = {
      number: draft.nextNumber(),
      title: body.title,
      body: body.body ?? null,
      state: 'open',
      draft: body.draft,
      labels: [],
      assignees: [],
      requestedReviewers: [],
      user: call.user.login,
      branch,
      headSha: head,
      baseSha: main,
      createdAt: draft.now,
      updatedAt: draft.now,
      closedAt: null,
      mergedAt: null,
      mergedBy: null,
      mergeCommitSha: null,
    };
    draft.putPull(pull);
    return { result: pull };
  });
}

async function assertReopenable(call: Call, open: readonly PullRecord[], pull: PullRecord): Promise<void> {
  const exists = (await call.desk.repository.resolve(`refs/heads/${pull.branch}`)) !== undefined;
  if (pull.mergedAt !== null || !exists) {
    throw validationFailed({
      resource: 'PullRequest',
      field: 'state',
      code: 'invalid',
      message: 'state cannot be changed. The branch was merged or deleted.',
    });
  }
  assertNoOpenPull(call, open, pull.branch, pull.number);
}

function assertNoOpenPull(call: Call, open: readonly PullRecord[], branch: string, except?: number): void {
  if (open.some((pull) => pull.branch === branch && pull.number !== except)) {
    throw refusal(`A pull request already exists for ${call.urls.owner}:${branch}.`);
  }
}

function refusal(message: string): HttpError {
  return validationFailed({ resource: 'PullRequest', code: 'custom', message });
}

function invalid(field: string): HttpError {
  return validationFailed({ resource: 'PullRequest', field, code: 'invalid' });
}
