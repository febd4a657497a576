import { z } from 'zod';

/** What people said of a pull request, in GitHub's answers. */

const account = z.object({ login: z.string() }).nullish();

/** https://docs.github.com/en/rest/issues/comments#list-issue-comments */
export const issueCommentsSchema = z.array(
  z.object({
    id: z.int(),
    /** `type` is `User`, `Bot` or `Organization`. */
    user: z.object({ login: z.string(), type: z.string().optional() }).nullish(),
    body: z.string().nullish(),
    created_at: z.string(),
    html_url: z.string(),
  }),
);
export type IssueComment = z.output<typeof issueCommentsSchema>[number];

/** https://docs.github.com/en/rest/pulls/comments#list-review-comments-on-a-pull-request */
export const reviewCommentsSchema = z.array(
  z.object({
    id: z.int(),
    user: account,
    body: z.string(),
    path: z.string(),
    /** Of the head's file; null when the line is gone since, or the comment is on the whole file. */
    line: z.int().nullish(),
    original_line: z.int().nullish(),
    commit_id: z.string(),
    in_reply_to_id: z.int().nullish(),
    created_at: z.string(),
    html_url: z.string(),
  }),
);
export type ReviewComment = z.output<typeof reviewCommentsSchema>[number];
