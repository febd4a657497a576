/** How many requests one address may make in a window: a sign-in makes two. */
const limit = 60;
const window = 10 * 60_000;
/** How many addresses are remembered; the one that has been quiet longest is forgotten first. */
const capacity = 10_000;

/** Counts requests by address, in memory, for this instance. */
export class Limiter {
  readonly #windows = new Map<string, { count: number; readonly ends: number }>();

  /** Counts one request. Gives the seconds to wait when it is one too many. */
  count(address: string, now: number): number | undefined {
    const known = this.#windows.get(address);
    const current = known !== undefined && known.ends > now ? known : { count: 0, ends: now + window };
    current.count += 1;
    this.#windows.delete(address);
    this.#windows.set(address, current);
    const [oldest] = this.#windows.keys();
    if (this.#windows.size > capacity && oldest !== undefined) this.#windows.delete(oldest);
    return current.count > limit ? Math.ceil((current.ends - now) / 1000) : undefined;
  }
}

/**
 * Whose requests are counted together: the address of the connection, or what the last of our own proxies
 * added to X-Forwarded-For (what stands further left anybody can write). Of IPv6, the network of a household.
 * @param proxies how many of our own stand before this server
 */
export function toClient(address: string | undefined, forwarded: string | null, proxies: number): string {
  const hops = (forwarded ?? '').split(',').map((hop) => hop.trim());
  const named = proxies === 0 ? address : hops.at(-proxies);
  return toNetwork(named === undefined || named === '' ? (address ?? 'unknown') : named).slice(0, 100);
}

function toNetwork(address: string): string {
  const plain = address.replace(/^::ffff:(?=[\d.]+$)/iu, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.toLowerCase().split('::');
  const start = head.split(':').filter((group) => group !== '');
  const end = (tail ?? '').split(':').filter((group) => group !== '');
  const zeros = Array.from({ length: tail === undefined ? 0 : 8 - start.length - end.length }, () => '0');
  return [...start, ...zeros, ...end]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/u, ''))
    .join(':');
}
