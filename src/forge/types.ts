import type { Repository } from '../git/index.ts';

export type Role = 'editor' | 'reviewer' | 'admin';

export interface User {
  login: string;
  name: string;
  email: string;
  role: Role;
}

export interface ForgeOptions {
  repository: Repository;
  /** Owner and name under which the repository answers, as in `/repos/gaceta/contenido`. */
  owner: string;
  name: string;
  users: readonly User[];
  /** The forge's own origins, as a browser writes them: `http://127.0.0.1:4321`. Requests for others are refused. */
  origins: readonly string[];
  /** Where the forge is mounted, without a final slash: `/forge`. */
  basePath: string;
  /** Folders (with final slash) an editor may change; a merge may change nothing else either. */
  writablePaths: readonly string[];
  /** Approvals that a merge needs; default: 0. */
  approvals?: 0 | 1;
  /** The check that a merge needs; default: none. */
  check?: HeadCheck;
  /** What reviewers are told of each head; default: nothing. */
  report?: HeadReport;
  /** Called after a merge has moved main; the merge does not wait for it. */
  onMainMoved?: (from: string, to: string) => void;
}

type StatusState = 'pending' | 'success' | 'failure' | 'error';

export interface NewStatus {
  context: string;
  state: StatusState;
  description?: string;
  targetUrl?: string;
}

/** A check of the head of a pull request; its outcome becomes the head's commit status. */
export interface HeadCheck {
  /** Such as `gaceta/check`. */
  context: string;
  run: (head: string) => Promise<Verdict>;
}

export type Verdict = Pick<NewStatus, 'state' | 'description'>;

/** What is told of the head of a pull request: one comment of the forge, kept up to date, and statuses. */
export interface HeadReport {
  /** The status that says that there is a report. */
  context: string;
  /** How the comment begins, so that it is found again. */
  marker: string;
  run: (pull: { readonly number: number; readonly head: string }) => Promise<PullReport>;
}

export interface PullReport {
  comment: string;
  /** The one of the report's context among them. */
  statuses: readonly NewStatus[];
}

export interface Forge {
  /** Answers every request below `basePath`. Never throws: failures are responses. */
  handle(request: Request): Promise<Response>;
  /** Sets a commit status in the forge's own name. */
  setStatus(sha: string, status: NewStatus): Promise<void>;
  /** Comments, in the forge's own name, on each pull request whose merge lies in `from..to`. */
  commentOnMerged(from: string, to: string, body: string): Promise<void>;
  /** A token of the forge's own user, for this process; rules hold for it as for everybody. */
  openSession(): string;
  close(): Promise<void>;
}

/** Who writes what the forge itself says. */
export const bot: User = { login: 'gaceta', name: 'Gaceta', email: '', role: 'admin' };

/**
 * The address in commits. Never the user's own: commits are public, staff addresses are not.
 */
export function commitEmail(user: Pick<User, 'login'>): string {
  return `${user.login}@users.noreply.localhost`;
}
