import { GitHubBackend as DecapGitHubBackend } from 'decap-cms-backend-github';
import type { CmsConfig } from 'decap-cms-core';
import { NotesPollingManager } from 'decap-cms-lib-util';
import { createElement, type ReactNode } from 'react';
import { z } from 'zod';
import { getDraftBase, getDraftData, getDraftPath } from '../draft.ts';
import { saveOrQueue } from '../drafts/save-or-queue.ts';
import { signInAgain } from '../drafts/sign-in-again.ts';
import { EditorError } from '../editor-error.ts';
import { emitEvent } from '../events.ts';
import { messages } from '../locale/messages.ts';
import { askAboutConflicts } from '../merge/ask.tsx';
import { showNote } from '../notes/show-note.ts';
import { GitHubApi } from './github-api.ts';
import { LoginPage, type LoginPageProps } from './LoginPage.tsx';
import { isUpload } from './named-uploads.ts';
import type { DecapAsset, DecapEntry, PersistOptions } from './persist.ts';
import { Requests } from './requests.ts';
import type { StoredDraft } from './save-draft.ts';
import { ServerError } from './server-error.ts';
import { setSession } from './session.ts';
import { showStored } from './show-stored.ts';

/** https://docs.github.com/en/rest/users/users#get-the-authenticated-user */
const userSchema = z.looseObject({
  login: z.string(),
  name: z.string().nullish(),
  email: z.string().nullish(),
});

type Credentials = Parameters<DecapGitHubBackend['authenticate']>[0];
type User = Awaited<ReturnType<DecapGitHubBackend['currentUser']>>;

/** What Decap passes besides the configuration. */
type Options = ConstructorParameters<typeof DecapGitHubBackend>[1];

/** How often the notes of an open entry are asked for, in milliseconds. */
const notesInterval = 15_000;

/**
 * Decap's GitHub backend, for GitHub and for the local forge alike, but for what could lose something or go past
 * review: see github-api.ts.
 */
export class GitHubBackend extends DecapGitHubBackend {
  readonly #siteName: string;
  #user: { readonly token: string; readonly promise: Promise<User> } | undefined;
  #api: GitHubApi | undefined;

  constructor(config: CmsConfig, options: Options, siteName: string) {
    super(config, options);
    this.#siteName = siteName;
  }

  /** The page that Decap shows to who is not signed in. */
  override authComponent(): (props: LoginPageProps) => ReactNode {
    const siteName = this.#siteName;
    // The local forge answers under the address of the admin itself and asks for no account of GitHub.
    const provider = this.apiRoot.startsWith(`${location.origin}/`) ? undefined : 'GitHub';
    return (props) => createElement(LoginPage, { ...props, siteName, provider });
  }

  override async authenticate({ token }: Credentials): ReturnType<DecapGitHubBackend['authenticate']> {
    this.token = token;
    const { login, name, email } = await this.currentUser({ token });
    const api = this.#toApi(token, login, name);
    const canWrite = await api.hasWriteAccess().catch((cause: unknown) => {
      throw new EditorError(messages.server.noRepository(this.repo), { cause });
    });
    if (!canWrite) throw new EditorError(messages.server.noWriteAccess(this.repo));
    this.api = this.#api = api;
    this.pollingManager ??= new NotesPollingManager(api, notesInterval);
    setSession({ login, name, api });
    emitEvent('signedIn', { login });
    return { login, name, email: email ?? undefined, token, useOpenAuthoring: this.useOpenAuthoring };
  }

  #toApi(token: string, login: string, name: string): GitHubApi {
    const options = {
      token,
      tokenKeyword: this.tokenKeyword,
      branch: this.branch,
      repo: this.repo,
      originRepo: this.originRepo,
      apiRoot: this.apiRoot,
      squashMerges: this.squashMerges,
      cmsLabelPrefix: this.cmsLabelPrefix,
      useOpenAuthoring: this.useOpenAuthoring,
      initialWorkflowStatus: this.options.initialWorkflowStatus,
      baseUrl: this.baseUrl,
      getUser: (credentials: Credentials) => this.currentUser(credentials),
    };
    return new GitHubApi(options, {
      ask: askAboutConflicts,
      signInAgain: () => this.#signInAgain(),
      adminUrl: new URL('/admin/', location.origin).href,
      login,
      name,
    });
  }

  /** The form stays open meanwhile. */
  async #signInAgain(): Promise<string> {
    this.token = await signInAgain();
    return this.token;
  }

  override logout(): unknown {
    setSession(undefined);
    return super.logout();
  }

  /** Who the token belongs to. @throws ServerError when the server knows no such token (any more). */
  override currentUser({ token }: Credentials): Promise<User> {
    if (this.#user?.token !== token) {
      const promise = this.#loadUser(token).catch((error: unknown) => {
        // Asked once more the next time.
        this.#user = undefined;
        throw error;
      });
      this.#user = { token, promise };
    }
    return this.#user.promise;
  }

  async #loadUser(token: string): Promise<User> {
    // Nobody is asked to sign in again by a question who is signed in.
    const refuse = (): Promise<never> => Promise.reject(new EditorError(messages.server.notSignedIn));
    const user = userSchema.parse(await new Requests(this.apiRoot, token, refuse).request('/user'));
    return { ...user, name: user.name ?? user.login };
  }

  /** Is the session still good? Decap asks every few minutes. (Its own would ask GitHub's status page too.) */
  override async status(): ReturnType<DecapGitHubBackend['status']> {
    const signedIn = await this.#loadUser(this.token ?? '').then(
      () => true,
      (error: unknown) => error instanceof ServerError || !(error instanceof EditorError),
    );
    return { auth: { status: signedIn }, api: { status: true, statusPage: '' } };
  }

  /** Reads a published entry. Decap's answers a failure with an empty text, which a save would publish. */
  override async getEntry(path: string): ReturnType<DecapGitHubBackend['getEntry']> {
    const data = await this.#signedIn.readFile(path, null, { repoURL: this.#signedIn.originRepoURL });
    return { file: { path, id: null }, data };
  }

  /**
   * Stores the draft of an entry, merged with what others stored since the form opened.
   * @throws EditorError that says what to do; the text stays in the form
   */
  override async persistEntry(entry: DecapEntry, options: PersistOptions): Promise<void> {
    if (options.inBackground) {
      await this.#store(entry, options);
      return;
    }
    const [base, values] = [getDraftBase(), getDraftData()];
    const whole = { ...options, ...(base === undefined ? {} : { base }) };
    await saveOrQueue(entry, whole, async (given, givenOptions) => {
      const stored = await this.#store(given, givenOptions);
      const [file] = given.dataFiles;
      if (file !== undefined && file.path === getDraftPath()) {
        showStored(file, stored, getDraftData() === values);
      }
    });
  }

  async #store(entry: DecapEntry, options: PersistOptions): Promise<StoredDraft> {
    const stored = await this.#signedIn.saveEntry(entry, options);
    emitEvent('pullsChanged', undefined);
    return stored;
  }

  /** Asks to publish an upload that belongs to no entry. */
  override async persistMedia(asset: DecapAsset): Promise<object> {
    const id = await this.#signedIn.addMedia(asset);
    const { requested, requestedLines } = messages.request;
    showNote({ title: requested['media-add'], lines: requestedLines });
    emitEvent('pullsChanged', undefined);
    const { fileObj, path } = asset;
    return {
      id,
      name: fileObj?.name ?? '',
      size: fileObj?.size ?? 0,
      displayURL: fileObj === undefined ? '' : URL.createObjectURL(fileObj),
      path: path.replace(/^\/+/u, ''),
    };
  }

  /** Asks to take down entries or uploads. */
  override async deleteFiles(paths: string[]): Promise<void> {
    await this.#signedIn.deleteFiles(paths);
    const { requested, requestedLines } = messages.request;
    // The editor tells it of entries.
    if (paths.some(isUpload)) showNote({ title: requested['media-remove'], lines: requestedLines });
    emitEvent('pullsChanged', undefined);
  }

  /** Publishes a draft; from its form, only what the form shows. @throws EditorError */
  override async publishUnpublishedEntry(collection: string, slug: string): Promise<void> {
    const [path, source] = [getDraftPath(), getDraftBase()];
    const isOpen = location.hash.startsWith(`#/collections/${collection}/entries/`);
    const seen = isOpen && path !== undefined && source !== undefined ? { path, source } : undefined;
    await this.#signedIn.publishUnpublishedEntry(collection, slug, seen);
    emitEvent('pullsChanged', undefined);
  }

  override async deleteUnpublishedEntry(collection: string, slug: string): Promise<void> {
    await super.deleteUnpublishedEntry(collection, slug);
    emitEvent('pullsChanged', undefined);
  }

  override async updateUnpublishedEntryStatus(...args: [string, string, string]): Promise<void> {
    await super.updateUnpublishedEntryStatus(...args);
    emitEvent('pullsChanged', undefined);
  }

  /** The client of the session. @throws EditorError before the sign-in. */
  get #signedIn(): GitHubApi {
    if (this.#api === undefined) throw new EditorError(messages.server.notSignedIn);
    return this.#api;
  }
}
