import { z } from 'zod';
import { type GitHub, GitHubError } from '../github/client.ts';
import type { Changes } from './collect-changes.ts';
import { commentStart, toComment } from './comment.ts';
import { toReviewUrl, toStatuses } from './statuses.ts';

const commentSchema = z.object({
  id: z.number(),
  body: z.string().nullish(),
  html_url: z.string(),
  user: z.object({ login: z.string(), type: z.string() }).nullable(),
});
type Comment = z.output<typeof commentSchema>;

interface PostOptions {
  /** The pull request. */
  readonly number: number;
  /** Where the newsroom's server is, without a final slash; undefined: there is none. */
  readonly origin: string | undefined;
}

/**
 * Tells a pull request on GitHub what it changes: in one comment, kept up to date, and in the statuses of its head. One
 * that has never changed content is told nothing; one that does so no more is told that.
 * @throws GitHubError when the token may not do that
 */
export async function postReport(
  github: GitHub,
  changes: Changes,
  { number, origin }: PostOptions,
): Promise<void> {
  const url = origin === undefined ? undefined : toReviewUrl(origin, number);
  const { entries, media } = changes.report;
  const isNeeded = entries.length + media.length > 0;
  const comment = await putComment(github, number, toComment(changes, url), isNeeded);
  if (comment === undefined) return;
  for (const { context, description, targetUrl } of toStatuses(changes, {
    number,
    origin,
    fallbackUrl: comment.html_url,
  })) {
    await github.request('POST', `/statuses/${changes.head}`, z.unknown(), {
      state: 'success',
      context,
      description,
      ...(targetUrl === undefined ? {} : { target_url: targetUrl }),
    });
  }
}

/** Writes the comment; if it is not there and not needed, nothing. Two runs at once may have left two: the later ones go. */
async function putComment(
  github: GitHub,
  number: number,
  body: string,
  isNeeded: boolean,
): Promise<Comment | undefined> {
  const path = `/issues/${String(number)}/comments`;
  const comments = await github.list(`${path}?per_page=100`, z.array(commentSchema));
  const isOurs = await toOwnership(github);
  const [present, ...others] = comments.filter(
    (one) => one.body?.startsWith(commentStart) === true && isOurs(one),
  );
  if (present === undefined) {
    return isNeeded ? github.request('POST', path, commentSchema, { body }) : undefined;
  }
  for (const { id } of others) await github.request('DELETE', `/issues/comments/${String(id)}`, z.unknown());
  // GitHub ends lines as it likes.
  if (present.body?.replaceAll('\r\n', '\n').trim() === body.trim()) return present;
  return github.request('PATCH', `/issues/comments/${String(present.id)}`, commentSchema, { body });
}

/**
 * Which comments are those of the token? Whoever may comment could begin one like ours, and then change what we write
 * into it. The token of a workflow is not told who it is: its own are those of a bot.
 */
async function toOwnership(github: GitHub): Promise<(comment: Comment) => boolean> {
  try {
    const { login } = await github.request('GET', '//user', z.object({ login: z.string() }));
    return ({ user }) => user?.login === login;
  } catch (error) {
    if (error instanceof GitHubError && error.status === 403) return ({ user }) => user?.type === 'Bot';
    throw error;
  }
}
