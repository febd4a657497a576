import { z } from 'zod';
import { messages } from '../messages.ts';
import type { PreviewAnswer, PreviewFailure, PreviewRequest } from './preview-request.ts';

const refusalSchema = z.object({ message: z.string().min(1) });

/** Where this tab has learned that no server answers: the site stands on a static host. */
const missing = new Set<string>();

/** Seconds after which it is tried again where nobody answered, or a server that says no time failed. */
const offlinePause = 5;
const failedPause = 30;

const unavailable: PreviewFailure = { kind: 'unavailable', message: messages.preview.unavailable };

/**
 * The page of an entry as readers would get it. A refusal says why, in Spanish; whoever shows pages keeps the last good one.
 * @throws DOMException AbortError by `signal`
 */
export async function fetchPreview(request: PreviewRequest, signal?: AbortSignal): Promise<PreviewAnswer> {
  const answer = await post('/preview', request, signal);
  return answer instanceof Response ? { html: await answer.text() } : answer;
}

/** The picture that messengers show with the link of an entry, as JPEG. @throws as fetchPreview */
export async function fetchCard(
  { collection, id, values, context }: PreviewRequest,
  signal?: AbortSignal,
): Promise<Blob | PreviewFailure> {
  const answer = await post('/preview/card', { collection, id, values, context }, signal);
  return answer instanceof Response ? await answer.blob() : answer;
}

/** What every page of the site shows besides its entry: `context` of a request. */
interface Context {
  readonly context: unknown;
}

let known: Context | undefined;

/** Asks once per tab for what every page of the site shows besides its entry. */
export async function loadContext(): Promise<Context | PreviewFailure> {
  if (known !== undefined) return known;
  const answer = await ask('/admin/preview.json');
  if (!(answer instanceof Response)) return answer;
  known = { context: await answer.json() };
  return known;
}

const post = (url: string, body: object, signal?: AbortSignal): Promise<Response | PreviewFailure> =>
  ask(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    signal: signal ?? null,
  });

async function ask(url: string, init?: RequestInit): Promise<Response | PreviewFailure> {
  if (missing.has(url)) return unavailable;
  let response: Response;
  try {
    response = await fetch(url, init);
  } catch (error) {
    // What fetch throws when nobody answers.
    if (error instanceof TypeError) {
      return { kind: 'refused', message: messages.preview.offline, retryAfter: offlinePause };
    }
    throw error;
  }
  if (response.ok) return response;
  const failure = await toFailure(response);
  if (failure.kind === 'unavailable') missing.add(url);
  return failure;
}

async function toFailure(response: Response): Promise<PreviewFailure> {
  const isJson = response.headers.get('Content-Type')?.startsWith('application/json') === true;
  const { status } = response;
  // A static host has no such address, or takes nothing there.
  if (status === 404 || status === 405 || (!isJson && status < 500)) return unavailable;
  const { data } = refusalSchema.safeParse(isJson ? await response.json() : undefined);
  const retryAfter = Number(response.headers.get('Retry-After') ?? (status < 500 ? 0 : failedPause));
  return {
    kind: 'refused',
    message: data?.message ?? messages.preview.failed(status),
    ...(retryAfter > 0 ? { retryAfter } : {}),
  };
}
