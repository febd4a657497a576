import type { GitHubApi } from './github-api.ts';

/** Who is signed in, and the client that speaks for them. */
export interface Session {
  readonly login: string;
  readonly name: string;
  readonly api: GitHubApi;
}

let session: Session | undefined;

/** The session of this tab; undefined before the sign-in, and with another backend than GitHub's. */
export const getSession = (): Session | undefined => session;

/** Called by the backend when somebody has signed in. */
export function setSession(next: Session | undefined): void {
  session = next;
}
