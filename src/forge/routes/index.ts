import type { Call } from '../context.ts';
import type { Route } from '../router.ts';
import { accountRoutes } from './account.ts';
import { assigneeRoutes } from './assignees.ts';
import { commitRoutes } from './commits.ts';
import { contentRoutes } from './contents.ts';
import { issueRoutes } from './issues.ts';
import { labelRoutes } from './labels.ts';
import { objectRoutes } from './objects.ts';
import { pullRoutes } from './pulls.ts';
import { requestedReviewerRoutes } from './requested-reviewers.ts';
import { reviewCommentRoutes } from './review-comments.ts';
import { reviewRoutes } from './reviews.ts';
import { ruleRoutes } from './rules.ts';
import { refRoutes } from './refs.ts';

export const routes: readonly Route<Call>[] = [
  ...accountRoutes,
  ...objectRoutes,
  ...refRoutes,
  ...commitRoutes,
  ...reviewCommentRoutes,
  ...pullRoutes,
  ...reviewRoutes,
  ...requestedReviewerRoutes,
  ...ruleRoutes,
  ...labelRoutes,
  ...assigneeRoutes,
  ...issueRoutes,
  ...contentRoutes,
];
