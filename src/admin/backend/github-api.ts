import { API } from 'decap-cms-backend-github';
import { z } from 'zod';
import { type Collection, collections, isFolder, toEntryId } from '../../../content-schema/index.ts';
import { withReason } from '../../review/index.ts';
import { EditorError } from '../editor-error.ts';
import { emitEvent } from '../events.ts';
import { messages } from '../locale/messages.ts';
import { type Desk, toBranch } from './desk.ts';
import { discardPull } from './discard.ts';
import { findCollection, toPath, toTitle } from './entry.ts';
import { addMedia, removeMedia } from './media.ts';
import { type AskAboutConflicts, getCollection } from './merge-texts.ts';
import { newestFirst } from './newest-first.ts';
import type { DecapAsset, DecapEntry, PersistOptions } from './persist.ts';
import { joinPull, publishDraft, publishPull, type SeenText } from './publish.ts';
import { Pulls } from './pulls.ts';
import { removeEntry } from './remove-entry.ts';
import { renameEntry } from './rename-entry.ts';
import { Repository } from './repository.ts';
import { type RequestOptions, Requests } from './requests.ts';
import { restoreVersion } from './restore-version.ts';
import { ServerError } from './server-error.ts';
import type { StoredDraft } from './save-draft.ts';
import { saveEntry } from './save-entry.ts';
import { listVersions, type Version } from './versions.ts';

/** The folders whose file names begin with the date of the entry. */
const datedFolders = Object.values<Collection>(collections)
  .filter(isFolder)
  .filter(({ slug }) => slug.startsWith('{{fields.date'))
  .map(({ folder }) => folder);

/** What of a pull request the board needs besides what Decap reads. */
const listedSchema = z.looseObject({
  labels: z.array(z.looseObject({ name: z.string() })),
  head: z.looseObject({ repo: z.looseObject({ full_name: z.string() }).nullable() }),
});

/** Tells the admin that the draft of an entry has a new head, by what this window did. */
function tellHead(branch: string, head: string): void {
  const [, collection, slug] = /^cms\/([^/]+)\/(.+)$/u.exec(branch) ?? [];
  if (collection === undefined || slug === undefined) return;
  emitEvent('saved', { collection, slug, path: toPath(findCollection(collection), slug), head });
}

/** What Decap does not know of. */
export interface NewsroomOptions {
  readonly ask: AskAboutConflicts;
  /** Signs in again when the session ended. @returns the new token */
  readonly signInAgain: () => Promise<string>;
  /** `https://example.org/admin/` */
  readonly adminUrl: string;
  /** Who is signed in. */
  readonly login: string;
  readonly name: string;
}

/**
 * Decap's client of GitHub's REST API, which reads as Decap does and writes in its own way: three-way merges,
 * branches that only move forward, and pull requests for everything. Main moves by merging them only.
 */
export class GitHubApi extends API {
  readonly #requests: Requests;
  readonly #desk: Desk;

  constructor(options: ConstructorParameters<typeof API>[0], newsroom: NewsroomOptions) {
    super(options);
    const { ask, adminUrl, login, name, signInAgain } = newsroom;
    this.#requests = new Requests(options.apiRoot, options.token, async () => {
      this.token = await signInAgain();
      return this.token;
    });
    const repository = new Repository(this.#requests, {
      url: this.originRepoURL,
      main: this.branch,
      onAdvance: tellHead,
    });
    this.#desk = {
      repository,
      pulls: new Pulls(repository, this.cmsLabelPrefix),
      ask,
      mergeMethod: this.mergeMethod,
      adminUrl,
      login,
      author: name,
    };
  }

  /** The parsed answer. @throws ServerError at once, with a kind */
  override request(path: string, options?: RequestOptions): Promise<unknown> {
    return this.#requests.request(path, options);
  }

  override requestAllPages(path: string, options?: RequestOptions): Promise<unknown[]> {
    return this.#requests.requestAllPages(path, options);
  }

  /** As Decap's, which says in English that a folder does not list a file. */
  override async getFileSha(path: string, options?: object): ReturnType<API['getFileSha']> {
    try {
      return await super.getFileSha(path, options);
    } catch (error) {
      const isMissing = error instanceof Error && error.message === 'Not Found';
      if (!isMissing || error instanceof ServerError) throw error;
      throw new ServerError({ kind: 'not-found', status: 404, reason: '' }, { cause: error });
    }
  }

  /** As Decap's; files whose name begins with a date come newest first, so that a page of them needs no other. */
  override async listFiles(path: string, options?: object): ReturnType<API['listFiles']> {
    const files = await super.listFiles(path, options);
    return datedFolders.includes(path) ? newestFirst(files) : files;
  }

  /**
   * As Decap's, without those of forks. One whose label a lost connection left out counts as a draft: Decap
   * would «migrate» it.
   */
  override async getPullRequests(
    ...[head, state, predicate]: Parameters<API['getPullRequests']>
  ): ReturnType<API['getPullRequests']> {
    const found = z.array(listedSchema).parse(await super.getPullRequests(head, state, () => true));
    const draft = this.#desk.pulls.toLabels('draft').map((name) => ({ name }));
    return found
      .filter((pull) => pull.head.repo?.full_name.toLowerCase() === this.repo.toLowerCase())
      .map((pull) => ({
        ...pull,
        labels: pull.labels.some(this.#isStatus) ? pull.labels : [...pull.labels, ...draft],
      }))
      .filter(predicate);
  }

  readonly #isStatus = ({ name }: { name: string }): boolean => name.startsWith(this.cmsLabelPrefix);

  /**
   * As Decap's, which takes the first file for the text of the entry: one that goes is it only where none stays.
   */
  override async getDifferences(from: string, to: string): ReturnType<API['getDifferences']> {
    const result = await super.getDifferences(from, to);
    const files = result.files ?? [];
    const staying = files.filter(({ status }) => status !== 'removed');
    return { ...result, files: staying.length === 0 ? files : staying };
  }

  /** Stores the draft of an entry. @throws EditorError */
  saveEntry(entry: DecapEntry, options: PersistOptions): Promise<StoredDraft> {
    return saveEntry(this.#desk, entry, options);
  }

  /** Publishes a draft. @param seen what is in the form of who publishes it @throws EditorError */
  override async publishUnpublishedEntry(collection: string, slug: string, seen?: SeenText): Promise<void> {
    await publishDraft(this.#desk, toBranch(collection, slug), seen);
    await this.closeIssueOnPublish(collection, slug);
  }

  /** Discards a draft. @throws EditorError when there is none */
  override async deleteUnpublishedEntry(collection: string, slug: string): Promise<void> {
    const pull = await this.#desk.pulls.findOpen(toBranch(collection, slug));
    if (pull === undefined) throw new EditorError(messages.publishing.gone);
    await discardPull(this.#desk, pull);
  }

  /** Asks to take down what is published: entries, or uploads of the library. @throws EditorError */
  override async deleteFiles(paths: readonly string[]): Promise<void> {
    for (const path of paths) {
      const collection = getCollection(path);
      const slug = collection === undefined ? undefined : toEntryId(collection, path);
      if (collection === undefined || slug === undefined) {
        await removeMedia(this.#desk, path);
        continue;
      }
      const { repository } = this.#desk;
      const source = await repository.readFile(repository.main, path);
      if (source === undefined) throw new EditorError(messages.request.notPublished);
      await this.removeEntry(collection.name, slug, path, toTitle(collection, source));
    }
  }

  /** Asks to take down a published entry, in a pull request. @throws EditorError when it has a draft */
  removeEntry(collection: string, slug: string, path: string, title: string): Promise<void> {
    return removeEntry(this.#desk, { collection, slug, path, title });
  }

  /** Asks to give a published entry another address, in a pull request. @throws EditorError */
  renameEntry(collection: string, slug: string, newSlug: string): Promise<{ slug: string }> {
    return renameEntry(this.#desk, { collection, slug, newSlug });
  }

  /** The published versions of a file, newest first. */
  listVersions(path: string): Promise<Version[]> {
    return listVersions(this.#desk, path);
  }

  /** Asks to go back to a published version of an entry, in a pull request. @throws EditorError */
  restoreVersion(collection: string, slug: string, sha: string): Promise<void> {
    return restoreVersion(this.#desk, { collection, slug, version: sha });
  }

  /** Asks to publish an upload without an entry, in a pull request. @returns its blob */
  addMedia(asset: DecapAsset): Promise<string> {
    return addMedia(this.#desk, asset);
  }

  /** Publishes a pull request by its number. @throws EditorError */
  async publishMediaPull(number: number): Promise<void> {
    await publishPull(this.#desk, await this.#desk.pulls.read(number));
  }

  /** Merges main into the branch of a pull request, asking where both changed the same. @throws EditorError */
  async joinPull(number: number): Promise<void> {
    await joinPull(this.#desk, await this.#desk.pulls.read(number));
  }

  /** Says why a pull request changes something published; undefined: takes that back. */
  async explainPull(number: number, reason: string | undefined): Promise<void> {
    const { body } = await this.#desk.pulls.read(number);
    await this.#desk.pulls.describe(number, withReason(body, reason));
  }

  /** Closes a pull request and deletes its branch. */
  async discardPull(number: number): Promise<void> {
    await discardPull(this.#desk, await this.#desk.pulls.read(number));
  }

  /** Decap's way around a conflict: its files over those of main. */
  override forceMergePR(): Promise<never> {
    return Promise.reject(new RangeError('Nothing is forced into main.'));
  }

  /** Decap's way to write to main, and over branches that it has not seen. */
  override patchBranch(): Promise<never> {
    return Promise.reject(new RangeError('Branches move forward only, by Repository.advance.'));
  }
}
