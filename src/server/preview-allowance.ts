/** What one client may use of the renderer, milliseconds: at once, and again in each second. */
const most = 20_000;
const perSecond = 700;

/** How many clients are remembered; the one that has been quiet longest is forgotten first. */
const capacity = 5000;

/**
 * Shares the renderer by the time that it takes: somebody who types is far below what is allowed, and texts that take
 * long to render are soon too many.
 */
export class Allowance {
  readonly #accounts = new Map<string, { readonly used: number; readonly at: number }>();

  /** Seconds to wait when a client has used all that it may. */
  check(client: string, now: number): number | undefined {
    const used = this.#used(client, now);
    return used < most ? undefined : Math.ceil((used - most) / perSecond) + 1;
  }

  /** @param taken milliseconds */
  spend(client: string, taken: number, now: number): void {
    const used = this.#used(client, now) + taken;
    this.#accounts.delete(client);
    this.#accounts.set(client, { used, at: now });
    const [oldest] = this.#accounts.keys();
    if (this.#accounts.size > capacity && oldest !== undefined) this.#accounts.delete(oldest);
  }

  #used(client: string, now: number): number {
    const { used, at } = this.#accounts.get(client) ?? { used: 0, at: now };
    return Math.max(0, used - ((now - at) / 1000) * perSecond);
  }
}
