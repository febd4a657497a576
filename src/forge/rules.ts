import { isRefName } from '../git/index.ts';
import type { Repository, TreeEntry } from '../git/index.ts';
import { forbidden, unprocessable, validationFailed } from './http.ts';
import { messages } from './messages.ts';
import type { User } from './types.ts';

export const mainRef = 'refs/heads/main';

/** GitHub's words for our roles. https://docs.github.com/en/rest/collaborators/collaborators#get-repository-permissions-for-a-user */
export const permissions = {
  editor: { permission: 'write', roleName: 'write' },
  reviewer: { permission: 'write', roleName: 'maintain' },
  admin: { permission: 'admin', roleName: 'admin' },
} as const;

export const canMerge = (user: User): boolean => user.role !== 'editor';

/**
 * Lets through the name of a branch other than main, for everybody: main moves by merging only.
 * @throws HttpError 422 for what is no branch name, 403 for main
 */
export function assertWritableRef(ref: string): void {
  if (!ref.startsWith('refs/heads/') || !isRefName(ref)) {
    throw unprocessable(`${ref} is not a valid ref name.`);
  }
  // Folders and files share one namespace on case-insensitive disks, where `Main` is `main`.
  if (ref.toLowerCase() === mainRef) throw forbidden(messages.cannotWriteMain);
}

/**
 * Lets through the path of a file that may stand in a tree.
 * @throws HttpError 422
 */
export function assertPath(path: string): void {
  const names = path.split('/');
  const wrong =
    path.length > 1024 ||
    /[\x00-\x1f\x7f\\]/.test(path) ||
    names.some((name) => name === '' || name === '.' || name === '..' || Buffer.byteLength(name) > 255) ||
    names.some(isGitName);
  if (wrong)
    throw validationFailed({
      resource: 'Tree',
      field: 'path',
      code: 'invalid',
      message: `tree.path: ${path}`,
    });
}

/** `.git` and the files git obeys, in every spelling that some file system takes for them. */
function isGitName(name: string): boolean {
  const seen = name
    // Code points that HFS+ ignores.
    .replace(/[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g, '')
    .normalize('NFKC')
    .toLowerCase();
  // NTFS ignores final dots and spaces, and what follows a colon.
  return /^(\.git(attributes|modules|ignore)?|git~\d+)([ .:].*)?$/.test(seen);
}

/** Files are plain: no links, no programs, no folders by sha. */
export const fileMode = '100644';

export interface ContentRules {
  repository: Repository;
  writablePaths: readonly string[];
}

/**
 * Lets through a commit whose changes since it left main are plain files in the writable folders.
 * @throws HttpError 403 that names what is outside
 */
export async function assertContentOnly(rules: ContentRules, tip: string): Promise<void> {
  const { repository } = rules;
  const main = await repository.resolve(mainRef);
  const base = main === undefined || main === tip ? main : await repository.mergeBase(main, tip);
  if (base === tip) return;
  if (base === undefined) throw forbidden(messages.outsideContent(await topOf(repository, tip)));
  await assertChangesInside(rules, base, tip);
}

/** As {@link assertContentOnly}, between two given tree-ishes. */
export async function assertChangesInside(rules: ContentRules, from: string, to: string): Promise<void> {
  const allowed = (path: string): boolean =>
    rules.writablePaths.some((folder) => path.startsWith(folder)) && !path.split('/').some(isGitName);
  const changes = await rules.repository.diff(from, to);
  const outside = changes.filter(
    ({ path, previousPath = path, mode, status }) =>
      !allowed(path) || !allowed(previousPath) || (status !== 'removed' && mode !== fileMode),
  );
  if (outside.length > 0)
    throw forbidden(
      messages.outsideContent(
        outside.map(({ path, previousPath = path }) => (allowed(path) ? previousPath : path)),
      ),
    );
}

async function topOf(repository: Repository, tip: string): Promise<string[]> {
  return (await repository.listTree(tip)).map((entry: TreeEntry) => entry.path);
}
