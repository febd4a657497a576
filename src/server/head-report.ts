import { collectChanges } from '../changes/collect-changes.ts';
import { commentStart, toComment } from '../changes/comment.ts';
import { reviewContext, toReviewUrl, toStatuses } from '../changes/statuses.ts';
import type { HeadReport } from '../forge/index.ts';

/**
 * What `npm run review` says of a pull request, as its comment and the statuses of its head.
 * @param origin where reviewers reach this newsroom
 * @param cacheDir that of the check
 */
export const createHeadReport = (contentRepo: string, cacheDir: string, origin: string): HeadReport => ({
  context: reviewContext,
  marker: commentStart,
  async run({ number, head }) {
    const changes = await collectChanges({
      repository: contentRepo,
      base: 'refs/heads/main',
      head,
      cacheDir,
    });
    const statuses = toStatuses(changes, { number, origin });
    return {
      comment: toComment(changes, toReviewUrl(origin, number)),
      statuses: statuses.map((status) => ({ ...status, state: 'success' })),
    };
  },
});
