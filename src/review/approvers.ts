/** What of a review says who approved what. https://docs.github.com/en/rest/pulls/reviews#list-reviews-for-a-pull-request */
interface Opinion {
  readonly user?: { readonly login: string } | null | undefined;
  readonly state: string;
  readonly commit_id?: string | null | undefined;
}

/**
 * Who approved this very version, by login. The last word of each counts; a comment takes nothing back.
 * @param reviews oldest first
 */
export function toApprovers(reviews: readonly Opinion[], head: string): string[] {
  const last = new Map<string, Opinion>();
  for (const review of reviews) {
    if (review.user == null || ['COMMENTED', 'PENDING'].includes(review.state)) continue;
    last.set(review.user.login, review);
  }
  return [...last]
    .filter(([, { state, commit_id: commit }]) => state === 'APPROVED' && commit === head)
    .map(([login]) => login);
}
