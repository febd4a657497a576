import { z } from 'zod';
import type { Call } from '../context.ts';
import { forbidden, json, notFound, unprocessable } from '../http.ts';
import { messages } from '../messages.ts';
import { paginate } from '../paginate.ts';
import { compareCommits } from '../pulls.ts';
import { findCommit } from '../revisions.ts';
import type { Route } from '../router.ts';
import { mainRef } from '../rules.ts';
import { addStatus } from '../statuses.ts';
import { commitView, fileView } from '../views/commit.ts';
import { repositoryView } from '../views/repository.ts';
import { combinedState, latestStatuses, simpleStatus, statusView } from '../views/status.ts';

const statusSchema = z.object({
  state: z.enum(['pending', 'success', 'failure', 'error']),
  context: z.string().default('default'),
  description: z.string().max(1000).nullish(),
  target_url: z.url({ protocol: /^https?$/ }).nullish(),
});

export const commitRoutes: readonly Route<Call>[] = [
  {
    // https://docs.github.com/en/rest/commits/commits#list-commits
    method: 'GET',
    path: '/repos/:owner/:repo/commits',
    handle: async (call) => {
      const head = await findCommit(call.desk.repository, call.query('sha') ?? 'main', call.urls.owner);
      if (head === undefined) throw notFound();
      const shas = await listCommits(call, head, call.query('path'));
      const { items, headers } = paginate(shas, call.ownUrl());
      return call.answer(await commitViews(call, items), headers);
    },
  },
  {
    // https://docs.github.com/en/rest/commits/statuses#get-the-combined-status-for-a-specific-reference
    method: 'GET',
    path: '/repos/:owner/:repo/commits/*ref/status',
    handle: async (call, { ref = '' }) => {
      const sha = await commitOf(call, ref);
      const statuses = latestStatuses((await call.desk.state.read()).statuses(sha));
      const { items, headers } = paginate(statuses, call.ownUrl());
      const url = `${call.urls.repo}/commits/${sha}`;
      return call.answer(
        {
          state: combinedState(statuses),
          statuses: items.map((status) => simpleStatus(call.urls, sha, status)),
          sha,
          total_count: statuses.length,
          repository: repositoryView(call.urls, call.user),
          commit_url: url,
          url: `${url}/status`,
        },
        headers,
      );
    },
  },
  {
    // Everything is a status here; who shows checks asks for both.
    // https://docs.github.com/en/rest/checks/runs#list-check-runs-for-a-git-reference
    method: 'GET',
    path: '/repos/:owner/:repo/commits/*ref/check-runs',
    handle: async (call, { ref = '' }) => {
      await commitOf(call, ref);
      return call.answer({ total_count: 0, check_runs: [] });
    },
  },
  {
    // https://docs.github.com/en/rest/commits/statuses#list-commit-statuses-for-a-reference
    method: 'GET',
    path: '/repos/:owner/:repo/commits/*ref/statuses',
    handle: async (call, { ref = '' }) => {
      const sha = await commitOf(call, ref);
      const statuses = [...(await call.desk.state.read()).statuses(sha)].reverse();
      return call.page(statuses, (status) => statusView(call.urls, sha, status));
    },
  },
  {
    // https://docs.github.com/en/rest/commits/statuses#create-a-commit-status
    // A status may carry the address of a preview that editors open: only administrators set one.
    method: 'POST',
    path: '/repos/:owner/:repo/statuses/:sha',
    handle: async (call, { sha: name = '' }) => {
      if (call.user.role !== 'admin') throw forbidden(messages.cannotSetStatus);
      const body = await call.body(statusSchema);
      const sha = await findCommit(call.desk.repository, name);
      if (sha === undefined) throw unprocessable(`No commit found for SHA: ${name}`);
      const status = await addStatus(call.desk.state, call.user, sha, {
        state: body.state,
        context: body.context,
        ...(body.description ? { description: body.description } : {}),
        ...(body.target_url ? { targetUrl: body.target_url } : {}),
      });
      return json(statusView(call.urls, sha, status), { status: 201 });
    },
  },
  {
    // https://docs.github.com/en/rest/commits/commits#get-a-commit
    method: 'GET',
    path: '/repos/:owner/:repo/commits/*ref',
    handle: async (call, { ref = '' }) => {
      const { repository } = call.desk;
      const commit = await repository.readCommit(await commitOf(call, ref));
      if (!commit) throw notFound();
      const parent = commit.parents[0] ?? (await repository.writeTree(undefined, []));
      const files = await repository.diff(parent, commit.sha);
      const additions = files.reduce((sum, file) => sum + file.additions, 0);
      const deletions = files.reduce((sum, file) => sum + file.deletions, 0);
      return call.answer({
        ...commitView(call.urls, commit, loginsOf(call)),
        stats: { additions, deletions, total: additions + deletions },
        files: files.map((file) => fileView(call.urls, file, commit.sha)),
      });
    },
  },
  {
    // https://docs.github.com/en/rest/commits/commits#compare-two-commits
    method: 'GET',
    path: '/repos/:owner/:repo/compare/*basehead',
    handle: async (call, { basehead = '' }) => {
      const [baseName = '', headName = ''] = basehead.split('...');
      const [base, head] = await Promise.all([commitOf(call, baseName), commitOf(call, headName)]);
      const comparison = await compareCommits(call.desk, base, head);
      const [baseCommit, mergeBaseCommit] = await commitViews(call, [base, comparison.mergeBase]);
      const url = `${call.urls.repo}/compare/${encodeURIComponent(baseName)}...${encodeURIComponent(headName)}`;
      const { items, headers } = paginate(comparison.ahead, withPageSize(call.ownUrl()));
      return call.answer(
        {
          url,
          html_url: call.urls.web,
          permalink_url: call.urls.web,
          diff_url: `${url}.diff`,
          patch_url: `${url}.patch`,
          base_commit: baseCommit,
          merge_base_commit: mergeBaseCommit,
          status: relation(comparison.ahead.length, comparison.behind),
          ahead_by: comparison.ahead.length,
          behind_by: comparison.behind,
          total_commits: comparison.ahead.length,
          commits: await commitViews(call, items),
          files: comparison.files.map((file) => fileView(call.urls, file, head)),
        },
        headers,
      );
    },
  },
];

export function loginsOf(call: Call): ReadonlySet<string> {
  return new Set(call.desk.options.users.map(({ login }) => login));
}

export async function commitViews(call: Call, shas: readonly string[]): Promise<unknown[]> {
  const logins = loginsOf(call);
  const commits = await Promise.all(shas.map((sha) => call.desk.repository.readCommit(sha)));
  return commits.flatMap((commit) => (commit ? [commitView(call.urls, commit, logins)] : []));
}

/** GitHub compares with up to 250 commits on the first page unless told otherwise; Decap rebases from them. */
function withPageSize(url: URL): URL {
  if (!url.searchParams.has('per_page')) url.searchParams.set('per_page', '100');
  return url;
}

function relation(ahead: number, behind: number): string {
  if (ahead > 0) return behind > 0 ? 'diverged' : 'ahead';
  return behind > 0 ? 'behind' : 'identical';
}

/** On main, from the one walk over its history; elsewhere by asking git. */
async function listCommits(call: Call, head: string, path: string | undefined): Promise<string[]> {
  const { repository, history } = call.desk;
  const trimmed = path?.replace(/^\/+|\/+$/g, '') ?? '';
  const elsewhere = head !== (await repository.resolve(mainRef));
  if (elsewhere) return repository.log(head, trimmed === '' ? {} : { path: trimmed });
  const isAncestor = (one: string, other: string): Promise<boolean> => repository.isAncestor(one, other);
  return trimmed === '' ? history.commits(head, isAncestor) : history.commitsOf(head, trimmed, isAncestor);
}

async function commitOf(call: Call, name: string): Promise<string> {
  const sha = await findCommit(call.desk.repository, name, call.urls.owner);
  if (sha === undefined) throw notFound();
  return sha;
}
