import { z } from 'zod';
import { type ChangeKind, kindLabels, toMergeTitle } from '../../review/index.ts';
import { type Reviews, reviewsSchema } from '../../browser/github-answers.ts';
import type { Repository } from './repository.ts';
import { ServerError } from './server-error.ts';

/** https://docs.github.com/en/rest/pulls/pulls#get-a-pull-request */
const pullSchema = z.object({
  number: z.number(),
  title: z.string(),
  body: z.string().nullish(),
  state: z.enum(['open', 'closed']),
  merged_at: z.string().nullish(),
  merge_commit_sha: z.string().nullish(),
  mergeable_state: z.string().optional(),
  user: z.object({ login: z.string() }).nullable(),
  labels: z.array(z.object({ name: z.string() })),
  head: z.object({
    ref: z.string(),
    sha: z.string(),
    repo: z.object({ full_name: z.string() }).nullable(),
  }),
});

export type Pull = z.output<typeof pullSchema>;

/** The words of a pull request, and the labels it gets. */
export interface PullText {
  readonly title: string;
  readonly body: string;
  readonly labels: readonly string[];
}

/** How the status of the board is called in a label. */
export type Status = 'draft' | 'pending_review' | 'pending_publish';

/** The pull requests of the repository. https://docs.github.com/en/rest/pulls/pulls */
export class Pulls {
  readonly #repository: Repository;
  readonly #labelPrefix: string;

  constructor(repository: Repository, labelPrefix: string) {
    this.#repository = repository;
    this.#labelPrefix = labelPrefix;
  }

  /** @param state which ones @param branch whose; all without it. Those of forks are left out. */
  async list(state: 'open' | 'closed', branch?: string): Promise<Pull[]> {
    const [, , owner = '', name = ''] = this.#repository.url.split('/');
    const pages = await this.#repository.getAll('/pulls', {
      params: {
        state,
        base: this.#repository.main,
        per_page: 100,
        ...(branch === undefined ? {} : { head: `${owner}:${branch}` }),
      },
    });
    const own = `${owner}/${name}`.toLowerCase();
    return z
      .array(pullSchema)
      .parse(pages)
      .filter(({ head }) => head.repo?.full_name.toLowerCase() === own)
      .filter(({ head }) => branch === undefined || head.ref === branch);
  }

  /** The open one of a branch. */
  async findOpen(branch: string): Promise<Pull | undefined> {
    return (await this.list('open', branch))[0];
  }

  async read(number: number): Promise<Pull> {
    return pullSchema.parse(await this.#repository.get(`/pulls/${String(number)}`));
  }

  /** Opens one, or gives an open one of the branch that has no status yet the labels that it lacks. */
  async ensure(branch: string, { title, body, labels }: PullText, open: Pull | undefined): Promise<Pull> {
    const pull = open ?? (await this.#open(branch, title, body));
    if (pull.labels.some(({ name }) => name.startsWith(this.#labelPrefix))) return pull;
    const names = new Set([...pull.labels.map(({ name }) => name), ...labels]);
    await this.#repository.send('PUT', `/issues/${String(pull.number)}/labels`, { labels: [...names] });
    return pull;
  }

  async #open(branch: string, title: string, body: string): Promise<Pull> {
    const [, , owner = ''] = this.#repository.url.split('/');
    const head = `${owner}:${branch}`;
    try {
      return pullSchema.parse(
        await this.#repository.send('POST', '/pulls', { title, body, head, base: this.#repository.main }),
      );
    } catch (error) {
      if (!(error instanceof ServerError) || !/already exists/u.test(error.reason)) throw error;
      // Somebody was faster, or the answer to our own request got lost.
      const found = await this.findOpen(branch);
      if (found === undefined) throw error;
      return found;
    }
  }

  async close(number: number): Promise<void> {
    await this.#repository.send('PATCH', `/pulls/${String(number)}`, { state: 'closed' });
  }

  /** Says something else of a pull request, in Markdown. */
  async describe(number: number, body: string): Promise<void> {
    await this.#repository.send('PATCH', `/pulls/${String(number)}`, { body });
  }

  /** Every review, oldest first. */
  async listReviews(number: number): Promise<Reviews> {
    const path = `/pulls/${String(number)}/reviews`;
    return reviewsSchema.parse(await this.#repository.getAll(path, { params: { per_page: 100 } }));
  }

  /** Merges exactly this commit. @param message below the title: git trailers https://docs.github.com/en/rest/pulls/pulls#merge-a-pull-request */
  async merge({ number, title }: Pull, head: string, method: string, message: string): Promise<void> {
    await this.#repository.send('PUT', `/pulls/${String(number)}/merge`, {
      commit_title: toMergeTitle(title),
      commit_message: message,
      sha: head,
      merge_method: method,
    });
  }

  /** The labels of a status on the board and of a kind of change. */
  toLabels(status: Status, kind?: ChangeKind): string[] {
    return [`${this.#labelPrefix}${status}`, ...(kind === undefined ? [] : [kindLabels[kind].name])];
  }
}
