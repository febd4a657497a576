import { z } from 'zod';
import { loadNames } from '../../browser/load-facts.ts';
import { lastPusher } from '../../browser/rules.ts';
import { readReason, toApprovers, toMergeMessage, toMergeTitle, withReason } from '../../review/index.ts';
import { AnswerError } from '../../browser/reader.ts';
import type { Api } from '../api.ts';
import { ApiError } from '../api-error.ts';
import { withStatus } from '../labels.ts';
import { messages } from '../messages.ts';
import type { LoadedPull, ParagraphComment } from '../pull.ts';
import { withDate } from './with-date.ts';
import { toCommentRequest } from '../views/diff-lines.ts';

/** What nobody reads of an answer. */
const ignored = z.unknown();
const shaSchema = z.object({ sha: z.string() });

/** What can be done with a pull request: GitHub's own reviews, comments, labels and merges. All throw ApiError. */
export interface Actions {
  approve(text: string): Promise<void>;
  requestChanges(text: string): Promise<void>;
  comment(text: string): Promise<void>;
  commentOn(comment: ParagraphComment): Promise<void>;
  reply(id: number, text: string): Promise<void>;
  publish(): Promise<void>;
  /** @param date as the file stores it; undefined: the date that it has */
  schedule(date: string | undefined): Promise<void>;
  toDraft(): Promise<void>;
  /** @param logins who takes care of it from now on; nobody else does */
  assign(logins: readonly string[]): Promise<void>;
  setReason(reason: string): Promise<void>;
}

/** The actions on a pull request as it is on the screen: a head that moved since is not approved or published. */
export function toActions(api: Api, loaded: LoadedPull): Actions {
  const { send, repo } = api;
  const { facts, viewer, body, files } = loaded;
  const { pull } = facts;
  const head = pull.head.sha;
  const pulls = `${repo}/pulls/${String(pull.number)}`;
  const issue = `${repo}/issues/${String(pull.number)}`;

  const review = async (event: 'APPROVE' | 'REQUEST_CHANGES', text: string): Promise<void> => {
    await send('POST', `${pulls}/reviews`, ignored, { event, body: text, commit_id: head });
  };
  const setStatus = async (status: Parameters<typeof withStatus>[1]): Promise<void> => {
    await send('PUT', `${issue}/labels`, ignored, { labels: withStatus(pull, status) });
  };
  return {
    approve: (text) => review('APPROVE', text),
    requestChanges: (text) => review('REQUEST_CHANGES', text),
    async comment(text) {
      await send('POST', `${issue}/comments`, ignored, { body: text });
    },
    async commentOn(comment) {
      const patch = files.find(({ path }) => path === comment.path)?.patch;
      await send('POST', `${pulls}/comments`, ignored, toCommentRequest(comment, { head, patch }));
    },
    async reply(id, text) {
      await send('POST', `${pulls}/comments/${String(id)}/replies`, ignored, { body: text });
    },
    async publish() {
      const approvers = toApprovers(facts.reviews, head);
      // As they call themselves: the names in `facts` are those of commits, where whoever commits writes any name.
      const people = [pull.user, ...approvers.map((login) => ({ login }))];
      const names = await loadNames(api, new Map(), people);
      const nameOf = (login: string): string => names.get(login) ?? login;
      await send('PUT', `${pulls}/merge`, ignored, {
        sha: head,
        merge_method: api.settings.mergeMethod,
        commit_title: toMergeTitle(pull.title),
        commit_message: toMergeMessage({
          author: pull.user == null ? undefined : nameOf(pull.user.login),
          approvers: approvers.map(nameOf),
          reason: readReason(body),
        }),
      });
      await deleteBranch(api, pull.head);
    },
    async schedule(date) {
      const moved = date === undefined ? undefined : await writeDate(api, loaded, date);
      // The clock publishes what a reviewer stands behind: publish-due.
      const isOthers = pull.user?.login !== viewer.login;
      const isApproved = moved === undefined && toApprovers(facts.reviews, head).includes(viewer.login);
      const mayApprove = moved === undefined ? lastPusher(facts) !== viewer.login : true;
      if (isOthers && !isApproved && mayApprove) {
        await send('POST', `${pulls}/reviews`, ignored, { event: 'APPROVE', commit_id: moved ?? head });
      }
      await setStatus('ready');
    },
    toDraft: () => setStatus('draft'),
    async assign(logins) {
      const before = pull.assignees.map(({ login }) => login);
      const gone = before.filter((login) => !logins.includes(login));
      const come = logins.filter((login) => !before.includes(login));
      if (gone.length > 0) await send('DELETE', `${issue}/assignees`, ignored, { assignees: gone });
      if (come.length > 0) await send('POST', `${issue}/assignees`, ignored, { assignees: come });
    },
    async setReason(reason) {
      await send('PATCH', pulls, ignored, { body: withReason(body, reason) });
    },
  };
}

/** A branch that somebody moved on in the meantime stays: their text is on it. */
async function deleteBranch(
  { send, read, repo }: Api,
  { ref, sha }: { ref: string; sha: string },
): Promise<void> {
  const path = encodeURIComponent(ref);
  try {
    const tip = await read(`${repo}/git/ref/heads/${path}`, z.object({ object: shaSchema }));
    if (tip.object.sha === sha) await send('DELETE', `${repo}/git/refs/heads/${path}`, ignored);
  } catch (error) {
    // It is published all the same; GitHub may delete branches by itself.
    if (!(error instanceof ApiError || error instanceof AnswerError)) throw error;
  }
}

/** The entry with another date: one commit on its branch, never by force. @returns the new head */
async function writeDate({ send, repo }: Api, { facts, entries }: LoadedPull, date: string): Promise<string> {
  const { head, title } = facts.pull;
  const side = entries[0]?.after;
  if (side === undefined) throw new ApiError(422, messages.rights.scheduleNoDate);
  const content = withDate(side.source, date);
  const tree = await send('POST', `${repo}/git/trees`, shaSchema, {
    base_tree: head.sha,
    tree: [{ path: side.path, mode: '100644', type: 'blob', content }],
  });
  const commit = await send('POST', `${repo}/git/commits`, shaSchema, {
    message: messages.commits.schedule(title),
    tree: tree.sha,
    parents: [head.sha],
  });
  await send('PATCH', `${repo}/git/refs/heads/${encodeURIComponent(head.ref)}`, ignored, {
    sha: commit.sha,
    force: false,
  });
  return commit.sha;
}
