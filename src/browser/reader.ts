import type { z } from 'zod';

/** An answer that is none: the server refused, or has no such thing. */
export class AnswerError extends Error {
  readonly status: number;

  constructor(path: string, status: number) {
    super(`${path}: ${String(status)}`);
    this.status = status;
  }
}

/**
 * Reads from GitHub's API. While nothing changes the server answers 304, which costs nothing of the limit,
 * and the same object is given again.
 * https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#use-conditional-requests-if-appropriate
 * @throws AnswerError, TypeError without a connection, DOMException after 30 seconds, ZodError for what is no answer of GitHub
 */
export type Reader = <S extends z.ZodType>(path: string, schema: S) => Promise<z.output<S>>;

interface Kept {
  readonly token: string;
  readonly etag: string;
  readonly value: unknown;
}

/** For an answer, in milliseconds. */
const patience = 30_000;

/** Answers that are kept: a hundred pull requests ask some three hundred. Of a commit that is no longer a tip nobody asks again. */
const maxKept = 1_000;

/** @param root of the API: `https://api.github.com` */
export function createReader(root: string, getToken: () => string | undefined): Reader {
  const kept = new Map<string, Kept>();
  return async <S extends z.ZodType>(path: string, schema: S): Promise<z.output<S>> => {
    const token = getToken();
    if (token === undefined) throw new AnswerError(path, 401);
    const last = kept.get(path);
    const known = last?.token === token ? last : undefined;
    const response = await fetch(new URL(`${root}${path}`), {
      cache: 'no-store',
      signal: AbortSignal.timeout(patience),
      headers: { Authorization: `token ${token}`, ...(known && { 'If-None-Match': known.etag }) },
    });
    if (response.status === 304 && known !== undefined) return known.value as z.output<S>;
    if (!response.ok) throw new AnswerError(path, response.status);
    const value = schema.parse(await response.json());
    const etag = response.headers.get('ETag');
    kept.delete(path);
    if (etag !== null) kept.set(path, { token, etag, value });
    const oldest = kept.size > maxKept ? kept.keys().next().value : undefined;
    if (oldest !== undefined) kept.delete(oldest);
    return value;
  };
}
