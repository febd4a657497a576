import { HttpError } from './http.ts';

/**
 * Whether a request comes to and from this newsroom: its Host is one of ours (a rebound DNS name is not), its
 * Origin too when there is one, and the browser does not say that another site sent it.
 * @returns the origin it was sent to.
 * @throws HttpError 421 or 403
 */
export function admit(request: Request, origins: readonly string[]): string {
  const host = (request.headers.get('host') ?? new URL(request.url).host).toLowerCase();
  const own = origins.find((origin) => new URL(origin).host === host);
  if (own === undefined) throw new HttpError(421, 'Misdirected Request');
  const origin = request.headers.get('origin');
  if (origin !== null && !origins.includes(origin)) throw new HttpError(403, 'Forbidden');
  const site = request.headers.get('sec-fetch-site');
  if (site === 'cross-site' || (site === 'same-site' && origin === null))
    throw new HttpError(403, 'Forbidden');
  return own;
}
