import type { PullFacts } from '../load-facts.ts';
import { readAll } from '../read-all.ts';
import type { Reader } from '../reader.ts';
import {
  type IssueComment,
  issueCommentsSchema,
  type ReviewComment,
  reviewCommentsSchema,
} from './answers.ts';

/** What people said of a pull request, besides what stands in its reviews. */
export interface Comments {
  readonly comments: readonly IssueComment[];
  readonly reviewComments: readonly ReviewComment[];
  /** What the newsroom itself says of the change; undefined: nothing yet. */
  readonly report: string | undefined;
}

/** How the comment begins in which the newsroom says what changed. It is kept up to date, not a conversation. */
const reportMark = '<!-- gaceta:revision -->';

/** Everything that was said of a pull request, oldest first; the newsroom's own report is left out. @throws as a Reader */
export async function loadComments(
  { read, repo }: { readonly read: Reader; readonly repo: string },
  { pull: { number } }: Pick<PullFacts, 'pull'>,
): Promise<Comments> {
  const [comments, reviewComments] = await Promise.all([
    readAll(read, `${repo}/issues/${String(number)}/comments`, issueCommentsSchema),
    readAll(read, `${repo}/pulls/${String(number)}/comments`, reviewCommentsSchema),
  ]);
  return {
    comments: comments.filter((comment) => !isReport(comment)),
    reviewComments,
    report: comments.find(isReport)?.body ?? undefined,
  };
}

/**
 * Is it the newsroom's? Whoever may comment can begin one like it, which would be taken for what the check found; only
 * programs (a workflow, the forge) have accounts of this type. src/changes/post-report.ts writes into the first.
 */
const isReport = ({ body, user }: IssueComment): boolean =>
  user?.type === 'Bot' && body?.startsWith(reportMark) === true;
