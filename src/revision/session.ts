import { readUser, type SignedIn } from '../browser/signed-in.ts';
import { createStore } from './store.ts';

/** Who is signed in, and whether the server still believes it. */
export interface Session {
  readonly user: SignedIn | undefined;
  readonly isExpired: boolean;
}

export const session = createStore<Session>({ user: readUser(), isExpired: false });

/** The server does not know the token any more; a token that changed in the meantime is not meant. */
export function expireSession(token: string | undefined): void {
  const { user } = session.get();
  const stored = readUser();
  if (stored !== undefined && stored.token !== token && stored.login === user?.login) {
    // Another tab, or the editor, has signed in again.
    session.set({ user: stored, isExpired: false });
  } else if (user !== undefined && user.token === token) session.set({ user, isExpired: true });
}

/** Resolves with a new token once somebody has signed in again; undefined: they do not want to, now. */
export function waitForSession(): Promise<string | undefined> {
  return new Promise((resolve) => {
    const check = (): void => {
      const { user, isExpired } = session.get();
      if (isExpired) return;
      stop();
      resolve(user?.token);
    };
    const stop = session.subscribe(check);
    check();
  });
}

// Signing in or out in the editor counts here, too.
addEventListener('storage', () => {
  const user = readUser();
  const now = session.get();
  if (user?.token !== now.user?.token) session.set({ user, isExpired: false });
});
