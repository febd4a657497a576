import { readReason, toApprovers, toMergeMessage } from '../../review/index.ts';
import { EditorError } from '../editor-error.ts';
import { messages } from '../locale/messages.ts';
import type { Desk } from './desk.ts';
import { joinMain } from './join-main.ts';
import type { Pull } from './pulls.ts';
import { ServerError } from './server-error.ts';

/** The text that is in the form of the editor who publishes. */
export interface SeenText {
  readonly path: string;
  readonly source: string;
}

/**
 * Publishes the draft of an entry.
 * @param seen what the editor has before them; what is published must be that
 * @throws EditorError that says why it cannot be published; nothing is lost
 */
export async function publishDraft(desk: Desk, branch: string, seen: SeenText | undefined): Promise<void> {
  const pull = await desk.pulls.findOpen(branch);
  if (pull === undefined) throw new EditorError(messages.publishing.gone);
  if (seen !== undefined) {
    const [text, { author }] = await Promise.all([
      desk.repository.readFile(pull.head.sha, seen.path),
      desk.repository.compare(desk.repository.main, pull.head.sha),
    ]);
    // The form of what is to be taken down shows what is published.
    if (text !== undefined && text !== seen.source)
      throw new EditorError(messages.publishing.changed(author));
  }
  await publishPull(desk, pull);
}

/** Merges a pull request as it is; main is merged into it first where the two conflict. */
export async function publishPull(desk: Desk, pull: Pull): Promise<void> {
  const { mergeable_state: state = 'unknown' } = await desk.pulls.read(pull.number);
  const joined = ['dirty', 'behind'].includes(state) ? await joinPull(desk, pull) : undefined;
  const head = joined ?? pull.head.sha;
  try {
    await merge(desk, pull, head, joined !== undefined);
  } catch (error) {
    // GitHub finds out about conflicts later than it is asked.
    const isBehind =
      error instanceof ServerError && /conflict|not mergeable|out.of.date/iu.test(error.reason);
    if (!isBehind || joined !== undefined) throw error;
    const caughtUp = await joinPull(desk, pull);
    if (caughtUp === undefined) throw error;
    await merge(desk, pull, caughtUp, true);
    await desk.repository.deleteBranch(pull.head.ref, caughtUp);
    return;
  }
  await desk.repository.deleteBranch(pull.head.ref, head);
}

/**
 * Merges main into the branch of a pull request, asking where both changed the same.
 * @returns its new tip; undefined: it has all of main
 */
export async function joinPull(
  { repository, ...desk }: Desk,
  { head: { ref, sha: head } }: Pull,
): Promise<string | undefined> {
  const main = await repository.readMain();
  const changes = await repository.compare(main, head);
  const tree = await joinMain({ ...desk, repository }, { main, head, changes, always: true });
  if (tree === undefined) return undefined;
  const commit = await repository.writeCommit({
    base: main,
    tree,
    parents: [head, main],
    message: messages.joinTitle,
  });
  const isMoved = await repository.advance(ref, head, commit);
  if (!isMoved) throw new EditorError(messages.publishing.changed());
  return commit;
}

/** Who wrote it, who approved this very version, and why: what the history tells readers. */
async function readStory({ repository, pulls }: Desk, pull: Pull, head: string): Promise<string> {
  const [reviews, { body }] = await Promise.all([pulls.listReviews(pull.number), pulls.read(pull.number)]);
  const toName = (login: string): Promise<string> => repository.readName(login);
  const [author, approvers] = await Promise.all([
    pull.user === null ? undefined : toName(pull.user.login),
    Promise.all(toApprovers(reviews, head).map(toName)),
  ]);
  return toMergeMessage({ author, approvers, reason: readReason(body) });
}

async function merge(desk: Desk, pull: Pull, head: string, isJoined: boolean): Promise<void> {
  try {
    await desk.pulls.merge(pull, head, desk.mergeMethod, await readStory(desk, pull, head));
  } catch (error) {
    if (!(error instanceof ServerError)) throw error;
    if (error.kind === 'forbidden') throw new EditorError(messages.publishing.forbidden, { cause: error });
    if (error.kind === 'conflict' && /head/iu.test(error.reason)) {
      throw new EditorError(messages.publishing.changed(), { cause: error });
    }
    if (error.kind === 'not-mergeable' && isJoined) {
      throw new EditorError(messages.publishing.joined, { cause: error });
    }
    throw error;
  }
}
