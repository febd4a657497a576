import { z } from 'zod';

/** Where people sign in: Decap's `base_url` and `auth_endpoint`. */
export interface SignInPlace {
  readonly baseUrl: string;
  readonly authEndpoint: string;
}

/** Why signing in did not work, in Spanish. */
export interface SignInTexts {
  readonly blocked: string;
  readonly failed: (reason: string) => string;
}

/** Signing in did not work; the message says why. */
export class SignInError extends Error {}

const authorizing = 'authorizing:github';
const successSchema = z.object({ token: z.string().min(1) });
const failureSchema = z.object({ message: z.string() });

let last: AbortController | undefined;

/**
 * Opens the sign-in window and waits for its token, by Decap's handshake: it says `authorizing:github`, gets the
 * echo, and answers. Only that window is heard, on its own origin. Call it from a click, or browsers block it.
 * Another call takes the place of the one before, whose promise then never settles.
 * @throws SignInError when the window was blocked, or says that it did not work
 */
export function openSignInWindow(
  { baseUrl, authEndpoint }: SignInPlace,
  texts: SignInTexts,
): Promise<string> {
  last?.abort();
  const attempt = new AbortController();
  last = attempt;
  const url = new URL(`${baseUrl.replace(/\/+$/u, '')}/${authEndpoint.replace(/^\/+/u, '')}`);
  url.searchParams.set('provider', 'github');
  const size = 'width=960,height=640';
  return new Promise((resolve, reject) => {
    // Listening begins before the window could speak.
    addEventListener(
      'message',
      (event: MessageEvent<unknown>) => {
        const { origin, source, data } = event;
        if (origin !== url.origin || source !== popup || popup === null || typeof data !== 'string') return;
        if (data === authorizing) popup.postMessage(authorizing, url.origin);
        const [, outcome, answer = ''] = /^authorization:github:(success|error):(.*)$/su.exec(data) ?? [];
        if (outcome === undefined) return;
        attempt.abort();
        popup.close();
        if (outcome === 'success') resolve(successSchema.parse(JSON.parse(answer)).token);
        else reject(new SignInError(texts.failed(failureSchema.parse(JSON.parse(answer)).message)));
      },
      { signal: attempt.signal },
    );
    const popup = open(url, 'gaceta-sign-in', size);
    if (popup === null) {
      attempt.abort();
      reject(new SignInError(texts.blocked));
    } else popup.focus();
  });
}
