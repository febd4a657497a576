import type { GitHub } from '../client.ts';

/** One thing that the repository lacks. */
interface Step {
  /** What is done, such as `Create the label «gaceta/draft»`. */
  readonly title: string;
  apply(): Promise<void>;
}

/** One part of the setup. */
export interface Part {
  readonly title: string;
  /** Permission of a fine-grained token, for when GitHub refuses. */
  readonly needs: string;
  /** The steps that are missing; none: all is as it should be. Only reads. */
  plan(github: GitHub, options: SetupOptions): Promise<Step[]>;
}

export interface SetupOptions {
  /** Approvals that a merge into main needs. */
  readonly approvals: 0 | 1;
  /** Logins or `organisation/team`, without @; undefined: collaborators who may maintain the repository. */
  readonly reviewers: readonly string[] | undefined;
}
