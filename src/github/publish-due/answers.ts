import { z } from 'zod';

// What publishing asks of GitHub's answers.

export const pullSchema = z.object({
  number: z.number(),
  title: z.string(),
  body: z.string().nullish(),
  draft: z.boolean().optional(),
  user: z.object({ login: z.string() }).nullable(),
  labels: z.array(z.object({ name: z.string() })),
  head: z.object({
    ref: z.string(),
    sha: z.string(),
    /** Null: the fork is gone. */
    repo: z.object({ full_name: z.string() }).nullable(),
  }),
});
export type Pull = z.output<typeof pullSchema>;

export const pullStateSchema = z.object({ mergeable_state: z.string() });

export const fileSchema = z.object({ filename: z.string(), status: z.string() });

export const commitSchema = z.object({
  commit: z.object({ committer: z.object({ date: z.string() }) }),
  committer: z.object({ login: z.string().optional() }).nullable(),
});

export const reviewSchema = z.object({
  user: z.object({ login: z.string() }).nullable(),
  state: z.string(),
  commit_id: z.string().nullable(),
});

export const permissionSchema = z.object({ role_name: z.string() });

export const ruleSchema = z.object({
  type: z.string(),
  parameters: z.object({ required_approving_review_count: z.number().optional() }).optional(),
});

export const userSchema = z.object({ name: z.string().nullish() });
