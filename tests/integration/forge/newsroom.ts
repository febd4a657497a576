import { createForge } from '../../../src/forge/index.ts';
import type { Forge, ForgeOptions, User } from '../../../src/forge/index.ts';
import { openRepository } from '../../../src/git/index.ts';
import type { Repository } from '../../../src/git/index.ts';
import { createRepository } from '../../support/repository.ts';
import type { TemporaryRepository, TemporaryRepositoryOptions } from '../../support/repository.ts';

export const origin = 'http://127.0.0.1:4321';

export const users: readonly User[] = [
  { login: 'ana', name: 'Ana Xol', email: 'ana@example.org', role: 'editor' },
  { login: 'beto', name: 'Beto Cuá', email: 'beto@example.org', role: 'reviewer' },
  { login: 'admin', name: 'Carla', email: 'carla@example.org', role: 'admin' },
];

export interface Answer {
  status: number;
  headers: Headers;
  /** The parsed body; tests look into it as they like. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are checked against GitHub's schemas
  body: any;
}

/** The API as one signed-in user calls it; paths below `/repos/gaceta/contenido` may begin with `./`. */
export type Client = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answer>;

export interface TestNewsroom extends AsyncDisposable {
  git: TemporaryRepository;
  repository: Repository;
  forge: Forge;
  /** Calls to onMainMoved. */
  moves: [string, string][];
  signIn(login: string): Promise<Client>;
}

/** A forge over a temporary repository. */
export async function openNewsroom(
  repositoryOptions: TemporaryRepositoryOptions = {},
  forgeOptions: Partial<ForgeOptions> = {},
): Promise<TestNewsroom> {
  const git = await createRepository(repositoryOptions);
  return openNewsroomAt(git, forgeOptions);
}

export async function openNewsroomAt(
  git: TemporaryRepository,
  forgeOptions: Partial<ForgeOptions> = {},
): Promise<TestNewsroom> {
  const repository = await openRepository(git.path);
  const moves: [string, string][] = [];
  const forge = await createForge({
    repository,
    owner: 'gaceta',
    name: 'contenido',
    users,
    origins: [origin, 'http://localhost:4321'],
    basePath: '/forge',
    writablePaths: ['src/content/', 'src/assets/images/'],
    onMainMoved: (from, to) => moves.push([from, to]),
    ...forgeOptions,
  });
  return {
    git,
    repository,
    forge,
    moves,
    signIn: async (login) => client(forge, await tokenOf(forge, login)),
    [Symbol.asyncDispose]: async () => {
      await forge.close();
      await repository.close();
      await git.remove();
    },
  };
}

/** Signs in as the sign-in page does and takes the token from the answer. */
export async function tokenOf(forge: Forge, login: string): Promise<string> {
  const response = await forge.handle(
    new Request(`${origin}/forge/sign-in`, {
      method: 'POST',
      headers: { origin, host: '127.0.0.1:4321', 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ login }).toString(),
    }),
  );
  const token = /\\"token\\":\\"([\w-]+)\\"/.exec(await response.text())?.[1];
  if (token === undefined) throw new Error(`No token for ${login}: ${response.status}`);
  return token;
}

export function client(forge: Forge, token: string): Client {
  return async (method, path, body, headers = {}) => {
    const url = `${origin}/forge${path.replace(/^\.(?=\/|$)/, '/repos/gaceta/contenido')}`;
    const response = await forge.handle(
      new Request(url, {
        method,
        headers: {
          host: '127.0.0.1:4321',
          authorization: `token ${token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      body: isJson && text ? JSON.parse(text) : text,
    };
  };
}

export interface Saved {
  branch: string;
  sha: string;
  number: number;
}

/** Saves an entry as Decap does: blobs, tree, commit, branch, pull request, label. */
export async function saveEntry(call: Client, slug: string, content: string): Promise<Saved> {
  const path = `src/content/posts/${slug}.mdx`;
  const branch = `cms/posts/${slug}`;
  const sha = await commitFiles(call, { [path]: content }, `Create «${slug}»`);
  expectStatus(await call('POST', './git/refs', { ref: `refs/heads/${branch}`, sha }), 201);
  const pull = expectStatus(
    await call('POST', './pulls', {
      title: `Create «${slug}»`,
      body: 'x',
      head: `gaceta:${branch}`,
      base: 'main',
    }),
    201,
  );
  const { number } = pull.body as { number: number };
  expectStatus(await call('PUT', `./issues/${number}/labels`, { labels: ['decap-cms/draft'] }), 200);
  return { branch, sha, number };
}

/** A commit with these files (null deletes) on a branch or commit, main by default; no reference is moved. */
export async function commitFiles(
  call: Client,
  files: Record<string, string | null>,
  message: string,
  base?: string,
): Promise<string> {
  const parent: string = base ?? (await call('GET', './branches/main')).body.commit.sha;
  const tree = await Promise.all(
    Object.entries(files).map(async ([path, content]) => {
      if (content === null) return { path, mode: '100644', type: 'blob', sha: null };
      const encoded = Buffer.from(content).toString('base64');
      const blob = expectStatus(
        await call('POST', './git/blobs', { content: encoded, encoding: 'base64' }),
        201,
      );
      return { path, mode: '100644', type: 'blob', sha: blob.body.sha };
    }),
  );
  const made = expectStatus(await call('POST', './git/trees', { base_tree: parent, tree }), 201);
  const commit = { message, tree: made.body.sha, parents: [parent] };
  return expectStatus(await call('POST', './git/commits', commit), 201).body.sha;
}

function expectStatus(answer: Answer, status: number): Answer {
  if (answer.status !== status) {
    throw new Error(`Expected ${status}, got ${answer.status}: ${JSON.stringify(answer.body)}`);
  }
  return answer;
}
