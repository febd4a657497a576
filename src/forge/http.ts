import { createHash } from 'node:crypto';

const documentation = 'https://docs.github.com/rest';

export interface FieldError {
  resource: string;
  field?: string;
  code: string;
  message?: string;
}

/** An answer that is not a success, in GitHub's form. https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api */
export class HttpError extends Error {
  readonly status: number;
  readonly errors: readonly FieldError[];

  constructor(status: number, message: string, errors: readonly FieldError[] = []) {
    super(message);
    this.name = 'HttpError';
    this.status = status;
    this.errors = errors;
  }

  toResponse(): Response {
    return json(
      {
        message: this.message,
        ...(this.errors.length > 0 ? { errors: this.errors } : {}),
        documentation_url: documentation,
        status: String(this.status),
      },
      { status: this.status },
    );
  }
}

export const notFound = (): HttpError => new HttpError(404, 'Not Found');
export const forbidden = (message: string): HttpError => new HttpError(403, message);
export const unprocessable = (message: string, errors: readonly FieldError[] = []): HttpError =>
  new HttpError(422, message, errors);
export const validationFailed = (...errors: FieldError[]): HttpError =>
  unprocessable('Validation Failed', errors);

export interface AnswerOptions {
  status?: number;
  headers?: Record<string, string>;
}

const always = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

const revalidate = { 'Cache-Control': 'private, no-cache', Vary: 'Authorization, Accept' };

export function json(body: unknown, { status = 200, headers = {} }: AnswerOptions = {}): Response {
  return new Response(typeof body === 'string' ? body : JSON.stringify(body), {
    status,
    headers: {
      ...always,
      'Content-Type': 'application/json; charset=utf-8',
      ...revalidate,
      ...headers,
    },
  });
}

/** Without a content type: Decap parses whatever says it is JSON. */
export function noContent(): Response {
  return new Response(null, { status: 204, headers: { ...always, 'Cache-Control': 'no-store' } });
}

/**
 * 200 with an ETag of the body, or 304 when the caller has it.
 * https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#use-conditional-requests-if-appropriate
 */
export function conditional(request: Request, body: string, headers: Record<string, string> = {}): Response {
  return revalidated(request, createHash('sha256').update(body).digest('hex'), () => body, headers);
}

/** Like {@link conditional} when the version is known before the body is made. */
export function revalidated(
  request: Request,
  version: string,
  body: () => string,
  headers: Record<string, string> = {},
): Response {
  const etag = `W/"${version}"`;
  if (matches(request.headers.get('if-none-match'), etag)) {
    return new Response(null, { status: 304, headers: { ...always, ...revalidate, ...headers, ETag: etag } });
  }
  return json(body(), { headers: { ...headers, ETag: etag } });
}

function matches(header: string | null, etag: string): boolean {
  if (header === null) return false;
  const bare = etag.replace(/^W\//, '');
  return header.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === bare);
}
