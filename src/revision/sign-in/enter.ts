import { z } from 'zod';
import { repositorySchema, userSchema } from '../../browser/github-answers.ts';
import { AnswerError, createReader } from '../../browser/reader.ts';
import { openSignInWindow, SignInError } from '../../browser/sign-in-window.ts';
import { storeUser } from '../../browser/signed-in.ts';
import type { Api } from '../api.ts';
import { toMessage } from '../api-error.ts';
import { messages } from '../messages.ts';
import { session } from '../session.ts';

/**
 * Opens the sign-in window and signs in, here and in the editor. Call it from a click.
 * @param expected the login that has to come back; undefined: any
 * @throws SignInError in Spanish
 */
export async function enter({ settings, repo }: Api, expected?: string): Promise<void> {
  const token = await openSignInWindow(settings.signIn, messages.signIn);
  const read = createReader(settings.apiRoot, () => token);
  try {
    const [user, { permissions }] = await Promise.all([
      read('/user', userSchema),
      read(repo, z.object({ permissions: repositorySchema.shape.permissions.optional() })),
    ]);
    if (permissions?.push !== true) throw new SignInError(messages.signIn.noAccess(settings.repo));
    if (expected !== undefined && expected !== user.login) {
      throw new SignInError(messages.signIn.other(user.name ?? user.login));
    }
    const signedIn = { token, login: user.login, name: user.name ?? user.login };
    storeUser(signedIn);
    session.set({ user: signedIn, isExpired: false });
  } catch (error) {
    if (error instanceof SignInError) throw error;
    if (error instanceof AnswerError && error.status === 404) {
      throw new SignInError(messages.signIn.noAccess(settings.repo), { cause: error });
    }
    throw new SignInError(messages.signIn.failed(toMessage(error)), { cause: error });
  }
}
