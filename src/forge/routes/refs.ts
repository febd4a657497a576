import { z } from 'zod';
import { RefConflictError } from '../../git/index.ts';
import type { Call } from '../context.ts';
import type { Draft } from '../draft.ts';
import { HttpError, json, noContent, notFound, unprocessable } from '../http.ts';
import { findCommit } from '../revisions.ts';
import type { Route } from '../router.ts';
import { assertContentOnly, assertWritableRef } from '../rules.ts';
import type { Snapshot } from '../snapshot.ts';
import { commitView } from '../views/commit.ts';
import { nodeId } from '../views/urls.ts';
import { loginsOf } from './commits.ts';

const createSchema = z.object({ ref: z.string(), sha: z.string() });
const updateSchema = z.object({ sha: z.string(), force: z.boolean().default(false) });

export const refRoutes: readonly Route<Call>[] = [
  {
    // https://docs.github.com/en/rest/branches/branches#list-branches
    method: 'GET',
    path: '/repos/:owner/:repo/branches',
    handle: async (call) => {
      const refs = await call.desk.repository.listRefs('refs/heads/');
      return call.page(refs, ({ ref, sha }) => ({
        name: ref.slice('refs/heads/'.length),
        commit: { sha, url: `${call.urls.repo}/commits/${sha}` },
        protected: ref === 'refs/heads/main',
      }));
    },
  },
  {
    // https://docs.github.com/en/rest/branches/branches#get-a-branch
    method: 'GET',
    path: '/repos/:owner/:repo/branches/*branch',
    handle: async (call, { branch = '' }) => {
      const commit = await readBranch(call, branch);
      if (!commit) throw new HttpError(404, 'Branch not found');
      const self = `${call.urls.repo}/branches/${encodeURIComponent(branch)}`;
      return call.answer({
        name: branch,
        commit: commitView(call.urls, commit, loginsOf(call)),
        _links: { self, html: call.urls.web },
        protected: branch === 'main',
        protection: { enabled: branch === 'main' },
        protection_url: `${self}/protection`,
      });
    },
  },
  {
    // https://docs.github.com/en/rest/git/refs#list-matching-references
    method: 'GET',
    path: '/repos/:owner/:repo/git/matching-refs/*ref',
    handle: async (call, { ref = '' }) => {
      const refs = await listVisible(call, `refs/${ref}`);
      return call.page(refs, (one) => refView(call, one.ref, one.sha));
    },
  },
  {
    // https://docs.github.com/en/rest/git/refs#get-a-reference
    method: 'GET',
    path: '/repos/:owner/:repo/git/ref/*ref',
    handle: async (call, { ref = '' }) => {
      const sha = await readRef(call, `refs/${ref}`);
      if (sha === undefined) throw notFound();
      return call.answer(refView(call, `refs/${ref}`, sha));
    },
  },
  {
    // The older address, which Decap uses: one reference, or all that begin with the name.
    // https://docs.github.com/en/rest/git/refs#list-matching-references
    method: 'GET',
    path: '/repos/:owner/:repo/git/refs/*ref',
    handle: async (call, { ref = '' }) => {
      const sha = await readRef(call, `refs/${ref}`);
      if (sha !== undefined) return call.answer(refView(call, `refs/${ref}`, sha));
      const refs = await listVisible(call, `refs/${ref}`);
      if (refs.length === 0) throw notFound();
      return call.page(refs, (one) => refView(call, one.ref, one.sha));
    },
  },
  {
    // https://docs.github.com/en/rest/git/refs#create-a-reference
    method: 'POST',
    path: '/repos/:owner/:repo/git/refs',
    handle: async (call) => {
      const { ref, sha } = await call.body(createSchema);
      assertWritableRef(ref);
      const tip = await findTip(call, sha);
      await assertTip(call, tip);
      const { repository, state } = call.desk;
      await state
        .change(call.user, `Create ${ref}`, async (snapshot, draft) => {
          if ((await repository.resolve(ref)) !== undefined) throw alreadyExists();
          // Its branch went behind the forge's back; this is another one of the same name.
          touchPull(snapshot, draft, ref, (pull) => ({ ...pull, state: 'closed', closedAt: draft.now }));
          return { result: undefined, refs: [{ ref, from: null, to: tip }] };
        })
        .catch(refFailure);
      const view = refView(call, ref, tip);
      return json(view, { status: 201, headers: { Location: String(view['url']) } });
    },
  },
  {
    // https://docs.github.com/en/rest/git/refs#update-a-reference
    method: 'PATCH',
    path: '/repos/:owner/:repo/git/refs/*ref',
    handle: async (call, { ref: name = '' }) => {
      const ref = `refs/${name}`;
      const { sha, force } = await call.body(updateSchema);
      assertWritableRef(ref);
      const tip = await findTip(call, sha);
      await assertTip(call, tip);
      const { repository, state } = call.desk;
      await state
        .change(call.user, `Update ${ref}`, async (snapshot, draft) => {
          const from = await repository.resolve(ref);
          if (from === undefined) throw unprocessable('Reference does not exist');
          if (!force && !(await repository.isAncestor(from, tip))) {
            throw unprocessable('Update is not a fast forward');
          }
          touchPull(snapshot, draft, ref, (pull) => {
            if (pull.headSha !== tip) dismissApprovals(snapshot, draft, pull.number);
            return { ...pull, headSha: tip };
          });
          return { result: undefined, refs: [{ ref, from, to: tip }] };
        })
        .catch(refFailure);
      if ((await state.read()).openPulls().some((pull) => ref === `refs/heads/${pull.branch}`)) {
        await call.desk.checker.request(tip);
      }
      return json(refView(call, ref, tip));
    },
  },
  {
    // https://docs.github.com/en/rest/git/refs#delete-a-reference
    // The pull request of a deleted branch is closed, as on GitHub.
    method: 'DELETE',
    path: '/repos/:owner/:repo/git/refs/*ref',
    handle: async (call, { ref: name = '' }) => {
      const ref = `refs/${name}`;
      assertWritableRef(ref);
      const { repository, state } = call.desk;
      await state
        .change(call.user, `Delete ${ref}`, async (snapshot, draft) => {
          const from = await repository.resolve(ref);
          if (from === undefined) throw unprocessable('Reference does not exist');
          touchPull(snapshot, draft, ref, (pull) => ({
            ...pull,
            state: 'closed',
            closedAt: draft.now,
            headSha: from,
          }));
          return { result: undefined, refs: [{ ref, from, to: null }] };
        })
        .catch(refFailure);
      return noContent();
    },
  },
];

type PullOf = NonNullable<ReturnType<Snapshot['pulls']['get']>>;

function touchPull(snapshot: Snapshot, draft: Draft, ref: string, change: (pull: PullOf) => PullOf): void {
  const branch = ref.slice('refs/heads/'.length);
  for (const pull of snapshot.openPulls()) {
    if (pull.branch === branch) draft.putPull({ ...change(pull), updatedAt: draft.now });
  }
}

/** What was approved is not what is there now. */
function dismissApprovals(snapshot: Snapshot, draft: Draft, pull: number): void {
  for (const review of snapshot.reviews(pull)) {
    if (review.state === 'APPROVED') draft.putReview({ ...review, state: 'DISMISSED' });
  }
}

/** Somebody else was faster, or the name collides with another (`a` and `a/b`): Decap looks for these words. */
function refFailure(error: unknown): never {
  if (!(error instanceof RefConflictError)) throw error;
  if (/already exists/.test(error.message)) throw alreadyExists();
  if (/cannot create/.test(error.message)) throw unprocessable('Reference update failed');
  throw new HttpError(409, 'Reference cannot be updated: it has moved in the meantime');
}

function alreadyExists(): HttpError {
  return unprocessable('Reference already exists');
}

async function findTip(call: Call, sha: string): Promise<string> {
  const info = /^[0-9a-f]{40}$/.test(sha) ? await call.desk.repository.info(sha) : undefined;
  if (info === undefined) throw unprocessable('Object does not exist');
  if (info.type !== 'commit') throw unprocessable('Object is not a commit');
  return info.sha;
}

/** What an editor's branch may contain is checked when it is pointed there; what a merge may, at the merge. */
async function assertTip(call: Call, tip: string): Promise<void> {
  if (call.user.role === 'editor') await assertContentOnly(call.desk.options, tip);
}

/** The forge's own references are its own. */
const visible = /^refs\/(heads|tags)\//;

async function readRef(call: Call, ref: string): Promise<string | undefined> {
  if (!visible.test(ref)) return undefined;
  const exact = (await findCommit(call.desk.repository, ref)) === undefined;
  return exact ? undefined : call.desk.repository.resolve(ref);
}

async function listVisible(call: Call, prefix: string): Promise<{ ref: string; sha: string }[]> {
  return (await call.desk.repository.listRefs(prefix)).filter(({ ref }) => visible.test(ref));
}

async function readBranch(call: Call, branch: string): ReturnType<Call['desk']['repository']['readCommit']> {
  const sha = await findCommit(call.desk.repository, `refs/heads/${branch}`);
  return sha === undefined ? undefined : call.desk.repository.readCommit(sha);
}

function refView(call: Call, ref: string, sha: string): Record<string, unknown> {
  return {
    ref,
    node_id: nodeId('Ref', ref),
    url: `${call.urls.repo}/git/${ref.split('/').map(encodeURIComponent).join('/')}`,
    object: { type: 'commit', sha, url: `${call.urls.repo}/git/commits/${sha}` },
  };
}
