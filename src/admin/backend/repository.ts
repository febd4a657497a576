import { z } from 'zod';
import { userSchema } from '../../browser/github-answers.ts';
import type { RequestOptions, Requests } from './requests.ts';
import { isNotFound, ServerError } from './server-error.ts';

const shaSchema = z.object({ sha: z.string() });
const refSchema = z.object({ object: shaSchema });
const contentSchema = z.object({ sha: z.string(), content: z.string().default(''), encoding: z.string() });
const blobSchema = z.object({ content: z.string() });
const treeSchema = z.object({
  tree: z.array(z.object({ path: z.string(), type: z.string(), sha: z.string() })),
});
const comparisonSchema = z.object({
  merge_base_commit: shaSchema,
  ahead_by: z.number(),
  behind_by: z.number(),
  commits: z.array(
    z.object({
      commit: z.object({ author: z.object({ name: z.string() }).nullish() }),
      author: z.object({ login: z.string().optional() }).nullish(),
    }),
  ),
  files: z
    .array(
      z.object({
        filename: z.string(),
        previous_filename: z.string().optional(),
        status: z.string(),
        sha: z.string().nullish(),
      }),
    )
    .default([]),
});
const commitSchema = z.object({
  sha: z.string(),
  commit: z.object({
    message: z.string(),
    author: z.object({ name: z.string().default(''), date: z.string().default('') }).nullable(),
  }),
});

/** A commit of a list, newest first. */
export type Commit = z.output<typeof commitSchema>;

/** A file to write into a tree: a blob that is there, a text, or null to remove it. */
export type TreeEntry =
  | { readonly path: string; readonly sha: string | null }
  | { readonly path: string; readonly content: string };

/** A file that differs between two commits. */
export interface ChangedFile {
  readonly path: string;
  readonly previousPath: string | undefined;
  readonly status: string;
  /** The blob afterwards; of a removed file, the blob it had. */
  readonly sha: string;
}

/** What a branch has that another has not, since they parted. */
export interface Comparison {
  readonly mergeBase: string;
  readonly ahead: number;
  readonly behind: number;
  /** Who wrote the last commit: the person and, when GitHub knows it, the account. */
  readonly author: string | undefined;
  readonly login: string | undefined;
  /** 300 at most. */
  readonly files: readonly ChangedFile[];
}

/** GitHub lists no more files than this of a comparison. */
export const maxComparedFiles = 300;

/**
 * The git objects of the repository over GitHub's REST API, https://docs.github.com/en/rest/git. Nothing here
 * can force a branch or move main.
 */
export class Repository {
  readonly #requests: Requests;
  /** The path of the repository's API: `/repos/owner/name`. */
  readonly url: string;
  readonly main: string;
  readonly #onAdvance: (branch: string, sha: string) => void;

  /** @param onAdvance is told of every branch that moved */
  constructor(
    requests: Requests,
    { url, main, onAdvance }: { url: string; main: string; onAdvance(branch: string, sha: string): void },
  ) {
    this.#requests = requests;
    this.#onAdvance = onAdvance;
    this.url = url;
    this.main = main;
  }

  /** The commit at the tip of a branch; undefined: there is no such branch. */
  async readTip(branch: string): Promise<string | undefined> {
    const ref = await this.#ifFound(this.get(`/git/ref/heads/${encodeURIComponent(branch)}`));
    return ref === undefined ? undefined : refSchema.parse(ref).object.sha;
  }

  /** @throws ServerError when main is not there */
  async readMain(): Promise<string> {
    return refSchema.parse(await this.get(`/git/ref/heads/${encodeURIComponent(this.main)}`)).object.sha;
  }

  async compare(base: string, head: string): Promise<Comparison> {
    const answer = comparisonSchema.parse(await this.get(`/compare/${base}...${head}`));
    return {
      mergeBase: answer.merge_base_commit.sha,
      ahead: answer.ahead_by,
      behind: answer.behind_by,
      author: answer.commits.at(-1)?.commit.author?.name,
      login: answer.commits.at(-1)?.author?.login,
      files: answer.files.map((file) => ({
        path: file.filename,
        previousPath: file.status === 'renamed' ? file.previous_filename : undefined,
        status: file.status,
        sha: file.sha ?? '',
      })),
    };
  }

  /** The text of a file at a commit; undefined: it is not there. */
  async readFile(commit: string, path: string): Promise<string | undefined> {
    const address = `/contents/${path.split('/').map(encodeURIComponent).join('/')}`;
    const found = await this.#ifFound(this.get(address, { params: { ref: commit } }));
    if (found === undefined) return undefined;
    const { content, encoding, sha } = contentSchema.parse(found);
    // GitHub leaves out the content of files over 1 MB.
    if (encoding === 'base64') return decodeText(content);
    return decodeText(blobSchema.parse(await this.get(`/git/blobs/${sha}`)).content);
  }

  /** The files of a folder at a commit, with those in folders below: path from the repository's top → blob. */
  async listFolder(commit: string, folder: string): Promise<ReadonlyMap<string, string>> {
    const address = `/git/trees/${commit}:${encodeURIComponent(folder)}`;
    const found = await this.#ifFound(this.get(address, { params: { recursive: 1 } }));
    const { tree } = found === undefined ? { tree: [] } : treeSchema.parse(found);
    return new Map(
      tree.filter(({ type }) => type === 'blob').map(({ path, sha }) => [`${folder}/${path}`, sha]),
    );
  }

  /** The commits of a branch that changed a file, newest first. */
  async listCommits(branch: string, path: string): Promise<Commit[]> {
    const pages = await this.#requests.requestAllPages(`${this.url}/commits`, {
      params: { sha: branch, path, per_page: 100 },
    });
    return z.array(commitSchema).parse(pages);
  }

  /** @param content in base64 */
  async writeBlob(content: string): Promise<string> {
    return shaSchema.parse(await this.send('POST', '/git/blobs', { content, encoding: 'base64' })).sha;
  }

  /** A new commit; no branch is moved. @param tree what changes in the tree of the commit `base` */
  async writeCommit(options: {
    readonly base: string;
    readonly tree: readonly TreeEntry[];
    readonly parents: readonly string[];
    readonly message: string;
  }): Promise<string> {
    const tree = shaSchema.parse(
      await this.send('POST', '/git/trees', {
        base_tree: options.base,
        tree: options.tree.map((entry) => ({ mode: '100644', type: 'blob', ...entry })),
      }),
    );
    const { message, parents } = options;
    return shaSchema.parse(await this.send('POST', '/git/commits', { message, tree: tree.sha, parents })).sha;
  }

  /**
   * Points a branch at a commit that follows the one at which the caller saw it (undefined: nowhere).
   * @returns false when somebody else moved, made or deleted the branch in the meantime: nothing changed
   */
  async advance(branch: string, seen: string | undefined, sha: string): Promise<boolean> {
    try {
      if (seen === undefined) await this.send('POST', '/git/refs', { ref: `refs/heads/${branch}`, sha });
      else await this.send('PATCH', `/git/refs/heads/${encodeURIComponent(branch)}`, { sha, force: false });
      this.#onAdvance(branch, sha);
      return true;
    } catch (error) {
      if (error instanceof ServerError && isOutrun(error)) return false;
      throw error;
    }
  }

  /**
   * Deletes a branch unless it has moved on: what somebody saved a moment ago stays. A branch that is gone
   * already is as good.
   */
  async deleteBranch(branch: string, seen: string): Promise<void> {
    if ((await this.readTip(branch)) !== seen) return;
    try {
      await this.send('DELETE', `/git/refs/heads/${encodeURIComponent(branch)}`);
    } catch (error) {
      if (!(error instanceof ServerError) || !/does not exist/u.test(error.reason)) throw error;
    }
  }

  /** What a person is called; their login where the server does not say. */
  async readName(login: string): Promise<string> {
    const user = await this.#ifFound(this.#requests.request(`/users/${encodeURIComponent(login)}`));
    return user === undefined ? login : (userSchema.parse(user).name ?? login);
  }

  /** Reads below the repository's address. @throws ServerError */
  get(path: string, options: RequestOptions = {}): Promise<unknown> {
    return this.#requests.request(this.url + path, options);
  }

  /** Every page of a list. @throws ServerError */
  getAll(path: string, options: RequestOptions = {}): Promise<unknown[]> {
    return this.#requests.requestAllPages(this.url + path, options);
  }

  /** Writes below the repository's address. @throws ServerError */
  send(method: string, path: string, body?: unknown): Promise<unknown> {
    return this.#requests.request(this.url + path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  async #ifFound(answer: Promise<unknown>): Promise<unknown> {
    try {
      return await answer;
    } catch (error) {
      if (isNotFound(error)) return undefined;
      throw error;
    }
  }
}

/** Did the answer say that the branch is not where it was? */
const isOutrun = ({ kind, status, reason }: ServerError): boolean =>
  kind === 'conflict' ||
  (status === 422 && /fast.?forward|already exists|reference does not exist/iu.test(reason));

function decodeText(base64: string): string {
  const bytes = Uint8Array.from(atob(base64.replace(/\s/gu, '')), (char) => char.charCodeAt(0));
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
