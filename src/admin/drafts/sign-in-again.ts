import { EditorError } from '../editor-error.ts';
import { messages } from '../locale/messages.ts';

/**
 * Asks the editor to sign in again, above the page and without leaving it.
 * @returns the new token
 * @throws EditorError when the editor does not want to, now
 */
export function signInAgain(): Promise<string> {
  return Promise.reject(new EditorError(messages.server.failed(401, '')));
}
