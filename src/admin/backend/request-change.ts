import { type ChangeKind, toPullBody } from '../../review/index.ts';
import { EditorError } from '../editor-error.ts';
import { messages } from '../locale/messages.ts';
import type { Desk } from './desk.ts';
import type { Pull } from './pulls.ts';
import type { TreeEntry } from './repository.ts';

/** A change to what is published that is more than an edit. */
interface RequestedChange {
  readonly kind: ChangeKind;
  readonly branch: string;
  /** What it is about, as editors call it. */
  readonly name: string;
  /** What to say in the pull request. */
  readonly lines: readonly string[];
  /** Where the form of the entry is: `collections/posts/entries/…`. */
  readonly route?: string;
  /** The commit of main from which the change was made. */
  readonly main: string;
  readonly tree: readonly TreeEntry[];
}

/**
 * Makes a branch with one commit, and a pull request in review, which the board shows.
 * @throws EditorError when the branch has a pull request already, or somebody begins one
 */
export async function requestChange(desk: Desk, change: RequestedChange): Promise<Pull> {
  const { repository, pulls } = desk;
  const { kind, branch, name, lines, route, main, tree } = change;
  const isTaken = new EditorError(messages.request.isRequested(name));
  const [head, open] = await Promise.all([repository.readTip(branch), pulls.findOpen(branch)]);
  if (open !== undefined) throw isTaken;
  const parents = head === undefined ? [main] : await toParents(desk, branch, head, main);
  if (parents === undefined) throw isTaken;
  const title = messages.request.title[kind](name);
  const commit = await repository.writeCommit({ base: main, tree, parents, message: title });
  if (!(await repository.advance(branch, head, commit))) throw isTaken;
  const link = route === undefined ? {} : { link: `${desk.adminUrl}#/${route}` };
  const body = toPullBody({ author: desk.author, lines, ...link });
  return pulls.ensure(branch, { title, body, labels: pulls.toLabels('pending_review', kind) }, undefined);
}

/** What is left of an older branch stays in the history. Undefined: somebody is saving there right now. */
async function toParents(
  { repository, pulls }: Desk,
  branch: string,
  head: string,
  main: string,
): Promise<string[] | undefined> {
  if ((await repository.compare(main, head)).ahead === 0) return [main];
  const isOver = (await pulls.list('closed', branch)).some((pull) => pull.head.sha === head);
  return isOver ? [head, main] : undefined;
}
