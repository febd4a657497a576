import { API } from 'decap-cms-backend-github';
import { APIError } from 'decap-cms-lib-util';
import { type Collection, collections, isFolder } from '../../../content-schema/index.ts';
import { EditorError } from '../editor-error.ts';
import { messages } from '../locale/messages.ts';
import { newestFirst } from './newest-first.ts';

/** The folders whose file names begin with the date of the entry. */
const datedFolders = Object.values<Collection>(collections)
  .filter(isFolder)
  .filter(({ slug }) => slug.startsWith('{{fields.date'))
  .map(({ folder }) => folder);

/** What GitHub says and Decap compares with. */
const comparedMessages = ['Reference update failed', 'Reference already exists', 'Reference does not exist'];

/** A failure of the server, told in Spanish: Decap shows either the text or the message. */
class GitHubError extends APIError {
  /** What the server itself said. */
  readonly reason: string;

  constructor(reason: string, status: number) {
    const message = messages.server.failed(status, reason);
    super(comparedMessages.includes(reason) ? reason : message, status, 'GitHub');
    this.reason = reason;
    this.toString = () => message;
  }
}

interface PullRequest {
  readonly number: number;
  readonly title: string;
  readonly head: { readonly sha: string };
}

/** Decap's client of GitHub's REST API, which never writes over what somebody else published. */
export class GitHubApi extends API {
  override handleRequestError(error: Error, status: number): never {
    throw new GitHubError(error.message, status);
  }

  /** As Decap's; files whose name begins with a date come newest first, so that a page of them needs no other. */
  override async listFiles(path: string, options?: object): ReturnType<API['listFiles']> {
    const files = await super.listFiles(path, options);
    return datedFolders.includes(path) ? newestFirst(files) : files;
  }

  /**
   * Merges a pull request. Where Decap answers a conflict by committing its files over those of main, this
   * leaves the pull request open.
   * https://docs.github.com/en/rest/pulls/pulls#merge-a-pull-request
   * @throws EditorError that says why it cannot be merged
   */
  override mergePR(pullRequest: PullRequest): Promise<unknown> {
    return this.#merge(pullRequest, messages.mergeTitle(pullRequest.title));
  }

  async #merge({ number, head }: PullRequest, title: string): Promise<unknown> {
    try {
      return await this.request(`${this.originRepoURL}/pulls/${String(number)}/merge`, {
        method: 'PUT',
        body: JSON.stringify({
          commit_title: title,
          commit_message: '',
          sha: head.sha,
          merge_method: this.mergeMethod,
        }),
      });
    } catch (error) {
      if (!(error instanceof GitHubError) || error.status !== 405) throw error;
      throw new EditorError(messages.server.cannotMerge(error.reason), { cause: error });
    }
  }

  /**
   * Takes down what is published: by a pull request of its own, merged at once by who may publish. Decap's
   * commits straight to main.
   * @throws EditorError when the user may not; then nothing of it stays
   */
  override async deleteFiles(paths: string[], message: string): Promise<void> {
    const main = await this.getDefaultBranch();
    const tree = await this.updateTree(
      main.commit.sha,
      paths.map((path) => ({ path, sha: null })),
    );
    const { sha } = await this.commit(message, tree);
    const branch = `retirar/${sha.slice(0, 12)}`;
    await this.createBranch(branch, sha);
    try {
      await this.#merge(await this.createPR(message, branch), message);
    } catch (error) {
      if (!(error instanceof GitHubError) || error.status !== 403) throw error;
      throw new EditorError(messages.server.cannotDelete, { cause: error });
    } finally {
      await this.deleteBranch(branch);
    }
  }

  /** Nothing may call this. */
  override forceMergePR(): Promise<never> {
    return Promise.reject(new EditorError(messages.server.cannotMerge('')));
  }
}
