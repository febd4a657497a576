import { z } from 'zod';

/** A client of the forge, as a signed-in user; it speaks GitHub's REST API. */
export interface GitHubClient {
  /** Sends a request to `/repos/gaceta/contenido` + path and parses the answer. @throws on any status ≥ 400 */
  request<T>(method: string, path: string, schema: z.ZodType<T>, body?: unknown): Promise<T>;
  readonly token: string;
}

/** Signs in as a local user, as the button of the sign-in window does. */
export async function signIn(origin: string, login: string): Promise<GitHubClient> {
  const response = await fetch(`${origin}/forge/sign-in`, {
    method: 'POST',
    headers: { Origin: origin, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ login }),
  });
  const token = /token(?:\\?"|&quot;)\s*:\s*(?:\\?"|&quot;)([\w-]+)/u.exec(await response.text())?.[1];
  if (token === undefined) throw new Error(`Could not sign in as ${login}: ${String(response.status)}`);
  return {
    token,
    async request(method, path, schema, body) {
      const answer = await fetch(`${origin}/forge/repos/gaceta/contenido${path}`, {
        method,
        headers: { Authorization: `token ${token}`, 'Content-Type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${method} ${path}: ${String(answer.status)} ${text}`);
      return schema.parse(text === '' ? undefined : JSON.parse(text));
    },
  };
}

const shaSchema = z.object({ sha: z.string() });
const refSchema = z.object({ object: shaSchema });
const pullSchema = z.object({ number: z.number(), head: shaSchema });

/** A file to save: its path in the repository and its text. */
export interface SavedFile {
  readonly path: string;
  readonly content: string;
}

/** Saves a new draft as Decap does: blobs, tree, commit, branch, pull request, label. Gives the pull request. */
export async function saveDraft(
  client: GitHubClient,
  branch: string,
  files: readonly SavedFile[],
): Promise<z.output<typeof pullSchema>> {
  const main = await client.request('GET', '/git/ref/heads/main', refSchema);
  const tree = await Promise.all(
    files.map(async ({ path, content }) => {
      const blob = await client.request('POST', '/git/blobs', shaSchema, { content, encoding: 'utf-8' });
      return { path, mode: '100644', type: 'blob', sha: blob.sha };
    }),
  );
  const { sha } = await client.request('POST', '/git/trees', shaSchema, { base_tree: main.object.sha, tree });
  const commit = await client.request('POST', '/git/commits', shaSchema, {
    message: `Crear ${branch}`,
    tree: sha,
    parents: [main.object.sha],
  });
  await client.request('POST', '/git/refs', refSchema, { ref: `refs/heads/${branch}`, sha: commit.sha });
  const pull = await client.request('POST', '/pulls', pullSchema, {
    title: branch,
    head: branch,
    base: 'main',
    body: '',
  });
  await client.request('PUT', `/issues/${String(pull.number)}/labels`, z.unknown(), {
    labels: ['gaceta/draft'],
  });
  return pull;
}

/** Merges a pull request into main. */
export async function mergePull(client: GitHubClient, number: number, sha: string): Promise<string> {
  const merged = await client.request('PUT', `/pulls/${String(number)}/merge`, shaSchema, {
    commit_message: 'Publicar',
    merge_method: 'merge',
    sha,
  });
  return merged.sha;
}
