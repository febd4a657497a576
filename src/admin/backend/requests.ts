import { z } from 'zod';
import { signInAgain } from '../drafts/sign-in-again.ts';
import { ServerError, toServerError } from './server-error.ts';

/** A request as Decap describes it: what `fetch` takes, and the query apart. */
export interface RequestOptions {
  readonly method?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly cache?: RequestCache;
}

/** How long an answer may take, in milliseconds: uploads over a slow line. */
const patience = 120_000;

const problemSchema = z.object({
  message: z.string().default(''),
  errors: z.array(z.union([z.string(), z.looseObject({ message: z.string().nullish() })])).default([]),
});

/**
 * Sends requests to the API and fails at once, with a kind of failure: Decap waits for a minute before it says
 * anything. What only reads is asked a second time. When the session ended, the editor signs in again above the
 * page and the request goes on.
 */
export class Requests {
  readonly #root: string;
  readonly #signInAgain: () => Promise<string>;
  #token: string;
  #signingIn: Promise<string> | undefined;

  constructor(root: string, token: string, ask: () => Promise<string> = signInAgain) {
    this.#root = root;
    this.#token = token;
    this.#signInAgain = ask;
  }

  get token(): string {
    return this.#token;
  }

  /** The parsed answer; undefined when it has no text. @throws ServerError */
  async request(path: string, options: RequestOptions = {}): Promise<unknown> {
    return readBody(await this.#send(toUrl(this.#root + path, options), options));
  }

  /** All pages of a list. @throws ServerError */
  async requestAllPages(path: string, options: RequestOptions = {}): Promise<unknown[]> {
    const items: unknown[] = [];
    let url: string | undefined = toUrl(this.#root + path, options);
    while (url !== undefined) {
      const response: Response = await this.#send(url, options);
      items.push(...z.array(z.unknown()).parse(await readBody(response)));
      url = toNextPage(response);
    }
    return items;
  }

  async #send(url: string, options: RequestOptions): Promise<Response> {
    const isRead = (options.method ?? 'GET') === 'GET';
    const token = this.#token;
    try {
      return await this.#sendOnce(url, options);
    } catch (error) {
      if (!(error instanceof ServerError)) throw error;
      if (error.kind === 'unauthorized') {
        // Somebody who was told so earlier may have signed in already.
        if (token === this.#token) await this.#renewToken();
        return this.#sendOnce(url, options);
      }
      if (isRead && (error.kind === 'network' || error.kind === 'server'))
        return this.#sendOnce(url, options);
      throw error;
    }
  }

  async #sendOnce(url: string, options: RequestOptions): Promise<Response> {
    let response: Response;
    try {
      response = await fetch(url, {
        cache: 'no-cache',
        ...options,
        headers: {
          'Content-Type': 'application/json; charset=utf-8',
          ...options.headers,
          Authorization: `token ${this.#token}`,
        },
        signal: AbortSignal.timeout(patience),
      });
    } catch (cause) {
      throw toNetworkError(cause);
    }
    if (!response.ok) throw toServerError(response.status, response.headers, await readReason(response));
    return response;
  }

  /** One window for all requests that wait. */
  async #renewToken(): Promise<void> {
    this.#signingIn ??= this.#signInAgain().finally(() => {
      this.#signingIn = undefined;
    });
    this.#token = await this.#signingIn;
  }
}

function toUrl(address: string, { params = {} }: RequestOptions): string {
  const query = Object.entries(params).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return query.length === 0 ? address : `${address}?${query.join('&')}`;
}

/** https://docs.github.com/en/rest/using-the-rest-api/using-pagination-in-the-rest-api */
const toNextPage = (response: Response): string | undefined =>
  /<([^>]+)>;\s*rel="next"/u.exec(response.headers.get('Link') ?? '')?.[1];

/** Only an answer that is there can be cut off while it is read. */
async function readBody(response: Response): Promise<unknown> {
  const text = await response.text().catch((cause: unknown) => {
    throw toNetworkError(cause);
  });
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    // The page of a proxy or of a hotel's network.
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new ServerError({ kind: 'network', status: 0, reason: text.slice(0, 200) }, { cause });
  }
}

const toNetworkError = (cause: unknown): ServerError =>
  new ServerError({ kind: 'network', status: 0, reason: String(cause) }, { cause });

/** What the server says is wrong: its sentence, and those about single values. */
async function readReason(response: Response): Promise<string> {
  const text = await response.text().catch(() => '');
  const problem = problemSchema.safeParse(parseOrUndefined(text)).data;
  if (problem === undefined) return response.statusText;
  const details = problem.errors.map((error) => (typeof error === 'string' ? error : (error.message ?? '')));
  return [problem.message, ...details].filter((part) => part !== '').join(': ');
}

function parseOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
