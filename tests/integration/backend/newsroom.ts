import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { vi } from 'vitest';
import type { GitHubApi, NewsroomOptions } from '../../../src/admin/backend/github-api.ts';
import { openNewsroom, origin, type TestNewsroom, tokenOf } from '../forge/newsroom.ts';

// Decap's packages look for it when they are loaded.
vi.stubGlobal('window', globalThis);
const { GitHubApi: Api } = await import('../../../src/admin/backend/github-api.ts');

/** What the proxy in front of the forge does with a request; undefined: it passes it on. */
export type Failure =
  'drop' | { status: number; body?: object; headers?: Record<string, string> } | undefined;

export interface BackendNewsroom extends AsyncDisposable {
  readonly newsroom: TestNewsroom;
  /** Every request that came, as `PUT /pulls/1/merge`, with its body. */
  readonly trace: { readonly request: string; readonly body: string }[];
  /** Called before a request is passed on, with its trace line. */
  fail: (request: string) => Failure | Promise<Failure>;
  /** Is a token still good? The forge's own say comes after. */
  authorize: (token: string) => boolean;
  /** Called after the forge has answered, before the caller gets the answer. */
  afterwards: (request: string) => Failure;
  signIn(login: string, options?: Partial<NewsroomOptions>): Promise<GitHubApi>;
  /** The text of a file on a branch; undefined: it is not there. */
  read(branch: string, path: string): Promise<string | undefined>;
}

/** The real forge over HTTP, behind a small proxy that fails on demand. */
export async function openBackend(files: Record<string, string>): Promise<BackendNewsroom> {
  const newsroom = await openNewsroom({ files });
  const desk: Pick<BackendNewsroom, 'fail' | 'afterwards' | 'authorize' | 'trace'> = {
    fail: () => undefined,
    afterwards: () => undefined,
    authorize: () => true,
    trace: [],
  };
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(chunk as Buffer);
      const body = Buffer.concat(chunks);
      const { method = 'GET', url = '/' } = incoming;
      const request = `${method} ${url.replace('/forge/repos/gaceta/contenido', '')}`;
      desk.trace.push({ request, body: body.toString('utf8') });
      const token = (incoming.headers.authorization ?? '').replace(/^token /u, '');
      const before = desk.authorize(token) ? await desk.fail(request) : { status: 401 };
      const answer = before ?? (await pass(newsroom, method, url, incoming.headers, body));
      const failure = before ?? desk.afterwards(request) ?? answer;
      if (failure === 'drop') outgoing.destroy();
      else if (failure instanceof Response) {
        outgoing.writeHead(failure.status, Object.fromEntries(failure.headers));
        outgoing.end(Buffer.from(await failure.arrayBuffer()));
      } else {
        outgoing.writeHead(failure.status, { 'content-type': 'application/json', ...failure.headers });
        outgoing.end(JSON.stringify(failure.body ?? { message: 'injected' }));
      }
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(desk, {
    newsroom,
    async signIn(login: string, options: Partial<NewsroomOptions> = {}) {
      return createApi(
        `http://127.0.0.1:${String(port)}/forge`,
        await tokenOf(newsroom.forge, login),
        login,
        options,
      );
    },
    async read(branch: string, path: string) {
      return newsroom.git.git('show', `${branch}:${path}`).catch(() => undefined);
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await newsroom[Symbol.asyncDispose]();
    },
  });
}

function createApi(
  apiRoot: string,
  token: string,
  login: string,
  options: Partial<NewsroomOptions>,
): GitHubApi {
  return new Api(
    {
      token,
      tokenKeyword: 'token',
      branch: 'main',
      repo: 'gaceta/contenido',
      originRepo: 'gaceta/contenido',
      apiRoot,
      squashMerges: false,
      cmsLabelPrefix: 'gaceta/',
      useOpenAuthoring: false,
      initialWorkflowStatus: 'draft',
      baseUrl: undefined,
      getUser: () => Promise.resolve({ login, name: login }),
    },
    {
      ask: () => Promise.reject(new Error('Nothing to ask was expected.')),
      signInAgain: () => Promise.reject(new Error('No sign-in was expected.')),
      adminUrl: 'https://example.org/admin/',
      login,
      name: login,
      ...options,
    },
  );
}

async function pass(
  { forge }: TestNewsroom,
  method: string,
  url: string,
  headers: NodeJS.Dict<string | string[]>,
  body: Buffer,
): Promise<Response> {
  const { authorization = '', 'content-type': type = 'application/json' } = headers;
  return forge.handle(
    new Request(`${origin}${url}`, {
      method,
      headers: { host: '127.0.0.1:4321', authorization: String(authorization), 'content-type': String(type) },
      ...(body.length === 0 ? {} : { body: new Uint8Array(body) }),
    }),
  );
}
