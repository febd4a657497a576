import type { PostEntry } from './posts.ts';

/** Something that was corrected after its post was published. */
export interface CorrectionOf<P extends PostEntry = PostEntry> {
  readonly post: P;
  /** ISO 8601 with offset or Z. */
  readonly date: string;
  /** What was corrected, plain text. */
  readonly text: string;
}

/** The corrections of all these posts, newest first; those of one moment in the order of their posts. */
export const toCorrections = <P extends PostEntry>(published: readonly P[]): CorrectionOf<P>[] =>
  published
    .flatMap((post) => (post.data.corrections ?? []).map(({ date, text }) => ({ post, date, text })))
    .sort((a, b) => Date.parse(b.date) - Date.parse(a.date));
