import { EditorError } from '../editor-error.ts';
import { messages } from '../locale/messages.ts';

/** «Ahora no» holds until the next save: what asks in the background does not ask the editor again. */
let isRefused = false;

/** A save may ask again. */
export function forgetRefusal(): void {
  isRefused = false;
}

/**
 * Asks the editor to sign in again, above the page and without leaving it.
 * @returns the new token
 * @throws EditorError when the editor does not want to, now
 */
export async function signInAgain(): Promise<string> {
  const refusal = new EditorError(messages.failure.unauthorized());
  if (isRefused) throw refusal;
  const { askToSignIn } = await import('./ask-to-sign-in.tsx');
  const token = await askToSignIn();
  if (token !== undefined) return token;
  isRefused = true;
  throw refusal;
}
