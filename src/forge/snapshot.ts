import { z } from 'zod';
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
import {
  commentSchema,
  issueSchema,
  labelSchema,
  pullSchema,
  recordPath,
  reviewCommentSchema,
  reviewSchema,
  sequenceSchema,
  statusSchema,
} from './records.ts';

/** Everything the forge remembers, as of one commit of its state. Never changes. */
export class Snapshot {
  /** The commit it was read from; undefined before the first record. */
  readonly commit: string | undefined;
  readonly pulls = new Map<number, PullRecord>();
  readonly issues = new Map<number, IssueRecord>();
  readonly labels = new Map<string, LabelRecord>();
  readonly sequence: Sequence;
  readonly #comments = new Map<number, CommentRecord>();
  readonly #commentsByIssue = new Map<number, CommentRecord[]>();
  readonly #reviews = new Map<number, ReviewRecord[]>();
  readonly #reviewComments = new Map<number, ReviewCommentRecord[]>();
  readonly #statuses = new Map<string, StatusRecord[]>();

  /** `files`: path in the state's tree → JSON text. */
  constructor(commit: string | undefined, files: ReadonlyMap<string, unknown>) {
    this.commit = commit;
    for (const [path, value] of files) this.#add(path, value);
    const sequence = files.get(recordPath.sequence);
    this.sequence =
      sequence === undefined ? { number: 0, id: 0 } : read(sequenceSchema, recordPath.sequence, sequence);
    for (const comments of this.#commentsByIssue.values()) comments.sort((a, b) => a.id - b.id);
    for (const reviews of this.#reviews.values()) reviews.sort((a, b) => a.id - b.id);
    for (const comments of this.#reviewComments.values()) comments.sort((a, b) => a.id - b.id);
  }

  comments(issue: number): readonly CommentRecord[] {
    return this.#commentsByIssue.get(issue) ?? [];
  }

  comment(id: number): CommentRecord | undefined {
    return this.#comments.get(id);
  }

  reviews(pull: number): readonly ReviewRecord[] {
    return this.#reviews.get(pull) ?? [];
  }

  reviewComments(pull: number): readonly ReviewCommentRecord[] {
    return this.#reviewComments.get(pull) ?? [];
  }

  reviewComment(id: number): ReviewCommentRecord | undefined {
    return [...this.#reviewComments.values()].flat().find((comment) => comment.id === id);
  }

  /** Every status a commit was given, oldest first. */
  statuses(sha: string): readonly StatusRecord[] {
    return this.#statuses.get(sha) ?? [];
  }

  openPulls(): PullRecord[] {
    return [...this.pulls.values()].filter((pull) => pull.state === 'open');
  }

  #add(path: string, value: unknown): void {
    const [folder = '', ...rest] = path.split('/');
    if (path === recordPath.labels) {
      for (const label of read(z.array(labelSchema), path, value))
        this.labels.set(label.name.toLowerCase(), label);
    } else if (folder === 'pulls' && rest.length === 1) {
      const pull = read(pullSchema, path, value);
      this.pulls.set(pull.number, pull);
    } else if (folder === 'issues' && rest.length === 1) {
      const issue = read(issueSchema, path, value);
      this.issues.set(issue.number, issue);
    } else if (folder === 'issues' && rest[1] === 'comments') {
      const comment = read(commentSchema, path, value);
      this.#comments.set(comment.id, comment);
      push(this.#commentsByIssue, comment.issue, comment);
    } else if (folder === 'pulls' && rest[1] === 'reviews') {
      const review = read(reviewSchema, path, value);
      push(this.#reviews, review.pull, review);
    } else if (folder === 'pulls' && rest[1] === 'comments') {
      const comment = read(reviewCommentSchema, path, value);
      push(this.#reviewComments, comment.pull, comment);
    } else if (folder === 'statuses') {
      this.#statuses.set((rest[0] ?? '').replace(/\.json$/, ''), read(z.array(statusSchema), path, value));
    }
  }
}

const checked = new WeakMap<object, unknown>();

/** Parses a record once: the same file is in many snapshots. */
function read<T>(schema: z.ZodType<T>, path: string, value: unknown): T {
  if (typeof value === 'object' && value !== null && checked.has(value)) return checked.get(value) as T;
  const result = schema.safeParse(value);
  if (!result.success) {
    throw new Error(`The record ${path} in refs/gaceta/state is damaged: ${z.prettifyError(result.error)}`);
  }
  if (typeof value === 'object' && value !== null) checked.set(value, result.data);
  return result.data;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
