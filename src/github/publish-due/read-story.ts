import { z } from 'zod';
import { readReason, toApprovers, toMergeMessage } from '../../review/index.ts';
import { type GitHub, GitHubError } from '../client.ts';
import { type Pull, reviewSchema, userSchema } from './answers.ts';

/** Who wrote a pull request, who approved its head, and why: as the commit that publishes it tells. */
export async function readStory(github: GitHub, { number, user, head, body }: Pull): Promise<string> {
  const reviews = await github.list(`/pulls/${String(number)}/reviews?per_page=100`, z.array(reviewSchema));
  const [author, approvers] = await Promise.all([
    user === null ? undefined : readName(github, user.login),
    Promise.all(toApprovers(reviews, head.sha).map((login) => readName(github, login))),
  ]);
  return toMergeMessage({ author, approvers, reason: readReason(body) });
}

/** The login of who says no name, or has left. */
async function readName(github: GitHub, login: string): Promise<string> {
  try {
    const path = `//users/${encodeURIComponent(login)}`;
    return (await github.request('GET', path, userSchema)).name ?? login;
  } catch (error) {
    if (error instanceof GitHubError && error.status === 404) return login;
    throw error;
  }
}
