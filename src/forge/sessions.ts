import { createHash, randomBytes } from 'node:crypto';
import type { User } from './types.ts';

/**
 * Who is signed in. Tokens are random, live in memory for this run only, and are kept as digests: looking
 * one up takes the same time whichever of its characters is wrong.
 */
export class Sessions {
  readonly #users = new Map<string, User>();

  open(user: User): string {
    const token = randomBytes(32).toString('base64url');
    this.#users.set(digest(token), user);
    return token;
  }

  /** The user of an `Authorization: token …` or `Bearer …` header. */
  find(authorization: string | null): User | undefined {
    const match = /^(?:token|bearer) +([A-Za-z0-9_-]{43})$/i.exec(authorization ?? '');
    return match?.[1] === undefined ? undefined : this.#users.get(digest(match[1]));
  }

  close(): void {
    this.#users.clear();
  }
}

function digest(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
