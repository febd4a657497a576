import { type Collection, collections, mediaFolder, toEntryId } from '../../content-schema/index.ts';
import type { Repository } from '../git/index.ts';

/** A file as one commit has it. */
export interface CommittedFile {
  readonly path: string;
  readonly sha: string;
}

/** A file on both sides; of a new or deleted one, a side is missing. A renamed one has two paths. */
export interface ChangedFile {
  readonly before?: CommittedFile;
  readonly after?: CommittedFile;
}

/** A changed file that is an entry on both sides, or on the one that it is on. */
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

/** The files that differ between two commits; git says which were renamed. */
export async function listChangedFiles(
  repository: Repository,
  from: string,
  to: string,
): Promise<ChangedFiles> {
  const [before, after] = await Promise.all([listFiles(repository, from), listFiles(repository, to)]);
  const removed = [...before.keys()].filter((path) => !after.has(path));
  const added = [...after.keys()].filter((path) => !before.has(path));
  const renames =
    removed.length === 0 || added.length === 0
      ? new Map<string, string>()
      : await findRenames(repository, from, to);
  const paths = new Set([...after.keys(), ...removed]);
  const changes = [...paths].sort().flatMap((path): ChangedFile[] => {
    const previous = renames.get(path) ?? path;
    if (previous === path && before.get(path) === after.get(path)) return [];
    // Told at its new path.
    if (!after.has(path) && [...renames.values()].includes(path)) return [];
    return [{ ...toSide('before', before, previous), ...toSide('after', after, path) }];
  });
  const entries = changes.flatMap((file) => toEntries(file));
  const rest = changes.filter((file) => toEntries(file).length === 0);
  return {
    entries,
    media: rest.filter((file) => pathOf(file).startsWith(uploadsFolder)),
    others: rest.map(pathOf).filter((path) => !path.startsWith(uploadsFolder)),
  };
}

/** The path that a changed file has now, or had. */
export const pathOf = ({ before, after }: ChangedFile): string => (after ?? before)?.path ?? '';

/** Blobs by path; symbolic links and submodules are none of ours. */
async function listFiles(repository: Repository, commit: string): Promise<Map<string, string>> {
  const entries = await repository.listTree(commit, '', { recursive: true });
  const files = entries.filter(({ type, mode }) => type === 'blob' && mode !== '120000');
  return new Map(files.map(({ path, sha }) => [path, sha]));
}

/** New path → old path, of entries within their collection and of other files. */
async function findRenames(repository: Repository, from: string, to: string): Promise<Map<string, string>> {
  const changes = await repository.diff(from, to);
  return new Map(
    changes.flatMap(({ status, path, previousPath }) =>
      status === 'renamed' &&
      previousPath !== undefined &&
      findCollection(path) === findCollection(previousPath)
        ? [[path, previousPath]]
        : [],
    ),
  );
}

const findCollection = (path: string): Collection | undefined =>
  Object.values(collections).find((collection) => toEntryId(collection, path) !== undefined);

function toEntries(file: ChangedFile): ChangedEntry[] {
  const collection = findCollection(pathOf(file));
  return collection === undefined ? [] : [{ ...file, collection }];
}

const toSide = (
  side: 'before' | 'after',
  files: ReadonlyMap<string, string>,
  path: string,
): Partial<ChangedFile> => {
  const sha = files.get(path);
  return sha === undefined ? {} : { [side]: { path, sha } };
};
