import type { TreeEntry } from '../../git/index.ts';
import type { Call } from '../context.ts';
import { notFound } from '../http.ts';
import { findRevision } from '../revisions.ts';
import type { Route } from '../router.ts';

const base = '/repos/:owner/:repo/contents';

export const contentRoutes: readonly Route<Call>[] = [
  {
    // https://docs.github.com/en/rest/repos/contents#get-repository-content
    method: 'GET',
    path: base,
    handle: (call) => showContent(call, ''),
  },
  {
    method: 'GET',
    path: `${base}/*path`,
    handle: (call, { path = '' }) => showContent(call, path.replace(/^\/+|\/+$/g, '')),
  },
];

async function showContent(call: Call, path: string): Promise<Response> {
  const { repository } = call.desk;
  const ref = call.query('ref') ?? 'main';
  const sha = await findRevision(repository, ref, call.urls.owner);
  const info =
    sha === undefined ? undefined : await repository.info(path === '' ? `${sha}^{tree}` : `${sha}:${path}`);
  if (info === undefined) throw notFound();
  if (info.type === 'tree') {
    const prefix = path === '' ? '' : `${path}/`;
    const entries = await repository.listTree(info.sha, '', { sizes: true });
    return call.answer(entries.map((entry) => describe(call, { ...entry, path: prefix + entry.path }, ref)));
  }
  if (info.type !== 'blob') throw notFound();
  const content = await repository.readBlob(info.sha);
  if (/application\/vnd\.github\.(v3\.)?raw/.test(call.request.headers.get('accept') ?? '')) {
    return raw(content);
  }
  const entry: TreeEntry = { path, mode: '100644', type: 'blob', sha: info.sha, size: info.size };
  const encoded = { content: content.toString('base64'), encoding: 'base64' };
  return call.answer({ ...describe(call, entry, ref), ...encoded });
}

/** A download: whatever an editor committed must not run in the newsroom's origin. */
function raw(content: Buffer): Response {
  return new Response(new Uint8Array(content), {
    headers: {
      'Content-Type': 'application/vnd.github.raw; charset=utf-8',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Content-Disposition': 'attachment',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-cache',
    },
  });
}

const kinds = { blob: 'file', tree: 'dir', commit: 'submodule' } as const;

function describe(
  call: Call,
  { path, mode, type, sha, size = 0 }: TreeEntry,
  ref: string,
): Record<string, unknown> {
  const { repo } = call.urls;
  const self = `${repo}/contents/${path.split('/').map(encodeURIComponent).join('/')}?ref=${encodeURIComponent(ref)}`;
  const git = type === 'commit' ? null : `${repo}/git/${type}s/${sha}`;
  return {
    type: mode === '120000' ? 'symlink' : kinds[type],
    size,
    name: path.slice(path.lastIndexOf('/') + 1),
    path,
    sha,
    url: self,
    git_url: git,
    html_url: self,
    download_url: null,
    _links: { self, git, html: self },
  };
}
