import { kindLabels } from '../../review/index.ts';
import { EditorError } from '../editor-error.ts';
import { messages } from '../locale/messages.ts';
import type { Desk } from './desk.ts';
import { joinMain, toEntry } from './join-main.ts';
import { mergeTexts } from './merge-texts.ts';
import { isUpload, namesUpload } from './named-uploads.ts';
import { assertNotRenaming, findDiscarded } from './past-drafts.ts';
import type { Pull, PullText } from './pulls.ts';
import type { Comparison, TreeEntry } from './repository.ts';

/** What an editor wants to store of an entry. */
interface DraftChange {
  readonly branch: string;
  readonly path: string;
  readonly source: string;
  /** The text with which the editor began; undefined for a new entry. */
  readonly base: string | undefined;
  /** Uploads whose blobs are on the server. */
  readonly uploads: readonly { readonly path: string; readonly sha: string }[];
  readonly message: string;
  readonly pull: PullText;
}

export interface StoredDraft {
  /** The new tip of the branch. */
  readonly head: string;
  /** The text as it is stored; undefined: the entry is to go. */
  readonly source: string | undefined;
  /** Who else's changes are in it; undefined: main's only. */
  readonly author: string | undefined;
}

/** What was stored on top of what, to be tried once more when somebody was faster. */
interface Attempt {
  readonly base: string | undefined;
  readonly yours: string | undefined;
  readonly author: string | undefined;
}

const attempts = 5;

/**
 * Stores a draft: merges it with what others stored since the editor began, and with main where both changed the
 * same file. The branch moves only from where this saw it (compare-and-swap); when it moved, all begins again.
 * @throws EditorError when the editor decides later, or others are always faster
 */
export async function saveDraft(desk: Desk, change: DraftChange): Promise<StoredDraft> {
  const { repository, pulls } = desk;
  let attempt: Attempt = { base: change.base, yours: change.source, author: undefined };
  for (let count = 0; count < attempts; count++) {
    const [main, head, pull] = await Promise.all([
      repository.readMain(),
      repository.readTip(change.branch),
      pulls.findOpen(change.branch),
    ]);
    const past = pull === undefined ? await pulls.list('closed', change.branch) : [];
    const isDraft = head !== undefined && !past.some((one) => one.head.sha === head);
    const changes = head === undefined ? undefined : await repository.compare(main, head);
    const step =
      isDraft && changes !== undefined && (pull !== undefined || changes.ahead > 0)
        ? await continueDraft(desk, change, attempt, { main, head, pull, changes })
        : await beginDraft(desk, change, attempt, { main, head, past, changes });
    attempt = step.next;
    if (step.commit !== head && !(await repository.advance(change.branch, head, step.commit))) continue;
    if (pull === undefined || (await pulls.read(pull.number)).state === 'open') {
      await pulls.ensure(change.branch, change.pull, pull);
      return { head: step.commit, source: attempt.yours, author: attempt.author };
    }
    // It was published or discarded while this was stored: the commit is in no pull request.
  }
  throw new EditorError(messages.save.busy);
}

interface Step {
  readonly commit: string;
  readonly next: Attempt;
}

/** A commit on top of the draft that is there, whoever began it; its pull request may not be open yet. */
async function continueDraft(
  desk: Desk,
  change: DraftChange,
  { base, yours, author }: Attempt,
  { main, head, pull, changes }: { main: string; head: string; pull: Pull | undefined; changes: Comparison },
): Promise<Step> {
  const { repository } = desk;
  if (pull?.labels.some(({ name }) => name === kindLabels.remove.name)) {
    throw new EditorError(messages.save.isRemoving(pull.number));
  }
  const theirs = await repository.readFile(head, change.path);
  if (base === undefined && theirs !== undefined && theirs !== yours) {
    // What is left of the editor's own save that a lost connection cut short has no labels.
    const isOwn = changes.login === desk.login && (pull === undefined || pull.labels.length === 0);
    if (!isOwn) throw new EditorError(messages.save.sameName);
  }
  const who = changes.author === undefined ? {} : { author: changes.author };
  const text = await mergeTexts(change.path, { base, yours, theirs }, desk.ask, { kind: 'draft', ...who });
  const joined = await joinMain(desk, { main, head, changes, own: { path: change.path, text } });
  const source = joined === undefined ? text : textOf(joined, change.path);
  const next = { base: theirs, yours: source, author: text === yours ? author : changes.author };
  if (joined === undefined && text === theirs && change.uploads.length === 0) return { commit: head, next };
  const tree = joined ?? (text === theirs ? [] : [toEntry(change.path, text)]);
  const commit = await repository.writeCommit({
    base: joined === undefined ? head : main,
    tree: replaceUploads(tree, change.uploads, toUnnamed(changes, change, source), joined === undefined),
    parents: joined === undefined ? [head] : [head, main],
    message: change.message,
  });
  return { commit, next };
}

/** The first commit of a draft. What is left of an older branch stays in the history. */
async function beginDraft(
  desk: Desk,
  change: DraftChange,
  { base, yours, author }: Attempt,
  standing: {
    main: string;
    head: string | undefined;
    past: readonly Pull[];
    changes: Comparison | undefined;
  },
): Promise<Step> {
  const { repository } = desk;
  const { main, head, past, changes } = standing;
  const [theirs] = await Promise.all([
    repository.readFile(main, change.path),
    assertNotRenaming(desk, change.path),
  ]);
  if (base === undefined && theirs !== undefined) throw new EditorError(messages.save.sameName);
  const from = base === theirs ? undefined : await findDiscarded(desk, past, main);
  const begun = from === undefined ? base : await repository.readFile(from, change.path);
  const text = await mergeTexts(change.path, { base: begun, yours, theirs }, desk.ask, { kind: 'published' });
  if (text === undefined) throw new EditorError(messages.save.staysRemoved);
  const parents = head === undefined || changes?.ahead === 0 ? [main] : [head, main];
  const commit = await repository.writeCommit({
    base: main,
    tree: [toEntry(change.path, text), ...change.uploads],
    parents,
    message: change.message,
  });
  return { commit, next: { base: theirs, yours: text, author } };
}

function textOf(tree: readonly TreeEntry[], path: string): string | undefined {
  const entry = tree.find((candidate) => candidate.path === path);
  return entry !== undefined && 'content' in entry ? entry.content : undefined;
}

/**
 * Uploads of the draft that no text of it names any more, and the form does not hold. Where it has other texts
 * than this one, nothing is known of them and everything stays.
 */
function toUnnamed(
  { files }: Comparison,
  { path, uploads }: DraftChange,
  text: string | undefined,
): string[] {
  if (text === undefined || files.some((file) => file.path !== path && !isUpload(file.path))) return [];
  const isHeld = (file: string): boolean => uploads.some((upload) => upload.path === file);
  return files
    .filter((file) => file.status === 'added' && isUpload(file.path))
    .map((file) => file.path)
    .filter((file) => !isHeld(file) && !namesUpload(text, file));
}

/** @param isOnBase is the base of the tree the branch, which has the files that go? Main never had them. */
function replaceUploads(
  tree: readonly TreeEntry[],
  uploads: DraftChange['uploads'],
  unnamed: readonly string[],
  isOnBase: boolean,
): TreeEntry[] {
  const replaced = [...uploads.map(({ path }) => path), ...unnamed];
  return [
    ...tree.filter(({ path }) => !replaced.includes(path)),
    ...uploads,
    ...(isOnBase ? unnamed.map((path) => ({ path, sha: null })) : []),
  ];
}
