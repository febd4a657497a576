import { z } from 'zod';
import type { Call } from '../context.ts';
import { json, notFound, unprocessable } from '../http.ts';
import { currentPull, findPull } from '../pulls.ts';
import type { Route } from '../router.ts';
import { pullView } from '../views/pull.ts';
import { simpleUser } from '../views/user.ts';

const reviewersSchema = z.object({ reviewers: z.array(z.string()).default([]) });

const path = '/repos/:owner/:repo/pulls/:number/requested_reviewers';

export const requestedReviewerRoutes: readonly Route<Call>[] = [
  {
    // https://docs.github.com/en/rest/pulls/review-requests#get-all-requested-reviewers-for-a-pull-request
    method: 'GET',
    path,
    handle: async (call, { number = '' }) => {
      const { requestedReviewers } = await findPull(call.desk, number);
      return call.answer({
        users: requestedReviewers.map((login) => simpleUser(call.urls, login)),
        teams: [],
      });
    },
  },
  {
    // https://docs.github.com/en/rest/pulls/review-requests#request-reviewers-for-a-pull-request
    method: 'POST',
    path,
    handle: async (call, { number = '' }) => {
      const { reviewers } = await call.body(reviewersSchema);
      const known = call.desk.options.users.map(({ login }) => login);
      if (reviewers.some((login) => !known.includes(login))) {
        throw unprocessable(
          `Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the ${call.urls.fullName} repository.`,
        );
      }
      return changeReviewers(call, number, 201, (present, author) => {
        if (reviewers.includes(author))
          throw unprocessable('Review cannot be requested from pull request author.');
        return [...new Set([...present, ...reviewers])];
      });
    },
  },
  {
    // https://docs.github.com/en/rest/pulls/review-requests#remove-requested-reviewers-from-a-pull-request
    method: 'DELETE',
    path,
    handle: async (call, { number = '' }) => {
      const { reviewers } = await call.body(reviewersSchema);
      return changeReviewers(call, number, 200, (present) =>
        present.filter((login) => !reviewers.includes(login)),
      );
    },
  },
];

async function changeReviewers(
  call: Call,
  number: string,
  status: number,
  change: (present: readonly string[], author: string) => string[],
): Promise<Response> {
  const pull = await call.desk.state.change(
    call.user,
    `Ask for a review of #${number}`,
    (snapshot, draft) => {
      const stored = snapshot.pulls.get(Number(number));
      if (!stored) throw notFound();
      const requestedReviewers = change(stored.requestedReviewers, stored.user);
      const updated = { ...stored, requestedReviewers, updatedAt: draft.now };
      draft.putPull(updated);
      return { result: updated };
    },
  );
  const { labels } = await call.desk.state.read();
  return json(pullView(call.urls, call.user, await currentPull(call.desk, pull), labels), { status });
}
