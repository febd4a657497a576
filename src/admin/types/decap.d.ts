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
    readonly mergeMethod: string;
    request(path: string, options?: object): Promise<unknown>;
    handleRequestError(error: Error, status: number): never;
    hasWriteAccess(): Promise<boolean>;
    listFiles(
      path: string,
      options?: object,
    ): Promise<{ id: string; name: string; path: string; size: number; type: string }[]>;
    readFile(path: string, sha: string | null, options: { repoURL: string }): Promise<string>;
    getDefaultBranch(): Promise<{ commit: { sha: string } }>;
    updateTree(baseSha: string, files: { path: string; sha: null }[]): Promise<{ sha: string }>;
    commit(message: string, changeTree: { sha: string }): Promise<{ sha: string }>;
    createBranch(name: string, sha: string): Promise<unknown>;
    deleteBranch(name: string): Promise<unknown>;
    createPR(title: string, head: string): Promise<{ number: number; title: string; head: { sha: string } }>;
    deleteFiles(paths: string[], message: string): Promise<void>;
    mergePR(pullRequest: { number: number; title: string; head: { sha: string } }): Promise<unknown>;
    forceMergePR(pullRequest: object): Promise<unknown>;
  }

  export class GitHubBackend {
    constructor(config: CmsConfig, options: { initialWorkflowStatus: string });
    api: API | null;
    token: string | null;
    pollingManager: NotesPollingManager | undefined;
    readonly options: { initialWorkflowStatus: string };
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
    authenticate(
      credentials: Credentials,
    ): Promise<User & { token: string; useOpenAuthoring: boolean | undefined }>;
    currentUser(credentials: Credentials): Promise<User>;
    status(): Promise<{ auth: { status: boolean }; api: { status: boolean; statusPage: string } }>;
    getEntry(path: string): Promise<{ file: { path: string; id: null }; data: string }>;
    persistMedia(file: object, options: object): Promise<unknown>;
    deleteFiles(paths: string[], message: string): Promise<unknown>;
  }
}

declare module 'decap-cms-lib-util' {
  export class APIError extends Error {
    constructor(message: string, status: number | null, api: string);
    readonly status: number | null;
  }

  export class NotesPollingManager {
    constructor(api: object, interval: number);
    destroy(): void;
  }
}

declare module 'decap-cms-lib-auth' {
  export class NetlifyAuthenticator {
    constructor(options: { base_url: string; site_id: string | undefined; auth_endpoint: string });
    authenticate(
      options: { provider: string; scope: string },
      done: (error: unknown, credentials: { token: string }) => void,
    ): void;
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
  export const store: {
    getState(): { readonly entryDraft: DecapMap };
    dispatch(action: { readonly type: string; readonly payload: unknown }): unknown;
    subscribe(listener: () => void): () => void;
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
