import { z } from 'zod';
import type { Call } from '../context.ts';
import { HttpError, forbidden, json, notFound, unprocessable } from '../http.ts';
import { messages } from '../messages.ts';
import { currentPull, findPull } from '../pulls.ts';
import { longestText } from '../records.ts';
import type { ReviewRecord } from '../records.ts';
import { type Anchor, addReviewComment, findAnchor, locateComment } from '../review-comments.ts';
import type { Route } from '../router.ts';
import { canMerge } from '../rules.ts';
import { reviewCommentView, reviewView } from '../views/review.ts';

const createSchema = z.object({
  body: z.string().max(longestText).default(''),
  event: z.enum(['APPROVE', 'REQUEST_CHANGES', 'COMMENT']).default('COMMENT'),
  commit_id: z.string().optional(),
  comments: z
    .array(
      z.object({
        path: z.string().min(1),
        body: z.string().min(1).max(longestText),
        line: z.int().positive(),
        side: z.enum(['LEFT', 'RIGHT']).default('RIGHT'),
        start_line: z.int().positive().optional(),
      }),
    )
    .default([]),
});

const base = '/repos/:owner/:repo/pulls/:number/reviews';

export const reviewRoutes: readonly Route<Call>[] = [
  {
    // https://docs.github.com/en/rest/pulls/reviews#list-reviews-for-a-pull-request
    method: 'GET',
    path: base,
    handle: async (call, { number = '' }) => {
      const pull = await findPull(call.desk, number);
      const snapshot = await call.desk.state.read();
      return call.page(snapshot.reviews(pull.number), (review) => reviewView(call.urls, review));
    },
  },
  {
    // https://docs.github.com/en/rest/pulls/reviews#create-a-review-for-a-pull-request
    method: 'POST',
    path: base,
    handle: async (call, { number = '' }) => {
      const review = await createReview(call, Number(number), await call.body(createSchema));
      return json(reviewView(call.urls, review));
    },
  },
  {
    // https://docs.github.com/en/rest/pulls/reviews#list-comments-for-a-pull-request-review
    method: 'GET',
    path: `${base}/:id/comments`,
    handle: async (call, { number = '', id = '' }) => {
      const pull = await findPull(call.desk, number);
      const snapshot = await call.desk.state.read();
      if (!snapshot.reviews(pull.number).some((review) => review.id === Number(id))) throw notFound();
      const comments = snapshot.reviewComments(pull.number).filter(({ review }) => review === Number(id));
      return call.page(comments, async (comment) => ({
        // Null of an outdated one: here GitHub's description says so.
        position: null,
        ...reviewCommentView(call.urls, comment, await locateComment(call.desk, pull, comment)),
      }));
    },
  },
];

const verdicts = {
  APPROVE: 'APPROVED',
  REQUEST_CHANGES: 'CHANGES_REQUESTED',
  COMMENT: 'COMMENTED',
} as const;

async function createReview(
  call: Call,
  number: number,
  { event, body, commit_id: commit, comments }: z.output<typeof createSchema>,
): Promise<ReviewRecord> {
  return call.desk.state.change(call.user, `Review #${number}`, async (snapshot, draft) => {
    const stored = snapshot.pulls.get(number);
    if (!stored) throw notFound();
    const pull = await currentPull(call.desk, stored);
    if (event !== 'COMMENT' && pull.user === call.user.login) throw unprocessable(messages.ownReview);
    const needsBody = event === 'REQUEST_CHANGES' || (event === 'COMMENT' && comments.length === 0);
    if (needsBody && body === '') throw unprocessable('Unprocessable Entity: body is missing');
    if (event === 'APPROVE' && !canMerge(call.user)) throw forbidden(messages.cannotMerge);
    if (commit !== undefined && commit !== pull.headSha) {
      throw unprocessable('The head of the pull request has moved: commit_id is not its last commit');
    }
    const anchors = await Promise.all(
      comments.map((comment) => findAnchor(call.desk, pull, pull.headSha, comment).catch(inWordsOfReviews)),
    );
    const review: ReviewRecord = {
      id: draft.nextId(),
      pull: number,
      user: call.user.login,
      body,
      state: verdicts[event],
      commitSha: pull.headSha,
      submittedAt: draft.now,
    };
    draft.putReview(review);
    comments.forEach((comment, index) => {
      const anchor = anchors[index];
      if (anchor !== undefined)
        addReviewComment(call, draft, anchor, { pull: number, review: review.id, body: comment.body });
    });
    // Who was asked has answered.
    const requestedReviewers = stored.requestedReviewers.filter((login) => login !== call.user.login);
    draft.putPull({ ...stored, requestedReviewers, updatedAt: draft.now });
    return { result: review };
  });
}

/** Reviews have another form of refusal than single comments. */
function inWordsOfReviews(error: unknown): Anchor {
  if (!(error instanceof HttpError)) throw error;
  throw unprocessable(`Unprocessable Entity: ${error.errors.map(({ message }) => message).join(', ')}`);
}
