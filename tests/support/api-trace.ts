import type { BrowserContext, Request } from '@playwright/test';
import { z } from 'zod';

/** One request of a page to the API of the repository. */
export interface ApiCall {
  readonly method: string;
  /** Below the API's root, decoded, without query: `/repos/gaceta/contenido/git/refs/heads/main`. */
  readonly path: string;
  /** What was sent, parsed when it is JSON. */
  readonly body: unknown;
  /** Undefined: there was no answer. */
  readonly status: number | undefined;
}

/** All calls of some browser windows so far, in the order of their answers. */
export interface ApiTrace {
  readonly calls: readonly ApiCall[];
  /** Records the calls of one more window, and of those that it opens. */
  watch(context: BrowserContext): void;
}

/** Records what windows ask of an API. @param root address of the API, such as http://127.0.0.1:4321/forge */
export function traceApi(root: string): ApiTrace {
  const calls: ApiCall[] = [];
  const record = (request: Request, status: number | undefined): void => {
    if (!request.url().startsWith(`${root}/`)) return;
    const path = decodeURIComponent(new URL(request.url()).pathname.slice(new URL(root).pathname.length));
    calls.push({ method: request.method(), path, body: parseBody(request.postData()), status });
  };
  return {
    calls,
    watch(context) {
      // The headers of the answer suffice: a window may close before it has read the rest.
      context.on('response', (response) => {
        record(response.request(), response.status());
      });
      context.on('requestfailed', (request) => {
        record(request, undefined);
      });
    },
  };
}

function parseBody(text: string | null): unknown {
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return text;
  }
}

/** Calls that write, and cannot touch main whatever they carry. */
const harmlessWrites: readonly RegExp[] = [
  /^POST \/repos\/[^/]+\/[^/]+\/git\/(?:blobs|trees|commits)$/u,
  /^(?:PATCH|DELETE) \/repos\/[^/]+\/[^/]+\/git\/refs\/heads\/(?!main$)/iu,
  /^(?:POST|PATCH) \/repos\/[^/]+\/[^/]+\/pulls(?:\/\d+)?$/u,
  /^(?:POST|PUT|DELETE) \/repos\/[^/]+\/[^/]+\/pulls\/\d+\/(?:reviews|requested_reviewers)(?:\/|$)/u,
  /^(?:POST|PATCH|PUT|DELETE) \/repos\/[^/]+\/[^/]+\/(?:issues|labels)(?:\/|$)/u,
  /^POST \/sign-in$/u,
];

const refSchema = z.object({ ref: z.string() });
const baseSchema = z.object({ base: z.string() });
const isMain = (name: string): boolean => /^(?:refs\/)?(?:heads\/)?main$/iu.test(name);

/** Could this call move main, if the server let it? Merging a pull request is the one that may. */
function writesMain({ method, path, body }: ApiCall): boolean {
  const call = `${method} ${path}`;
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return false;
  if (/^PUT \/repos\/[^/]+\/[^/]+\/pulls\/\d+\/merge$/u.test(call)) return false;
  if (/^POST \/repos\/[^/]+\/[^/]+\/git\/refs$/u.test(call)) {
    const parsed = refSchema.safeParse(body);
    return !parsed.success || isMain(parsed.data.ref);
  }
  // https://docs.github.com/en/rest/branches/branches#merge-a-branch
  if (/^POST \/repos\/[^/]+\/[^/]+\/merges$/u.test(call)) {
    const parsed = baseSchema.safeParse(body);
    return !parsed.success || isMain(parsed.data.base);
  }
  return !harmlessWrites.some((pattern) => pattern.test(call));
}

/**
 * First law: nothing writes to main but a merge of a pull request. A call that the law does not know counts as
 * one that does. Gives the calls that break it, whatever the server answered.
 */
export const findWritesToMain = (calls: readonly ApiCall[]): string[] => calls.filter(writesMain).map(toLine);

const forceSchema = z.object({ force: z.literal(true) });

/** Second law: no reference is moved by force. Gives the calls that break it, whatever the server answered. */
export const findForcedUpdates = (calls: readonly ApiCall[]): string[] =>
  calls.filter(({ body }) => forceSchema.safeParse(body).success).map(toLine);

const toLine = ({ method, path, status }: ApiCall): string =>
  `${method} ${path} ${String(status ?? 'no answer')}`;
