import { z } from 'zod';
import { AnswerError } from '../browser/reader.ts';
import { messages } from './messages.ts';

/** A request that failed, told in Spanish with what to do. */
export class ApiError extends Error {
  /** Of the answer; 0 when there was none. */
  readonly status: number;
  /** What the server itself said, often in English. */
  readonly reason: string;

  constructor(status: number, reason = '', options?: ErrorOptions) {
    super(toText(status, reason), options);
    this.status = status;
    this.reason = reason;
  }
}

type Failure = Exclude<keyof typeof messages.failure, 'detail' | 'stale'>;

const kinds: Readonly<Record<number, Failure>> = {
  0: 'offline',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  405: 'invalid',
  409: 'conflict',
  429: 'limit',
};

function toText(status: number, reason: string): string {
  const isLimit = /rate limit|too many/iu.test(reason);
  const kind = isLimit ? 'limit' : (kinds[status] ?? (status >= 500 ? 'server' : 'invalid'));
  return messages.failure[kind] + (reason === '' || status === 0 ? '' : messages.failure.detail(reason));
}

/** What went wrong, in Spanish. @throws what is no answer of a server but a mistake of ours */
export function toMessage(error: unknown): string {
  if (error instanceof ApiError) return error.message;
  if (error instanceof AnswerError) return new ApiError(error.status, '', { cause: error }).message;
  if (error instanceof z.ZodError) return messages.failure.server;
  if (error instanceof TypeError || error instanceof DOMException) return messages.failure.offline;
  throw error;
}

const problemSchema = z.object({
  message: z.string().default(''),
  errors: z.array(z.union([z.string(), z.looseObject({ message: z.string().nullish() })])).default([]),
});

/** What the body of an answer says is wrong. */
export function readReason(text: string): string {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return '';
    throw error;
  }
  const problem = problemSchema.safeParse(data).data;
  if (problem === undefined) return '';
  const details = problem.errors.map((error) => (typeof error === 'string' ? error : (error.message ?? '')));
  return [problem.message, ...details].filter((part) => part !== '').join(': ');
}
