import type { z } from 'zod';

export interface GitHubOptions {
  /** Without a final slash: `https://api.github.com`. */
  readonly apiUrl: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly token: string;
  /** Default: the global one. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** GitHub's REST API of one repository. */
export interface GitHub {
  readonly apiUrl: string;
  readonly repository: string;
  /** @param path below `/repos/<owner>/<name>`, or from the root of the API when it begins with `//` */
  request<T>(method: string, path: string, schema: z.ZodType<T>, body?: unknown): Promise<T>;
  /** All pages of a list. */
  list<T>(path: string, schema: z.ZodType<T[]>): Promise<T[]>;
  /** The text of a file. @param ref a commit or branch; default: the default branch */
  readText(path: string, ref?: string): Promise<string>;
}

/** The API answered no. */
export class GitHubError extends Error {
  override readonly name = 'GitHubError';
  readonly status: number;
  /** What the token lacks, as far as GitHub says it. */
  readonly missing: string | undefined;

  constructor(method: string, url: string, status: number, reason: string, missing?: string) {
    super(`${method} ${url}: ${String(status)} ${reason}`);
    this.status = status;
    this.missing = missing;
  }
}

/** Asks the API of a repository with a token. */
export function createGitHub({ apiUrl, repository, token, fetch: send = fetch }: GitHubOptions): GitHub {
  const toUrl = (path: string): string =>
    path.startsWith('//') ? `${apiUrl}${path.slice(1)}` : `${apiUrl}/repos/${repository}${path}`;
  const ask = async (
    method: string,
    url: string,
    { body, accept = 'application/vnd.github+json' }: { body?: unknown; accept?: string } = {},
  ): Promise<Response> => {
    const answer = await send(
      new Request(url, {
        method,
        headers: {
          Accept: accept,
          Authorization: `token ${token}`,
          'Content-Type': 'application/json',
          'X-GitHub-Api-Version': '2022-11-28',
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    if (answer.ok) return answer;
    throw new GitHubError(
      method,
      url,
      answer.status,
      toReason(await answer.text()),
      toMissing(answer.headers),
    );
  };
  return {
    apiUrl,
    repository,
    async request(method, path, schema, body) {
      const text = await (await ask(method, toUrl(path), { body })).text();
      return schema.parse(text === '' ? undefined : JSON.parse(text));
    },
    async list(path, schema) {
      const items = [];
      let url: string | undefined = toUrl(path);
      while (url !== undefined) {
        const answer: Response = await ask('GET', url);
        items.push(...schema.parse(await answer.json()));
        url = /<([^>]+)>; rel="next"/u.exec(answer.headers.get('link') ?? '')?.[1];
      }
      return items;
    },
    async readText(path, ref) {
      const address = `/contents/${path.split('/').map(encodeURIComponent).join('/')}`;
      const query = ref === undefined ? '' : `?ref=${encodeURIComponent(ref)}`;
      return (await ask('GET', toUrl(address + query), { accept: 'application/vnd.github.raw+json' })).text();
    },
  };
}

/** GitHub's own words. */
function toReason(text: string): string {
  try {
    const { message, errors } = JSON.parse(text) as { message?: string; errors?: unknown };
    return [message ?? '', errors === undefined ? '' : JSON.stringify(errors)].filter(Boolean).join(' ');
  } catch (error) {
    if (error instanceof SyntaxError) return text.slice(0, 200);
    throw error;
  }
}

/** Classic tokens and fine-grained ones each have a header that names what a call needs. */
function toMissing(headers: Headers): string | undefined {
  const permissions = headers.get('x-accepted-github-permissions');
  if (permissions !== null && permissions !== '') return `permission ${permissions}`;
  const scopes = headers.get('x-accepted-oauth-scopes');
  return scopes === null || scopes === '' ? undefined : `scope ${scopes}`;
}
