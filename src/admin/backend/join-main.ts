import { EditorError } from '../editor-error.ts';
import { messages } from '../locale/messages.ts';
import type { Desk } from './desk.ts';
import { getCollection, mergeTexts } from './merge-texts.ts';
import { type ChangedFile, type Comparison, maxComparedFiles, type TreeEntry } from './repository.ts';

interface Branch {
  readonly main: string;
  readonly head: string;
  /** What the branch changed since it left main: `compare(main, head)`. */
  readonly changes: Comparison;
  /** The text that a file is to have instead of the branch's; undefined: it is to go. */
  readonly own?: { readonly path: string; readonly text: string | undefined };
  /** Merge main in also where it changed none of the branch's files. */
  readonly always?: boolean;
}

/**
 * Merges main into a branch, without writing anything yet. Where main changed a file of the branch, too, the
 * file's texts are merged.
 * @returns what makes main's tree into the merge's; undefined: there is nothing to merge
 * @throws EditorError when both changed the same image, or the editor decides later
 */
export async function joinMain(desk: Desk, branch: Branch): Promise<TreeEntry[] | undefined> {
  const { main, head, changes, own, always = false } = branch;
  if (changes.behind === 0) return undefined;
  const onMain = (await desk.repository.compare(head, main)).files;
  const isWhole = onMain.length < maxComparedFiles;
  const isTouched = (path: string): boolean =>
    !isWhole || onMain.some((file) => file.path === path || file.previousPath === path);
  const files = toFiles(branch);
  const touched = files.filter((file) => isTouched(file.path) || isTouched(file.previousPath ?? file.path));
  if (touched.length === 0 && !always) return undefined;
  const tree: TreeEntry[] = [];
  for (const file of files) {
    if (touched.includes(file)) {
      tree.push(...(await mergeFile(desk, branch, file, onMain)));
      continue;
    }
    if (file.previousPath !== undefined) tree.push({ path: file.previousPath, sha: null });
    if (file.path === own?.path) tree.push(toEntry(file.path, own.text));
    else tree.push({ path: file.path, sha: file.status === 'removed' ? null : file.sha });
  }
  return tree;
}

/** What a tree says of a text; undefined: the file goes. */
export const toEntry = (path: string, text: string | undefined): TreeEntry =>
  text === undefined ? { path, sha: null } : { path, content: text };

/** The files of the branch, with the one that is about to change. */
function toFiles({ changes, own }: Branch): readonly ChangedFile[] {
  if (own === undefined || changes.files.some(({ path }) => path === own.path)) return changes.files;
  return [...changes.files, { path: own.path, previousPath: undefined, status: 'modified', sha: '' }];
}

/** A file that both changed. Removing what main does not have is an error on GitHub. */
async function mergeFile(
  { repository, ask }: Desk,
  { main, head, changes, own }: Branch,
  { path, previousPath, status, sha }: ChangedFile,
  onMain: readonly ChangedFile[],
): Promise<TreeEntry[]> {
  const oldPath = previousPath ?? path;
  if (getCollection(path) === undefined) {
    return mergeUpload(
      path,
      status === 'removed' ? null : sha,
      onMain.find((file) => file.path === path),
    );
  }
  const [base, ofBranch, theirs] = await Promise.all([
    repository.readFile(changes.mergeBase, oldPath),
    status === 'removed' ? undefined : repository.readFile(head, path),
    repository.readFile(main, oldPath),
  ]);
  const yours = own?.path === path ? own.text : ofBranch;
  const text = await mergeTexts(path, { base, yours, theirs }, ask, { kind: 'published' });
  const isOnMain = theirs !== undefined;
  return [
    ...(isOnMain && oldPath !== path ? [toEntry(oldPath, undefined)] : []),
    ...(text !== undefined || (isOnMain && oldPath === path) ? [toEntry(path, text)] : []),
  ];
}

function mergeUpload(path: string, sha: string | null, onMain: ChangedFile | undefined): TreeEntry[] {
  const isGone = onMain?.status === 'removed';
  if (sha === null) return isGone ? [] : [{ path, sha }];
  if (onMain !== undefined && !isGone && onMain.sha !== sha)
    throw new EditorError(messages.save.sameFile(path));
  return [{ path, sha }];
}
