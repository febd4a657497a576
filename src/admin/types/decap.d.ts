declare module 'decap-cms-widget-*' {
  import type { CmsWidgetParam } from 'decap-cms-core';
  import type { ComponentType } from 'react';

  const widget: {
    Widget(): CmsWidgetParam;
    // Each control has props of its own, which Decap does not describe.
    controlComponent: ComponentType<object>;
  };
  export default widget;
}

declare module 'decap-cms-backend-gitlab' {
  import type { CmsBackendClass } from 'decap-cms-core';

  export const GitLabBackend: CmsBackendClass;
}

declare module 'decap-cms-backend-forgejo' {
  import type { CmsBackendClass } from 'decap-cms-core';

  export const ForgejoBackend: CmsBackendClass;
}

declare module '*.css';

/** The members of Decap 3.16's GitHub backend that ours uses or replaces. */
declare module 'decap-cms-backend-github' {
  import type { NotesPollingManager } from 'decap-cms-lib-util';
  import type { CmsConfig } from 'decap-cms-core';

  interface Credentials {
    token: string;
  }

  interface User {
    login: string;
    name: string;
    email?: string | null | undefined;
  }

  interface ApiOptions {
    token: string;
    tokenKeyword: string;
    branch: string;
    repo: string;
    originRepo: string;
    apiRoot: string;
    squashMerges: boolean;
    cmsLabelPrefix: string;
    useOpenAuthoring: boolean | undefined;
    initialWorkflowStatus: string;
    baseUrl: string | undefined;
    getUser: (credentials: Credentials) => Promise<User>;
  }

  export class API {
    constructor(options: ApiOptions);
    readonly originRepoURL: string;
    readonly branch: string;
    readonly repo: string;
    readonly cmsLabelPrefix: string;
    readonly initialWorkflowStatus: string;
    /** `merge` or `squash`. */
    readonly mergeMethod: string;
    token: string;
    request(path: string, options?: object): Promise<unknown>;
    requestAllPages(path: string, options?: object): Promise<unknown[]>;
    hasWriteAccess(): Promise<boolean>;
    getFileSha(path: string, options?: object): Promise<string>;
    listFiles(
      path: string,
      options?: object,
    ): Promise<{ id: string; name: string; path: string; size: number; type: string }[]>;
    readFile(path: string, sha: string | null, options: { repoURL: string }): Promise<string>;
    deleteFiles(paths: string[], message: string): Promise<void>;
    forceMergePR(pullRequest: object): Promise<unknown>;
    patchBranch(name: string, sha: string, options?: object): Promise<unknown>;
    publishUnpublishedEntry(collection: string, slug: string): Promise<void>;
    deleteUnpublishedEntry(collection: string, slug: string): Promise<void>;
    closeIssueOnPublish(collection: string, slug: string): Promise<void>;
    getPullRequests(
      head: string | undefined,
      state: string,
      predicate: (pull: { labels: readonly { name: string }[] }) => boolean,
    ): Promise<object[]>;
    retrieveUnpublishedEntryData(contentKey: string): Promise<{
      status: string;
      diffs: { path: string; newFile: boolean; id: string }[];
    }>;
    getDifferences(from: string, to: string): Promise<{ files?: { status: string }[] }>;
  }

  /** What Decap's core hands to a backend. */
  interface BackendOptions {
    initialWorkflowStatus: string;
    /** Keeps other credentials for the next start. */
    updateUserCredentials?: (credentials: Credentials) => unknown;
  }

  export class GitHubBackend {
    constructor(config: CmsConfig, options: BackendOptions);
    api: API | null;
    token: string | null;
    pollingManager: NotesPollingManager | undefined;
    readonly options: BackendOptions;
    readonly tokenKeyword: string;
    readonly branch: string;
    readonly repo: string;
    readonly originRepo: string;
    readonly apiRoot: string;
    readonly baseUrl: string | undefined;
    readonly squashMerges: boolean;
    readonly cmsLabelPrefix: string;
    readonly useOpenAuthoring: boolean | undefined;
    authComponent(): unknown;
    logout(): unknown;
    authenticate(
      credentials: Credentials,
    ): Promise<User & { token: string; useOpenAuthoring: boolean | undefined }>;
    currentUser(credentials: Credentials): Promise<User>;
    status(): Promise<{ auth: { status: boolean }; api: { status: boolean; statusPage: string } }>;
    getEntry(path: string): Promise<{ file: { path: string; id: null }; data: string }>;
    persistEntry(entry: object, options: object): Promise<unknown>;
    persistMedia(file: object, options: object): Promise<unknown>;
    deleteFiles(paths: string[], message: string): Promise<unknown>;
    publishUnpublishedEntry(collection: string, slug: string): Promise<unknown>;
    deleteUnpublishedEntry(collection: string, slug: string): Promise<unknown>;
    updateUnpublishedEntryStatus(collection: string, slug: string, status: string): Promise<unknown>;
  }
}

declare module 'decap-cms-lib-util' {
  export class NotesPollingManager {
    constructor(api: object, interval: number);
    destroy(): void;
  }
}

declare module 'decap-cms-locales/dist/esm/en/index.js' {
  interface Phrases {
    readonly [key: string]: string | Phrases;
  }

  const en: Phrases;
  export default en;
}

/** A node of Decap's state, of which we read the form. */
interface DecapMap {
  get(key: string): unknown;
  getIn(path: readonly string[]): unknown;
}

declare module 'decap-cms-core/dist/esm/redux/index.js' {
  import type { CmsConfig } from 'decap-cms-core';

  export const store: {
    getState(): {
      readonly entryDraft: DecapMap;
      readonly entries: DecapMap;
      readonly auth: { readonly user?: { readonly login?: string } | null };
      readonly config: CmsConfig;
      readonly collections: { get(name: string): DecapCollection | undefined };
    };
    dispatch<T>(action: { readonly type: string; readonly payload: unknown } | (() => T)): T;
    subscribe(listener: () => void): () => void;
  };
}

/** A collection as Decap has it in its state. */
interface DecapCollection {
  get(key: 'name'): string;
}

declare module 'decap-cms-core/dist/esm/backend.js' {
  import type { CmsConfig } from 'decap-cms-core';

  /** Decap's own layer between the forms and the backend that is registered. */
  export function currentBackend(config: CmsConfig): {
    readonly user: { readonly login: string; readonly name: string; readonly token: string } | null;
    readonly implementation: {
      currentUser(credentials: { token: string }): Promise<{ login: string; name: string }>;
      unpublishedEntryDataFile(collection: string, slug: string, path: string, id: string): Promise<string>;
      persistEntry(entry: object, options: object): Promise<unknown>;
    };
    updateUserCredentials(credentials: { token: string }): unknown;
    /** The draft, the text of what is published, or false. */
    entryExist(
      collection: DecapCollection,
      path: string,
      slug: string,
      useWorkflow: boolean,
    ): Promise<{ readonly diffs: readonly { path: string; id: string }[] } | string | false>;
  };
}

declare module 'decap-cms-core/dist/esm/actions/editorialWorkflow.js' {
  export function loadUnpublishedEntry(collection: DecapCollection, slug: string): () => Promise<void>;
  /** Stores the status of a draft and says so. */
  export function updateUnpublishedEntryStatus(
    collection: string,
    slug: string,
    oldStatus: string,
    newStatus: string,
  ): () => void;
}

declare module 'decap-cms-core/dist/esm/routing/history.js' {
  export function navigateToEntry(collection: string, slug: string): void;
}

declare module 'decap-cms-core/dist/esm/valueObjects/AssetProxy.js' {
  export function createAssetProxy(options: { path: string; file: File }): {
    readonly url: string;
    readonly path: string;
    readonly fileObj: File;
    toBase64(): Promise<string>;
  };
}

declare module 'decap-cms-widget-markdown/dist/esm/serializers/index.js' {
  /** The nodes of the rich text editor for a Markdown text. */
  export function markdownToSlate(markdown: string): { type: string; children?: unknown[] }[];
}

declare module 'heic-decode' {
  /** The first image of a HEIC file, upright, as RGBA. @throws when it is none or broken */
  export default function decode(options: { buffer: Uint8Array }): Promise<{
    width: number;
    height: number;
    data: Uint8ClampedArray<ArrayBuffer>;
  }>;
}
