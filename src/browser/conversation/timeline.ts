import type { PullFacts } from '../load-facts.ts';
import type { IssueComment, ReviewComment } from './answers.ts';
import { type Thread, toThreads } from './threads.ts';

/** One thing that happened in the conversation about a change. */
export type Event =
  | {
      readonly kind: 'comment';
      readonly id: number;
      readonly at: string;
      readonly login: string | undefined;
      readonly text: string;
    }
  | {
      readonly kind: 'review';
      readonly id: number;
      readonly at: string;
      readonly login: string | undefined;
      readonly text: string;
      /** `APPROVED`, `CHANGES_REQUESTED`, `COMMENTED` or `DISMISSED`. */
      readonly state: string;
    }
  | { readonly kind: 'thread'; readonly id: number; readonly at: string; readonly thread: Thread };

/** Reviews, comments and comments on paragraphs, oldest first. What a review only carries stands for itself. */
export function toTimeline({
  facts: { reviews },
  comments,
  reviewComments,
}: {
  readonly facts: Pick<PullFacts, 'reviews'>;
  readonly comments: readonly IssueComment[];
  readonly reviewComments: readonly ReviewComment[];
}): Event[] {
  const events: Event[] = [
    ...reviews
      .filter(({ state, body }) => state !== 'PENDING' && (state !== 'COMMENTED' || Boolean(body)))
      .map(({ id, user, body, state, submitted_at: at }) => ({
        kind: 'review' as const,
        id,
        at: at ?? '',
        login: user?.login,
        text: body ?? '',
        state,
      })),
    ...comments.map(({ id, user, body, created_at: at }) => ({
      kind: 'comment' as const,
      id,
      at,
      login: user?.login,
      text: body ?? '',
    })),
    ...toThreads(reviewComments).map((thread) => ({
      kind: 'thread' as const,
      id: thread.id,
      at: thread.said[0]?.at ?? '',
      thread,
    })),
  ];
  return events.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
