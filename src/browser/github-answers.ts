import { z } from 'zod';

/** What the browser apps read of GitHub's answers. */

const account = z.object({ login: z.string() }).nullish();

const simplePull = {
  number: z.int(),
  html_url: z.string(),
  title: z.string(),
  state: z.enum(['open', 'closed']),
  draft: z.boolean().default(false),
  user: account,
  created_at: z.string(),
  updated_at: z.string(),
  body: z.string().nullish(),
  assignees: z.array(z.object({ login: z.string() })),
  requested_reviewers: z.array(z.object({ login: z.string() })).nullish(),
  merged_at: z.string().nullish(),
  labels: z.array(z.object({ name: z.string() })),
  head: z.object({ ref: z.string(), sha: z.string() }),
  /** Its tip when it was last asked, or when the pull request was closed. */
  base: z.object({ ref: z.string(), sha: z.string() }),
};

/** https://docs.github.com/en/rest/pulls/pulls#list-pull-requests */
export const pullListSchema = z.array(z.object(simplePull));
export type ListedPull = z.output<typeof pullListSchema>[number];

/** https://docs.github.com/en/rest/pulls/pulls#get-a-pull-request */
export const pullSchema = z.object({
  ...simplePull,
  /** `clean`, `unstable`, `has_hooks`, `blocked`, `behind`, `dirty`, `draft` or `unknown`. */
  mergeable_state: z.string(),
  /** How many it has. */
  commits: z.int(),
  additions: z.int(),
  deletions: z.int(),
});
export type Pull = z.output<typeof pullSchema>;

/** https://docs.github.com/en/rest/pulls/reviews#list-reviews-for-a-pull-request */
export const reviewsSchema = z.array(
  z.object({
    id: z.int(),
    user: account,
    body: z.string().nullish(),
    state: z.string(),
    commit_id: z.string().nullish(),
    submitted_at: z.string().nullish(),
  }),
);
export type Reviews = z.output<typeof reviewsSchema>;

/** https://docs.github.com/en/rest/pulls/pulls#list-commits-on-a-pull-request */
export const commitsSchema = z.array(
  z.object({
    sha: z.string(),
    author: account,
    committer: account,
    commit: z.object({
      author: z.object({ name: z.string(), date: z.string() }),
      committer: z.object({ date: z.string() }),
    }),
  }),
);
export type Commits = z.output<typeof commitsSchema>;

/** https://docs.github.com/en/rest/commits/statuses#get-the-combined-status-for-a-specific-reference */
export const statusSchema = z.object({
  statuses: z.array(
    z.object({
      context: z.string(),
      state: z.enum(['pending', 'success', 'failure', 'error']),
      description: z.string().nullish(),
      target_url: z.string().nullish(),
    }),
  ),
});
export type Statuses = z.output<typeof statusSchema>;

/** https://docs.github.com/en/rest/checks/runs#list-check-runs-for-a-git-reference */
export const checkRunsSchema = z.object({
  check_runs: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      conclusion: z.string().nullish(),
      html_url: z.string().nullish(),
      output: z.object({ title: z.string().nullish() }).nullish(),
    }),
  ),
});
export type CheckRuns = z.output<typeof checkRunsSchema>;

/** https://docs.github.com/en/rest/repos/rules#get-rules-for-a-branch */
export const rulesSchema = z.array(
  z.object({
    type: z.string(),
    parameters: z
      .object({
        required_approving_review_count: z.int().optional(),
        required_status_checks: z.array(z.object({ context: z.string() })).optional(),
      })
      .nullish(),
  }),
);
export type Rules = z.output<typeof rulesSchema>;

/** https://docs.github.com/en/rest/repos/repos#get-a-repository */
export const repositorySchema = z.object({
  permissions: z.object({
    admin: z.boolean(),
    maintain: z.boolean().default(false),
    push: z.boolean().default(false),
  }),
});

/** https://docs.github.com/en/rest/users/users#get-a-user */
export const userSchema = z.object({ login: z.string(), name: z.string().nullish() });
