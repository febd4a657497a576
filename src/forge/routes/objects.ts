import { z } from 'zod';
import type { TreeChange } from '../../git/index.ts';
import type { Call } from '../context.ts';
import { json, notFound, revalidated, unprocessable, validationFailed } from '../http.ts';
import { findRevision } from '../revisions.ts';
import type { Route } from '../router.ts';
import { assertPath, fileMode } from '../rules.ts';
import { commitEmail } from '../types.ts';
import { gitCommitView } from '../views/commit.ts';
import { nodeId } from '../views/urls.ts';

const sha = z.string().regex(/^[0-9a-f]{40}$/);
const blobSchema = z.object({ content: z.string(), encoding: z.string().default('utf-8') });
const treeSchema = z.object({
  base_tree: sha.nullish(),
  tree: z.array(
    z.object({
      path: z.string(),
      mode: z.string().default(fileMode),
      type: z.string().default('blob'),
      sha: sha.nullish(),
      content: z.string().optional(),
    }),
  ),
});
const authorSchema = z.object({ name: z.string(), email: z.string(), date: z.string().optional() });
const commitSchema = z.object({
  message: z.string().min(1),
  tree: sha,
  parents: z.array(sha).default([]),
  author: authorSchema.nullish(),
});

/** Blobs never change under their address. */
const forever = { 'Cache-Control': 'private, max-age=31536000, immutable' };

export const objectRoutes: readonly Route<Call>[] = [
  {
    // https://docs.github.com/en/rest/git/blobs#get-a-blob
    method: 'GET',
    path: '/repos/:owner/:repo/git/blobs/:sha',
    handle: async (call, { sha: name = '' }) => {
      const info = /^[0-9a-f]{40}$/.test(name) ? await call.desk.repository.info(name) : undefined;
      if (info?.type !== 'blob') throw notFound();
      const content = await call.desk.repository.readBlob(name);
      const url = `${call.urls.repo}/git/blobs/${name}`;
      const body = {
        sha: name,
        node_id: nodeId('Blob', name),
        size: content.length,
        url,
        content: content.toString('base64'),
        encoding: 'base64',
      };
      return revalidated(call.request, name, () => JSON.stringify(body), forever);
    },
  },
  {
    // https://docs.github.com/en/rest/git/blobs#create-a-blob
    method: 'POST',
    path: '/repos/:owner/:repo/git/blobs',
    handle: async (call) => {
      const { content, encoding } = await call.body(blobSchema);
      const written = await call.desk.repository.writeBlob(decode(content, encoding));
      const url = `${call.urls.repo}/git/blobs/${written}`;
      return json({ sha: written, url }, { status: 201, headers: { Location: url } });
    },
  },
  {
    // https://docs.github.com/en/rest/git/trees#get-a-tree
    method: 'GET',
    path: '/repos/:owner/:repo/git/trees/*tree',
    handle: async (call, { tree = '' }) => {
      const found = await findTree(call, tree);
      if (found === undefined) throw notFound();
      // GitHub takes any value, also recursive=0.
      const recursive = call.url.searchParams.has('recursive');
      const key = `${call.urls.origin} ${found} ${recursive}`;
      const body = call.desk.trees.get(key) ?? (await renderTree(call, found, recursive));
      call.desk.trees.set(key, body, body.length);
      return revalidated(call.request, `${found}${recursive ? '-r' : ''}`, () => body);
    },
  },
  {
    // https://docs.github.com/en/rest/git/trees#create-a-tree
    method: 'POST',
    path: '/repos/:owner/:repo/git/trees',
    handle: async (call) => {
      const { base_tree: base, tree } = await call.body(treeSchema);
      const baseInfo = base ? await call.desk.repository.info(base) : undefined;
      if (base && baseInfo?.type !== 'tree' && baseInfo?.type !== 'commit') {
        throw unprocessable('base_tree is not a valid tree oid');
      }
      const changes = await Promise.all(tree.map((entry) => toChange(call, entry)));
      const written = await call.desk.repository.writeTree(base ?? undefined, changes);
      return json(await renderTree(call, written, false), {
        status: 201,
        headers: { Location: `${call.urls.repo}/git/trees/${written}` },
      });
    },
  },
  {
    // https://docs.github.com/en/rest/git/commits#get-a-commit-object
    method: 'GET',
    path: '/repos/:owner/:repo/git/commits/:sha',
    handle: async (call, { sha: name = '' }) => {
      const commit = /^[0-9a-f]{40}$/.test(name) ? await call.desk.repository.readCommit(name) : undefined;
      if (!commit) throw notFound();
      return call.answer(gitCommitView(call.urls, commit));
    },
  },
  {
    // https://docs.github.com/en/rest/git/commits#create-a-commit
    // Addresses that the client sends are ignored: commits are public and staff addresses are not. The author
    // stays who it was when the address is one of ours, as after a rebase; the committer is who signed in.
    method: 'POST',
    path: '/repos/:owner/:repo/git/commits',
    handle: async (call) => {
      const { repository, options } = call.desk;
      const { message, tree, parents, author } = await call.body(commitSchema);
      if ((await repository.info(tree))?.type !== 'tree') throw unprocessable('Tree SHA does not exist');
      for (const parent of parents) {
        if ((await repository.info(parent))?.type !== 'commit') {
          throw unprocessable('Parent SHA does not exist or is not a commit object');
        }
      }
      const named = options.users.find((user) => commitEmail(user) === author?.email) ?? call.user;
      const written = await repository.writeCommit({
        tree,
        parents,
        message,
        author: { name: named.name, email: commitEmail(named), ...authorDate(author?.date) },
        committer: { name: call.user.name, email: commitEmail(call.user) },
      });
      const commit = await repository.readCommit(written);
      if (!commit) throw notFound();
      return json(gitCommitView(call.urls, commit), {
        status: 201,
        headers: { Location: `${call.urls.repo}/git/commits/${written}` },
      });
    },
  },
];

function decode(content: string, encoding: string): Buffer {
  if (encoding === 'utf-8') return Buffer.from(content, 'utf8');
  if (encoding !== 'base64') throw validationFailed({ resource: 'Blob', field: 'encoding', code: 'invalid' });
  const bare = content.replace(/\s/g, '');
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(bare)) {
    throw validationFailed({ resource: 'Blob', field: 'content', code: 'invalid' });
  }
  return Buffer.from(bare, 'base64');
}

/** `main`, a sha, or `main:content/posts`. Undefined also for a path that is no folder. */
async function findTree(call: Call, name: string): Promise<string | undefined> {
  const { repository, options } = call.desk;
  const colon = name.indexOf(':');
  const sha = await findRevision(repository, colon < 0 ? name : name.slice(0, colon), options.owner);
  if (sha === undefined) return undefined;
  const path = colon < 0 ? '' : name.slice(colon + 1).replace(/^\/+|\/+$/g, '');
  const info = await repository.info(path === '' ? `${sha}^{tree}` : `${sha}:${path}`);
  return info?.type === 'tree' ? info.sha : undefined;
}

async function renderTree(call: Call, tree: string, recursive: boolean): Promise<string> {
  const entries = await call.desk.repository.listTree(tree, '', { recursive, sizes: true });
  const { repo } = call.urls;
  return JSON.stringify({
    sha: tree,
    url: `${repo}/git/trees/${tree}`,
    tree: entries.map(({ path, mode, type, sha, size }) => ({
      path,
      mode,
      type,
      sha,
      ...(size === undefined ? {} : { size }),
      ...(type === 'commit' ? {} : { url: `${repo}/git/${type}s/${sha}` }),
    })),
    truncated: false,
  });
}

async function toChange(call: Call, entry: z.output<typeof treeSchema>['tree'][number]): Promise<TreeChange> {
  const { path, mode, type, sha, content } = entry;
  assertPath(path);
  if (sha === null) return { path, entry: null };
  if (mode !== fileMode || type !== 'blob') {
    throw validationFailed({
      resource: 'Tree',
      field: 'mode',
      code: 'invalid',
      message: `tree.mode: ${mode} (${path})`,
    });
  }
  if (content !== undefined) {
    return { path, entry: { mode, sha: await call.desk.repository.writeBlob(content) } };
  }
  if (sha === undefined) throw unprocessable('Must supply either tree.sha or tree.content');
  if ((await call.desk.repository.info(sha))?.type !== 'blob') {
    throw unprocessable(`tree.sha ${sha} is not a valid blob`);
  }
  return { path, entry: { mode, sha } };
}

function authorDate(text: string | undefined): { date?: string } {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? {} : { date: `@${Math.floor(time / 1000)} +0000` };
}
