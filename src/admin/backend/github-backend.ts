import { GitHubBackend as DecapGitHubBackend } from 'decap-cms-backend-github';
import type { CmsConfig } from 'decap-cms-core';
import { NotesPollingManager } from 'decap-cms-lib-util';
import { createElement, type ReactNode } from 'react';
import { z } from 'zod';
import { mediaFolder } from '../../../content-schema/index.ts';
import { EditorError } from '../editor-error.ts';
import { messages } from '../locale/messages.ts';
import { GitHubApi } from './github-api.ts';
import { LoginPage, type LoginPageProps } from './LoginPage.tsx';

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
 * Decap's GitHub backend, for GitHub and for the local forge alike, but for what could lose something: an
 * entry that did not load is an error and not an empty form, a merge that conflicts is refused, and nothing is
 * written to main but by merging.
 */
export class GitHubBackend extends DecapGitHubBackend {
  readonly #siteName: string;
  #user: { readonly token: string; readonly promise: Promise<User> } | undefined;

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
    this.api = new GitHubApi({
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
      getUser: (credentials) => this.currentUser(credentials),
    });
    const { login, name, email } = await this.currentUser({ token });
    const canWrite = await this.api.hasWriteAccess().catch((cause: unknown) => {
      throw new EditorError(messages.server.noRepository(this.repo), { cause });
    });
    if (!canWrite) throw new EditorError(messages.server.noWriteAccess(this.repo));
    this.pollingManager ??= new NotesPollingManager(this.api, notesInterval);
    return {
      login,
      name: name ?? login,
      email: email ?? undefined,
      token,
      useOpenAuthoring: this.useOpenAuthoring,
    };
  }

  /** Who the token belongs to. @throws EditorError when the server knows no such token (any more). */
  override currentUser({ token }: Credentials): Promise<User> {
    if (this.#user?.token !== token) {
      this.#user = { token, promise: this.#loadUser(token) };
    }
    return this.#user.promise;
  }

  async #loadUser(token: string): Promise<User> {
    const response = await fetch(`${this.apiRoot}/user`, {
      headers: { Authorization: `${this.tokenKeyword} ${token}` },
    });
    if (!response.ok) throw new EditorError(messages.server.failed(response.status, response.statusText));
    const user = userSchema.parse(await response.json());
    return { ...user, name: user.name ?? user.login };
  }

  /** Is the session still good? Decap asks every few minutes. (Its own would ask GitHub's status page too.) */
  override async status(): ReturnType<DecapGitHubBackend['status']> {
    const signedIn = await this.#loadUser(this.token ?? '').then(
      () => true,
      (error: unknown) => !(error instanceof EditorError),
    );
    return { auth: { status: signedIn }, api: { status: true, statusPage: '' } };
  }

  /** Reads a published entry. Decap's answers a failure with an empty text, which a save would publish. */
  override async getEntry(path: string): ReturnType<DecapGitHubBackend['getEntry']> {
    const data = await this.openApi.readFile(path, null, { repoURL: this.openApi.originRepoURL });
    return { file: { path, id: null }, data };
  }

  /** Uploads outside an entry would go to main without a review. */
  override persistMedia(): Promise<never> {
    return Promise.reject(new EditorError(messages.server.uploadFromEntry));
  }

  /** Takes down entries; an image may be on a page, and is not deleted from the library. */
  override deleteFiles(paths: string[], message: string): Promise<unknown> {
    const isMedia = paths.some((path) => path.startsWith(`${mediaFolder}/`));
    if (isMedia) return Promise.reject(new EditorError(messages.server.cannotDeleteMedia));
    return super.deleteFiles(paths, message);
  }

  /** The client of the session. @throws EditorError before the sign-in. */
  private get openApi(): NonNullable<DecapGitHubBackend['api']> {
    if (this.api === null) throw new EditorError(messages.server.failed(401, ''));
    return this.api;
  }
}
