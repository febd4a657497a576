import { z } from 'zod';
import type { Call } from '../context.ts';
import type { Draft } from '../draft.ts';
import { forbidden, json, noContent, notFound, validationFailed } from '../http.ts';
import { messages } from '../messages.ts';
import { currentPull, findPull } from '../pulls.ts';
import { longestText } from '../records.ts';
import type { PullRecord, ReviewCommentRecord } from '../records.ts';
import { type Anchor, addReviewComment, findAnchor, locateComment } from '../review-comments.ts';
import type { Route } from '../router.ts';
import type { Snapshot } from '../snapshot.ts';
import { reviewCommentView } from '../views/review.ts';

const body = z.string().min(1).max(longestText);
const bodySchema = z.object({ body });
const createSchema = z.union([
  z.object({ body, in_reply_to: z.int() }),
  z.object({
    body,
    commit_id: z.string(),
    path: z.string().min(1),
    line: z.int().positive().optional(),
    start_line: z.int().positive().optional(),
    side: z.enum(['LEFT', 'RIGHT']).default('RIGHT'),
    subject_type: z.enum(['line', 'file']).default('line'),
  }),
]);

const base = '/repos/:owner/:repo/pulls';

export const reviewCommentRoutes: readonly Route<Call>[] = [
  {
    // https://docs.github.com/en/rest/pulls/comments#list-review-comments-on-a-pull-request
    method: 'GET',
    path: `${base}/:number/comments`,
    handle: async (call, { number = '' }) => {
      const pull = await findPull(call.desk, number);
      const comments = [...(await call.desk.state.read()).reviewComments(pull.number)];
      if (call.query('direction') === 'desc') comments.reverse();
      return call.page(comments, (comment) => view(call, pull, comment));
    },
  },
  {
    // https://docs.github.com/en/rest/pulls/comments#create-a-review-comment-for-a-pull-request
    method: 'POST',
    path: `${base}/:number/comments`,
    handle: async (call, { number = '' }) => {
      const wanted = await call.body(createSchema);
      if ('in_reply_to' in wanted) return reply(call, number, String(wanted.in_reply_to), wanted.body);
      const { subject_type: subject, ...comment } = wanted;
      if (subject === 'line' && comment.line === undefined)
        throw validationFailed({
          resource: 'PullRequestReviewComment',
          field: 'pull_request_review_thread.line',
          code: 'missing_field',
        });
      const place = subject === 'file' ? { ...comment, line: undefined } : comment;
      return write(call, number, comment.body, (pull) =>
        findAnchor(call.desk, pull, comment.commit_id, place),
      );
    },
  },
  {
    // https://docs.github.com/en/rest/pulls/comments#create-a-reply-for-a-review-comment
    method: 'POST',
    path: `${base}/:number/comments/:id/replies`,
    handle: async (call, { number = '', id = '' }) =>
      reply(call, number, id, (await call.body(bodySchema)).body),
  },
  {
    // https://docs.github.com/en/rest/pulls/comments#get-a-review-comment-for-a-pull-request
    method: 'GET',
    path: `${base}/comments/:id`,
    handle: async (call, { id = '' }) => {
      const comment = (await call.desk.state.read()).reviewComment(Number(id));
      if (!comment) throw notFound();
      return call.answer(await view(call, await findPull(call.desk, String(comment.pull)), comment));
    },
  },
  {
    // https://docs.github.com/en/rest/pulls/comments#update-a-review-comment-for-a-pull-request
    method: 'PATCH',
    path: `${base}/comments/:id`,
    handle: async (call, { id = '' }) => {
      const { body: text } = await call.body(bodySchema);
      const message = `Edit comment ${id}`;
      const comment = await call.desk.state.change(call.user, message, (snapshot, draft) => {
        const updated = { ...ownComment(call, snapshot, id), body: text, updatedAt: draft.now };
        draft.putReviewComment(updated);
        touch(snapshot, draft, updated.pull);
        return { result: updated };
      });
      return json(await view(call, await findPull(call.desk, String(comment.pull)), comment));
    },
  },
  {
    // https://docs.github.com/en/rest/pulls/comments#delete-a-review-comment-for-a-pull-request
    method: 'DELETE',
    path: `${base}/comments/:id`,
    handle: async (call, { id = '' }) => {
      await call.desk.state.change(call.user, `Delete comment ${id}`, (snapshot, draft) => {
        const comment = ownComment(call, snapshot, id);
        draft.removeReviewComment(comment);
        touch(snapshot, draft, comment.pull);
        return { result: undefined };
      });
      return noContent();
    },
  },
];

/** An answer stands where the first comment stands, and answers that one: threads have no threads. */
const reply = (call: Call, number: string, id: string, text: string): Promise<Response> =>
  write(call, number, text, (pull, snapshot) => {
    const answered = snapshot.reviewComment(Number(id));
    if (answered?.pull !== pull.number) throw notFound();
    const { path, commitSha, line, startLine, side, position, hunk } = answered;
    const inReplyTo = answered.inReplyTo ?? answered.id;
    return { path, commitSha, line, startLine, side, position, hunk, inReplyTo };
  });

/** Stores a comment, in a review of its own as on GitHub. */
async function write(
  call: Call,
  number: string,
  text: string,
  find: (pull: PullRecord, snapshot: Snapshot) => (Anchor & { inReplyTo?: number }) | Promise<Anchor>,
): Promise<Response> {
  const message = `Comment on #${number}`;
  const comment = await call.desk.state.change(call.user, message, async (snapshot, draft) => {
    const stored = snapshot.pulls.get(Number(number));
    if (!stored) throw notFound();
    const pull = await currentPull(call.desk, stored);
    const anchor = await find(pull, snapshot);
    const review = draft.nextId();
    draft.putReview({
      id: review,
      pull: pull.number,
      user: call.user.login,
      body: '',
      state: 'COMMENTED',
      commitSha: pull.headSha,
      submittedAt: draft.now,
    });
    touch(snapshot, draft, pull.number);
    return { result: addReviewComment(call, draft, anchor, { pull: pull.number, review, body: text }) };
  });
  const shown = await view(call, await findPull(call.desk, number), comment);
  return json(shown, { status: 201, headers: { Location: String(shown['url']) } });
}

const view = async (
  call: Call,
  pull: PullRecord,
  comment: ReviewCommentRecord,
): Promise<Record<string, unknown>> =>
  reviewCommentView(call.urls, comment, await locateComment(call.desk, pull, comment));

/** The comment, if this user may change it. */
function ownComment(call: Call, snapshot: Snapshot, id: string): ReviewCommentRecord {
  const comment = snapshot.reviewComment(Number(id));
  if (!comment) throw notFound();
  if (comment.user !== call.user.login && call.user.role !== 'admin')
    throw forbidden(messages.notYourComment);
  return comment;
}

/** What is asked for again and again, the pull request, shows that something is new. */
function touch(snapshot: Snapshot, draft: Draft, number: number): void {
  const pull = snapshot.pulls.get(number);
  if (pull) draft.putPull({ ...pull, updatedAt: draft.now });
}
