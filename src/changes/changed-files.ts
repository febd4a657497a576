import { type Collection, collections, mediaFolder, toEntryId } from '../../content-schema/index.ts';
import type { Repository } from '../git/index.ts';

/** A file as one commit has it. */
export interface CommittedFile {
  readonly path: string;
  readonly sha: string;
}

/** A file on both sides; of a new or deleted one, a side is missing. */
export interface ChangedFile {
  readonly before?: CommittedFile;
  readonly after?: CommittedFile;
}

/** A changed file that is an entry. Whether one that is gone is now called otherwise, its text says. */
export interface ChangedEntry extends ChangedFile {
  readonly collection: Collection;
}

/** What differs between two commits, each list by path. */
export interface ChangedFiles {
  readonly entries: readonly ChangedEntry[];
  readonly media: readonly ChangedFile[];
  /** Everything that is neither content nor an upload: paths. */
  readonly others: readonly string[];
}

const uploadsFolder = mediaFolder.slice(0, mediaFolder.lastIndexOf('/') + 1);

/** The files that differ between two commits. A file that is no entry and whose bytes have another path was renamed. */
export async function listChangedFiles(
  repository: Repository,
  from: string,
  to: string,
): Promise<ChangedFiles> {
  const [before, after] = await Promise.all([listFiles(repository, from), listFiles(repository, to)]);
  const gone = new Map([...before].filter(([path]) => !after.has(path)).map(([path, sha]) => [sha, path]));
  const renamed = new Set<string>();
  const changes = [...after].flatMap(([path, sha]): ChangedFile[] => {
    const old = before.get(path);
    if (old === sha) return [];
    const previous = old === undefined && findCollection(path) === undefined ? gone.get(sha) : undefined;
    if (previous === undefined) {
      return [{ ...(old === undefined ? {} : { before: { path, sha: old } }), after: { path, sha } }];
    }
    gone.delete(sha);
    renamed.add(previous);
    return [{ before: { path: previous, sha }, after: { path, sha } }];
  });
  const removed = [...before].filter(([path]) => !after.has(path) && !renamed.has(path));
  const all = [...changes, ...removed.map(([path, sha]): ChangedFile => ({ before: { path, sha } }))].sort(
    byPath,
  );
  const rest = all.filter((file) => toEntries(file).length === 0);
  return {
    entries: all.flatMap(toEntries),
    media: rest.filter((file) => pathOf(file).startsWith(uploadsFolder)),
    others: rest.map(pathOf).filter((path) => !path.startsWith(uploadsFolder)),
  };
}

const byPath = (one: ChangedFile, other: ChangedFile): number => (pathOf(one) < pathOf(other) ? -1 : 1);

/** The path that a changed file has now, or had. */
export const pathOf = ({ before, after }: ChangedFile): string => (after ?? before)?.path ?? '';

/** Blobs by path; symbolic links and submodules are none of ours. */
async function listFiles(repository: Repository, commit: string): Promise<Map<string, string>> {
  const entries = await repository.listTree(commit, '', { recursive: true });
  const files = entries.filter(({ type, mode }) => type === 'blob' && mode !== '120000');
  return new Map(files.map(({ path, sha }) => [path, sha]));
}

const findCollection = (path: string): Collection | undefined =>
  Object.values(collections).find((collection) => toEntryId(collection, path) !== undefined);

function toEntries(file: ChangedFile): ChangedEntry[] {
  const collection = findCollection(pathOf(file));
  return collection === undefined ? [] : [{ ...file, collection }];
}
