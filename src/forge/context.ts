import type { z } from 'zod';
import type { BoundedCache } from '../git/index.ts';
import type { History, Repository } from '../git/index.ts';
import { HttpError, conditional, unprocessable } from './http.ts';
import { paginate } from './paginate.ts';
import type { Checker } from './checker.ts';
import type { Merger } from './merger.ts';
import type { StateStore } from './state.ts';
import type { ForgeOptions, User } from './types.ts';
import type { Urls } from './views/urls.ts';
import type { Comparison } from './compare.ts';

/** What every route works on; one per forge. */
export interface Desk {
  options: ForgeOptions;
  repository: Repository;
  state: StateStore;
  history: History;
  merger: Merger;
  checker: Checker;
  /** Answers about immutable objects. */
  comparisons: BoundedCache<string, Promise<Comparison>>;
  mergeable: BoundedCache<string, Promise<boolean>>;
  trees: BoundedCache<string, string>;
}

/** 128 MiB: a photo of 90 MB in base64. */
const largestBody = 128 * 1024 * 1024;

/** One signed-in request. */
export class Call {
  readonly request: Request;
  readonly url: URL;
  readonly desk: Desk;
  readonly user: User;
  readonly urls: Urls;

  constructor(request: Request, url: URL, desk: Desk, user: User, urls: Urls) {
    this.request = request;
    this.url = url;
    this.desk = desk;
    this.user = user;
    this.urls = urls;
  }

  /** A query parameter; empty counts as absent. */
  query(name: string): string | undefined {
    return this.url.searchParams.get(name) || undefined;
  }

  /**
   * The parsed request body.
   * @throws HttpError 400 for what is no JSON, 413 when too large, 422 when it does not fit `schema`
   */
  async body<T>(schema: z.ZodType<T>): Promise<T> {
    if (Number(this.request.headers.get('content-length')) > largestBody) throw tooLarge();
    const text = await this.request.text();
    if (text.length > largestBody) throw tooLarge();
    const result = schema.safeParse(text === '' ? {} : parseJson(text));
    if (result.success) return result.data;
    const reasons = result.error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`);
    throw unprocessable(`Invalid request.\n\n${reasons.join('\n')}`);
  }

  /** 200 or 304. */
  answer(body: unknown, headers: Record<string, string> = {}): Response {
    return conditional(this.request, JSON.stringify(body), headers);
  }

  /** One page of a list, put into `envelope` if there is one. */
  async page<T>(
    all: readonly T[],
    view: (item: T) => unknown,
    envelope: (items: unknown[]) => unknown = (items) => items,
  ): Promise<Response> {
    const { items, headers } = paginate(all, this.ownUrl());
    return this.answer(envelope(await Promise.all(items.map(view))), headers);
  }

  /** This request's address as the client knows it. */
  ownUrl(): URL {
    return new URL(this.url.pathname + this.url.search, this.urls.origin);
  }
}

function tooLarge(): HttpError {
  return new HttpError(413, 'Request body too large');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new HttpError(400, 'Problems parsing JSON');
    throw error;
  }
}
