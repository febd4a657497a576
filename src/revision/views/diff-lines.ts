import { withQuote } from '../../browser/conversation/quote.ts';
import type { ParagraphComment } from '../pull.ts';

/** First and last line of what a hunk shows of the new file, from 1. */
interface Span {
  readonly first: number;
  readonly last: number;
}

/**
 * The lines of the new file that a patch shows, context included: GitHub takes comments on these only.
 * https://docs.github.com/en/rest/pulls/comments#create-a-review-comment-for-a-pull-request
 */
function toSpans(patch: string): Span[] {
  return [...patch.matchAll(/^@@ -\d+(?:,\d+)? \+(?<first>\d+)(?:,(?<count>\d+))? @@/gmu)].map(
    ({ groups }) => {
      const first = Number(groups?.['first']);
      return { first, last: first + Number(groups?.['count'] ?? 1) - 1 };
    },
  );
}

/** May a comment stand at this line of the new file? Without a patch (a file too large, a binary one): no. */
export const canCommentOn = (patch: string | undefined, line: number): boolean =>
  toSpans(patch ?? '').some(({ first, last }) => first <= line && line <= last);

/**
 * What to ask for at `POST /repos/{owner}/{repo}/pulls/{n}/comments`: a comment on the line, or, where the diff does
 * not show that line, on the file with the words in the text. The words are there in either case: a line moves, and
 * who reads on GitHub sees the line of a whole paragraph.
 */
export function toCommentRequest(
  { path, line, quote, text }: ParagraphComment,
  { head, patch }: { readonly head: string; readonly patch: string | undefined },
): Readonly<Record<string, string | number>> {
  const comment = { commit_id: head, path, body: withQuote(quote, text) };
  return canCommentOn(patch, line)
    ? { ...comment, line, side: 'RIGHT' }
    : { ...comment, subject_type: 'file' };
}
