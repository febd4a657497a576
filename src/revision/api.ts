import type { z } from 'zod';
import type { Place } from '../browser/load-facts.ts';
import { AnswerError, createReader, type Reader } from '../browser/reader.ts';
import { ApiError, readReason } from './api-error.ts';
import { expireSession, session, waitForSession } from './session.ts';
import type { Settings } from './settings.ts';

/** How the page talks to GitHub's API, or the forge's. */
export interface Api extends Place {
  readonly settings: Settings;
  /** Reads, with ETags; an answer 401 opens the sign-in. @throws as a Reader */
  readonly read: Reader;
  /** Writes. While the session is over it waits for the sign-in and goes on. @throws ApiError */
  send<S extends z.ZodType>(method: string, path: string, schema: S, body?: unknown): Promise<z.output<S>>;
}

/** How long an answer may take, in milliseconds: the local forge waits for its check before it merges. */
const patience = 60_000;

export function createApi(settings: Settings): Api {
  const { apiRoot, repo, branch } = settings;
  const getToken = (): string | undefined => session.get().user?.token;
  const reader = createReader(apiRoot, getToken);
  const read: Reader = async (path, schema) => {
    const token = getToken();
    try {
      return await reader(path, schema);
    } catch (error) {
      if (error instanceof AnswerError && error.status === 401) expireSession(token);
      throw error;
    }
  };
  async function send<S extends z.ZodType>(
    method: string,
    path: string,
    schema: S,
    body?: unknown,
  ): Promise<z.output<S>> {
    const token = getToken();
    const first = await request(apiRoot, { method, path, token, body });
    if (first.status !== 401) return toAnswer(first, schema);
    expireSession(token);
    const renewed = await waitForSession();
    if (renewed === undefined || renewed === token) throw new ApiError(401);
    return toAnswer(await request(apiRoot, { method, path, token: renewed, body }), schema);
  }
  return { settings, read, send, repo: `/repos/${repo}`, branch };
}

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly token: string | undefined;
  readonly body: unknown;
}

async function request(root: string, { method, path, token, body }: Sent): Promise<Response> {
  try {
    return await fetch(`${root}${path}`, {
      method,
      cache: 'no-store',
      signal: AbortSignal.timeout(patience),
      headers: { Authorization: `token ${token ?? ''}`, 'Content-Type': 'application/json; charset=utf-8' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch (cause) {
    throw new ApiError(0, String(cause), { cause });
  }
}

async function toAnswer<S extends z.ZodType>(response: Response, schema: S): Promise<z.output<S>> {
  const text = await response.text();
  if (!response.ok) throw new ApiError(response.status, readReason(text));
  return schema.parse(text === '' ? undefined : JSON.parse(text));
}
