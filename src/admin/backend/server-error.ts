import { EditorError } from '../editor-error.ts';
import { messages } from '../locale/messages.ts';

/** What kind of failure an answer of the server is, or that there was none. */
export type FailureKind =
  | 'network'
  | 'unauthorized'
  | 'forbidden'
  | 'rate-limit'
  | 'not-found'
  | 'conflict'
  | 'invalid'
  | 'not-mergeable'
  | 'server';

interface Failure {
  readonly kind: FailureKind;
  /** Of the answer; 0 when there was none. Decap looks for 404. */
  readonly status: number;
  /** What the server itself said, often in English. */
  readonly reason: string;
  /** When requests are answered again. */
  readonly resetAt?: Date;
}

/** A request that failed, told in Spanish with what to do; the editor's text is safe in every one. */
export class ServerError extends EditorError {
  readonly kind: FailureKind;
  readonly status: number;
  readonly reason: string;
  readonly resetAt: Date | undefined;

  constructor({ kind, status, reason, resetAt }: Failure, options?: ErrorOptions) {
    super(messages.failure[kind]({ status, reason, resetAt }), options);
    this.kind = kind;
    this.status = status;
    this.reason = reason;
    this.resetAt = resetAt;
  }
}

/** Is it the answer that something is not there? */
export const isNotFound = (error: unknown): boolean =>
  error instanceof ServerError && error.kind === 'not-found';

/**
 * The error that an answer stands for. A limit of requests comes as 403 or 429.
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
 * @param reason what the body says
 */
export function toServerError(status: number, headers: Headers, reason: string): ServerError {
  const resetAt = toResetTime(headers);
  const isLimit = headers.get('x-ratelimit-remaining') === '0' || /rate limit|too many/iu.test(reason);
  if (status === 429 || (status === 403 && isLimit)) {
    return new ServerError({
      kind: 'rate-limit',
      status,
      reason,
      ...(resetAt === undefined ? {} : { resetAt }),
    });
  }
  return new ServerError({
    kind: kinds.get(status) ?? (status >= 500 ? 'server' : 'invalid'),
    status,
    reason,
  });
}

const kinds: ReadonlyMap<number, FailureKind> = new Map([
  [401, 'unauthorized'],
  [403, 'forbidden'],
  [404, 'not-found'],
  [405, 'not-mergeable'],
  [409, 'conflict'],
]);

/** `Retry-After` counts seconds; `X-RateLimit-Reset` is a time in seconds. */
function toResetTime(headers: Headers): Date | undefined {
  const seconds = Number(headers.get('retry-after') ?? 'none');
  if (Number.isFinite(seconds)) return new Date(Date.now() + seconds * 1000);
  const reset = Number(headers.get('x-ratelimit-reset') ?? 'none');
  return Number.isFinite(reset) ? new Date(reset * 1000) : undefined;
}
