import { toIsoSeconds } from '../git/index.ts';
import type {
  CommentRecord,
  IssueRecord,
  LabelRecord,
  PullRecord,
  ReviewCommentRecord,
  ReviewRecord,
  Sequence,
  StatusRecord,
} from './records.ts';
import { recordPath } from './records.ts';
import type { Snapshot } from './snapshot.ts';

/** Changes to the records, gathered to be committed at once. */
export class Draft {
  /** Path → new value, null to remove. */
  readonly changes = new Map<string, unknown>();
  readonly now = toIsoSeconds(new Date());
  readonly #snapshot: Snapshot;
  readonly #sequence: Sequence;

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot;
    this.#sequence = { ...snapshot.sequence };
  }

  /** The next number of an issue or pull request: they share one sequence, as on GitHub. */
  nextNumber(): number {
    this.#sequence.number += 1;
    this.changes.set(recordPath.sequence, this.#sequence);
    return this.#sequence.number;
  }

  nextId(): number {
    this.#sequence.id += 1;
    this.changes.set(recordPath.sequence, this.#sequence);
    return this.#sequence.id;
  }

  putIssue(issue: IssueRecord): void {
    this.changes.set(recordPath.issue(issue.number), issue);
  }

  putPull(pull: PullRecord): void {
    this.changes.set(recordPath.pull(pull.number), pull);
  }

  putComment(comment: CommentRecord): void {
    this.changes.set(recordPath.comment(comment.issue, comment.id), comment);
  }

  removeComment(comment: CommentRecord): void {
    this.changes.set(recordPath.comment(comment.issue, comment.id), null);
  }

  putReview(review: ReviewRecord): void {
    this.changes.set(recordPath.review(review.pull, review.id), review);
  }

  putReviewComment(comment: ReviewCommentRecord): void {
    this.changes.set(recordPath.reviewComment(comment.pull, comment.id), comment);
  }

  removeReviewComment(comment: ReviewCommentRecord): void {
    this.changes.set(recordPath.reviewComment(comment.pull, comment.id), null);
  }

  putStatuses(sha: string, statuses: readonly StatusRecord[]): void {
    this.changes.set(recordPath.statuses(sha), statuses);
  }

  /** Makes the labels that do not exist yet, as GitHub does when one is set; answers their names as stored. */
  ensureLabels(names: readonly string[]): string[] {
    const known = new Map(this.#snapshot.labels);
    const result: string[] = [];
    for (const name of names) {
      let label = known.get(name.toLowerCase());
      if (!label) {
        label = { id: this.nextId(), name, color: 'ededed', description: null };
        known.set(name.toLowerCase(), label);
      }
      if (!result.includes(label.name)) result.push(label.name);
    }
    if (known.size > this.#snapshot.labels.size) this.putLabels([...known.values()]);
    return result;
  }

  putLabels(labels: readonly LabelRecord[]): void {
    this.changes.set(recordPath.labels, labels);
  }
}
