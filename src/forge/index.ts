import { BoundedCache, History } from '../git/index.ts';
import { avatar } from './avatar.ts';
import { Checker } from './checker.ts';
import { Call } from './context.ts';
import type { Desk } from './context.ts';
import { admit } from './gatekeeper.ts';
import { HttpError, notFound } from './http.ts';
import { Merger } from './merger.ts';
import { Reporter } from './reporter.ts';
import { Router } from './router.ts';
import { routes } from './routes/index.ts';
import { mainRef } from './rules.ts';
import { Sessions } from './sessions.ts';
import { signIn, signInPage } from './sign-in.ts';
import { StateStore } from './state.ts';
import { addStatus } from './statuses.ts';
import { bot } from './types.ts';
import type { Forge, ForgeOptions, NewStatus } from './types.ts';
import { Urls } from './views/urls.ts';

export type { Forge, ForgeOptions, HeadCheck, HeadReport, User } from './types.ts';

/**
 * The part of GitHub's REST API that the newsroom uses, over a local repository, and the page to sign in at.
 * Finishes first what an interrupted publish left. It does not close the repository it was given.
 */
export async function createForge(options: ForgeOptions): Promise<Forge> {
  const forge = new LocalForge(options);
  await forge.start();
  return forge;
}

class LocalForge implements Forge {
  readonly #desk: Desk;
  readonly #reporter: Reporter;
  readonly #sessions = new Sessions();
  readonly #router = new Router<Call>(routes);

  constructor(options: ForgeOptions) {
    const { repository } = options;
    const state = new StateStore(repository);
    this.#reporter = new Reporter(options.report, state, repository);
    this.#desk = {
      options,
      repository,
      state,
      history: new History(repository.gitDir),
      merger: new Merger(options, state),
      checker: new Checker(options.check, state, this.#reporter),
      comparisons: new BoundedCache(200),
      mergeable: new BoundedCache(2_000),
      trees: new BoundedCache(32 * 1024 * 1024),
    };
  }

  async start(): Promise<void> {
    const { merger, history, repository } = this.#desk;
    await merger.recover().catch((error: unknown) => {
      // The work tree is in the way: the next merge says so to somebody who can act on it.
      if (!(error instanceof HttpError)) throw error;
    });
    this.#reporter.catchUp();
    const main = await repository.resolve(mainRef);
    if (main !== undefined) {
      // Begun now so that the first list of entries does not wait for it; a failure shows there.
      history.advance(main, (one, other) => repository.isAncestor(one, other)).catch(() => undefined);
      repository.listTree(main, '', { recursive: true, sizes: true }).catch(() => undefined);
    }
  }

  async handle(request: Request): Promise<Response> {
    try {
      return await this.#answer(request);
    } catch (error) {
      if (error instanceof HttpError) return error.toResponse();
      const failure = new HttpError(500, 'Server Error');
      failure.cause = error;
      this.#report(error);
      return failure.toResponse();
    }
  }

  async setStatus(sha: string, status: NewStatus): Promise<void> {
    await addStatus(this.#desk.state, bot, sha, status);
  }

  async commentOnMerged(from: string, to: string, body: string): Promise<void> {
    const { state, repository } = this.#desk;
    const merged = new Set(await repository.commitsBetween(from, to));
    await state.change(bot, 'Comment on what was published', (snapshot, draft) => {
      for (const { number, mergeCommitSha } of snapshot.pulls.values()) {
        if (mergeCommitSha === null || !merged.has(mergeCommitSha)) continue;
        draft.putComment({
          id: draft.nextId(),
          issue: number,
          user: bot.login,
          body,
          createdAt: draft.now,
          updatedAt: draft.now,
        });
      }
      return { result: undefined };
    });
  }

  openSession(): string {
    return this.#sessions.open(bot);
  }

  async close(): Promise<void> {
    this.#sessions.close();
    await this.#desk.checker.close();
    await this.#reporter.close();
    await this.#desk.history.close();
    await this.#desk.state.exclusively(() => Promise.resolve());
  }

  async #answer(request: Request): Promise<Response> {
    const { options } = this.#desk;
    const url = new URL(request.url);
    const origin = admit(request, options.origins);
    if (!url.pathname.startsWith(`${options.basePath}/`)) throw notFound();
    const path = url.pathname.slice(options.basePath.length);
    return this.#answerPublic(request, path, origin) ?? this.#answerApi(request, url, path, origin);
  }

  #answerPublic(request: Request, path: string, origin: string): Promise<Response> | Response | undefined {
    const { options } = this.#desk;
    if (path === '/sign-in') {
      if (request.method === 'POST') return signIn(request, origin, options, this.#sessions);
      if (request.method === 'GET') return signInPage(options);
      throw notFound();
    }
    const number = /^\/pull\/(\d+)$/.exec(path)?.[1];
    if (number !== undefined && request.method === 'GET') {
      // Where pull requests were shown before.
      const location = toUrls(options, origin).pullPage(Number(number));
      return new Response(null, { status: 302, headers: { Location: location } });
    }
    const login = /^\/avatars\/([^/]+)\.svg$/.exec(path)?.[1];
    if (login === undefined || request.method !== 'GET') return undefined;
    const user = [...options.users, bot].find((one) => encodeURIComponent(one.login) === login);
    if (!user) throw notFound();
    return avatar(user);
  }

  async #answerApi(request: Request, url: URL, path: string, origin: string): Promise<Response> {
    const { options } = this.#desk;
    const user = this.#sessions.find(request.headers.get('authorization'));
    if (!user) throw new HttpError(401, 'Bad credentials');
    const match = this.#router.match(request.method, path);
    if (!match.found) throw notFound();
    const { owner, repo } = match.parameters;
    const ours = [owner, options.owner].map((name) => name?.toLowerCase());
    const named = [repo, options.name].map((name) => name?.toLowerCase());
    if (owner !== undefined && (ours[0] !== ours[1] || named[0] !== named[1])) throw notFound();
    const urls = toUrls(options, origin);
    return match.route.handle(new Call(request, url, this.#desk, user, urls), match.parameters);
  }

  /** What nobody expected goes to the server's error output, through the one channel that needs no logger. */
  #report(error: unknown): void {
    process.emitWarning(error instanceof Error ? error : new Error(String(error)));
  }
}

const toUrls = ({ basePath, owner, name }: ForgeOptions, origin: string): Urls =>
  new Urls(origin, basePath, owner, name);
