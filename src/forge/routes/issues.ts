import { z } from 'zod';
import type { Call } from '../context.ts';
import { forbidden, json, noContent, notFound } from '../http.ts';
import { messages } from '../messages.ts';
import { currentPull } from '../pulls.ts';
import { longestText, longestTitle } from '../records.ts';
import type { CommentRecord, IssueRecord, PullRecord } from '../records.ts';
import type { Route } from '../router.ts';
import { searchIssues } from '../search.ts';
import type { Draft } from '../draft.ts';
import type { Snapshot } from '../snapshot.ts';
import { commentView, issueView } from '../views/issue.ts';

const labels = z.array(z.string().min(1).max(100));
const createSchema = z.object({
  title: z.string().min(1).max(longestTitle),
  body: z.string().max(longestText).nullish(),
  labels: labels.default([]),
});
const updateSchema = z.object({
  title: z.string().min(1).max(longestTitle).optional(),
  body: z.string().max(longestText).nullish(),
  state: z.enum(['open', 'closed']).optional(),
  labels: labels.optional(),
});
const commentSchema = z.object({ body: z.string().min(1).max(longestText) });

const base = '/repos/:owner/:repo/issues';

export const issueRoutes: readonly Route<Call>[] = [
  {
    // Decap's Notes pane finds the issue of an entry with it.
    // https://docs.github.com/en/rest/search/search#search-issues-and-pull-requests
    method: 'GET',
    path: '/search/issues',
    handle: async (call) => {
      const snapshot = await call.desk.state.read();
      const found = searchIssues(await allOf(call, snapshot), call.query('q') ?? '', call.urls.fullName);
      return call.page(
        found,
        (issue) => ({ ...view(call, snapshot, issue), score: 1 }),
        (items) => ({
          total_count: found.length,
          incomplete_results: false,
          search_type: 'lexical',
          items,
        }),
      );
    },
  },
  {
    // https://docs.github.com/en/rest/issues/issues#list-repository-issues
    method: 'GET',
    path: base,
    handle: async (call) => {
      const snapshot = await call.desk.state.read();
      const state = call.query('state') ?? 'open';
      const wanted = (call.query('labels') ?? '').split(',').filter(Boolean);
      const issues = (await allOf(call, snapshot)).filter(
        (issue) =>
          (state === 'all' || issue.state === state) && wanted.every((label) => issue.labels.includes(label)),
      );
      return call.page(issues, (issue) => view(call, snapshot, issue));
    },
  },
  {
    // https://docs.github.com/en/rest/issues/issues#create-an-issue
    method: 'POST',
    path: base,
    handle: async (call) => {
      const body = await call.body(createSchema);
      const issue = await call.desk.state.change(call.user, `Open the issue «${body.title}»`, (_, draft) => {
        const record: IssueRecord = {
          number: draft.nextNumber(),
          title: body.title,
          body: body.body ?? null,
          state: 'open',
          labels: draft.ensureLabels(body.labels),
          assignees: [],
          user: call.user.login,
          createdAt: draft.now,
          updatedAt: draft.now,
          closedAt: null,
        };
        draft.putIssue(record);
        return { result: record };
      });
      return json(view(call, await call.desk.state.read(), issue), {
        status: 201,
        headers: { Location: `${call.urls.repo}/issues/${issue.number}` },
      });
    },
  },
  {
    // https://docs.github.com/en/rest/issues/comments#get-an-issue-comment
    method: 'GET',
    path: `${base}/comments/:id`,
    handle: async (call, { id = '' }) => {
      const snapshot = await call.desk.state.read();
      const comment = snapshot.comment(Number(id));
      if (!comment) throw notFound();
      return call.answer(viewComment(call, snapshot, comment));
    },
  },
  {
    // https://docs.github.com/en/rest/issues/comments#update-an-issue-comment
    method: 'PATCH',
    path: `${base}/comments/:id`,
    handle: async (call, { id = '' }) => {
      const { body } = await call.body(commentSchema);
      const comment = await call.desk.state.change(call.user, `Edit comment ${id}`, (snapshot, draft) => {
        const updated = { ...ownComment(call, snapshot, id), body, updatedAt: draft.now };
        draft.putComment(updated);
        touch(snapshot, draft, updated.issue);
        return { result: updated };
      });
      return json(viewComment(call, await call.desk.state.read(), comment));
    },
  },
  {
    // https://docs.github.com/en/rest/issues/comments#delete-an-issue-comment
    method: 'DELETE',
    path: `${base}/comments/:id`,
    handle: async (call, { id = '' }) => {
      await call.desk.state.change(call.user, `Delete comment ${id}`, (snapshot, draft) => {
        const comment = ownComment(call, snapshot, id);
        draft.removeComment(comment);
        touch(snapshot, draft, comment.issue);
        return { result: undefined };
      });
      return noContent();
    },
  },
  {
    // Polled by the Notes pane with an ETag; a new comment changes `comments` and `updated_at`, and so the ETag.
    // https://docs.github.com/en/rest/issues/issues#get-an-issue
    method: 'GET',
    path: `${base}/:number`,
    handle: async (call, { number = '' }) => {
      const snapshot = await call.desk.state.read();
      const issue = find(snapshot, number);
      return call.answer(
        view(call, snapshot, 'branch' in issue ? await currentPull(call.desk, issue) : issue),
      );
    },
  },
  {
    // https://docs.github.com/en/rest/issues/issues#update-an-issue
    method: 'PATCH',
    path: `${base}/:number`,
    handle: async (call, { number = '' }) => {
      const body = await call.body(updateSchema);
      const issue = await call.desk.state.change(call.user, `Update #${number}`, (snapshot, draft) => {
        const stored = snapshot.issues.get(Number(number));
        if (!stored) throw notFound();
        const state = body.state ?? stored.state;
        const updated: IssueRecord = {
          ...stored,
          title: body.title ?? stored.title,
          body: body.body === undefined ? stored.body : body.body,
          state,
          labels: body.labels ? draft.ensureLabels(body.labels) : stored.labels,
          closedAt: state === 'open' ? null : (stored.closedAt ?? draft.now),
          updatedAt: draft.now,
        };
        draft.putIssue(updated);
        return { result: updated };
      });
      return json(view(call, await call.desk.state.read(), issue));
    },
  },
  {
    // https://docs.github.com/en/rest/issues/comments#list-issue-comments
    method: 'GET',
    path: `${base}/:number/comments`,
    handle: async (call, { number = '' }) => {
      const snapshot = await call.desk.state.read();
      const comments = snapshot.comments(find(snapshot, number).number);
      return call.page(comments, (comment) => viewComment(call, snapshot, comment));
    },
  },
  {
    // https://docs.github.com/en/rest/issues/comments#create-an-issue-comment
    method: 'POST',
    path: `${base}/:number/comments`,
    handle: async (call, { number = '' }) => {
      const { body } = await call.body(commentSchema);
      const comment = await call.desk.state.change(call.user, `Comment on #${number}`, (snapshot, draft) => {
        const record: CommentRecord = {
          id: draft.nextId(),
          issue: find(snapshot, number).number,
          user: call.user.login,
          body,
          createdAt: draft.now,
          updatedAt: draft.now,
        };
        draft.putComment(record);
        touch(snapshot, draft, record.issue);
        return { result: record };
      });
      const shown = viewComment(call, await call.desk.state.read(), comment);
      return json(shown, { status: 201, headers: { Location: String(shown['url']) } });
    },
  },
];

/** Issues and pull requests, which GitHub counts as issues; newest first. */
async function allOf(call: Call, snapshot: Snapshot): Promise<(IssueRecord | PullRecord)[]> {
  const pulls = [...snapshot.pulls.values()].map((pull) => currentPull(call.desk, pull));
  const all = [...snapshot.issues.values(), ...(await Promise.all(pulls))];
  return all.sort((one, other) => other.number - one.number);
}

function find(snapshot: Snapshot, number: string): IssueRecord | PullRecord {
  const record = snapshot.issues.get(Number(number)) ?? snapshot.pulls.get(Number(number));
  if (!record) throw notFound();
  return record;
}

function view(call: Call, snapshot: Snapshot, issue: IssueRecord | PullRecord): Record<string, unknown> {
  return issueView(call.urls, issue, snapshot.comments(issue.number).length, snapshot.labels);
}

const viewComment = (call: Call, snapshot: Snapshot, comment: CommentRecord): Record<string, unknown> =>
  commentView(call.urls, comment, snapshot.pulls.has(comment.issue));

/** The comment, if this user may change it. */
function ownComment(call: Call, snapshot: Snapshot, id: string): CommentRecord {
  const comment = snapshot.comment(Number(id));
  if (!comment) throw notFound();
  if (comment.user !== call.user.login && call.user.role !== 'admin')
    throw forbidden(messages.notYourComment);
  return comment;
}

function touch(snapshot: Snapshot, draft: Draft, number: number): void {
  const issue = snapshot.issues.get(number);
  const pull = snapshot.pulls.get(number);
  if (issue) draft.putIssue({ ...issue, updatedAt: draft.now });
  if (pull) draft.putPull({ ...pull, updatedAt: draft.now });
}
