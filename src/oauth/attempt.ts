import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Refusal } from './refusal.ts';

/** How long somebody has for GitHub's own pages, in milliseconds. GitHub's codes live as long. */
const lifetime = 10 * 60_000;

/**
 * One try to sign in, bound to one browser by a signed cookie. Any instance of the server that knows the
 * secret can finish what another began: the cookie holds the state and when it ends, and PKCE's verifier is
 * a keyed digest of the state, so that it never leaves the server.
 * RFC 9700 §2.1.1, §4.7; RFC 7636; RFC 6265bis §4.1.3.2 (`__Host-`)
 */
export class Attempts {
  readonly #secret: string;
  readonly #isSecure: boolean;
  /** States that were used here, with when they end. */
  readonly #used = new Map<string, number>();

  constructor(secret: string, isSecure: boolean) {
    this.#secret = secret;
    this.#isSecure = isSecure;
  }

  /** Begins one: its state, PKCE challenge and cookie. */
  begin(now: number): { state: string; challenge: string; cookie: string } {
    const state = randomBytes(32).toString('base64url');
    const value = `${state}.${String(now + lifetime)}`;
    return {
      state,
      challenge: createHash('sha256').update(this.toVerifier(state)).digest('base64url'),
      cookie: this.#toCookie(`${value}.${this.#digest('cookie', value)}`, lifetime / 1000),
    };
  }

  /**
   * The state that the browser's cookie holds.
   * @throws Refusal when there is none, when it is not ours, or too old.
   */
  read(cookies: string | null, now: number): string {
    const values = (cookies ?? '')
      .split(';')
      .map((pair) => pair.trim())
      .filter((pair) => pair.startsWith(`${this.#name}=`))
      .map((pair) => pair.slice(this.#name.length + 1));
    // Two of one name: somebody else has set one of them.
    const [value, ...others] = values;
    if (value === undefined || others.length > 0)
      throw new Refusal('no-cookie', `${String(values.length)} cookies`);
    const [, state, ends, digest] = /^([\w-]{43})\.(\d{1,16})\.([\w-]{43})$/u.exec(value) ?? [];
    if (state === undefined || ends === undefined || digest === undefined)
      throw new Refusal('no-cookie', 'malformed');
    if (!isSame(digest, this.#digest('cookie', `${state}.${ends}`))) throw new Refusal('no-cookie', 'forged');
    if (Number(ends) <= now) throw new Refusal('expired');
    return state;
  }

  /** Marks a state as used. @throws Refusal when it was before. */
  use(state: string, now: number): void {
    for (const [old, ends] of this.#used) {
      if (ends <= now) this.#used.delete(old);
    }
    if (this.#used.has(state)) throw new Refusal('used');
    this.#used.set(state, now + lifetime);
  }

  /** PKCE's secret of an attempt: 43 characters (RFC 7636 §4.1). */
  toVerifier(state: string): string {
    return this.#digest('verifier', state);
  }

  /** Takes the cookie away from the browser. */
  get endCookie(): string {
    return this.#toCookie('', 0);
  }

  get #name(): string {
    return this.#isSecure ? '__Host-gaceta-sign-in' : 'gaceta-sign-in';
  }

  #toCookie(value: string, maxAge: number): string {
    // Lax, not Strict: GitHub sends the browser back to us, and the cookie has to come along.
    const attributes = ['Path=/', `Max-Age=${String(maxAge)}`, 'HttpOnly', 'SameSite=Lax'];
    return [`${this.#name}=${value}`, ...attributes, ...(this.#isSecure ? ['Secure'] : [])].join('; ');
  }

  #digest(purpose: string, text: string): string {
    return createHmac('sha256', this.#secret)
      .update(`gaceta sign-in ${purpose}\n${text}`)
      .digest('base64url');
  }
}

/** Compares two texts in a time that does not tell where they differ. */
export const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
