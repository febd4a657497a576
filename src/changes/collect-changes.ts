import { setImmediate as breathe } from 'node:timers/promises';
import { UsageError } from '../checks/usage-error.ts';
import { openRepository, type Repository } from '../git/index.ts';
import { type EntryReport, type Report, reportEntry } from '../review/report/index.ts';
import { listChangedFiles } from './changed-files.ts';
import { checkChanges } from './check-changes.ts';
import { measureMedia } from './measure-media.ts';
import { type EntryVersions, readVersions } from './read-versions.ts';

export interface ChangesOptions {
  /** A git repository, bare or not; nothing of a work tree is read. Absolute. */
  readonly repository: string;
  /** What the change is to be merged into: any revision. */
  readonly base: string;
  /** The change: any revision. */
  readonly head: string;
  /** Folder that remembers what the copy desk found, as that of `npm run check`; default: none. */
  readonly cacheDir?: string;
  /** Default: the present moment. */
  readonly now?: Date;
}

/** What a change does to what readers see, and the versions that this was read from. */
export interface Changes {
  readonly report: Report;
  /** Where head and base parted: a full sha. */
  readonly mergeBase: string;
  readonly head: string;
  /** In the order of the report's entries. */
  readonly versions: readonly EntryVersions[];
  /** Changed files that are neither content nor uploads: paths. */
  readonly others: readonly string[];
}

/**
 * Compares the content of a revision with that from which it parted.
 * @throws UsageError when a revision does not exist or the two have nothing in common
 */
export async function collectChanges(options: ChangesOptions): Promise<Changes> {
  const repository = await openRepository(options.repository, { needsMain: false });
  try {
    const { mergeBase, head } = await findCommits(repository, options);
    const files = await listChangedFiles(repository, mergeBase, head);
    const versions = await readVersions(repository, files.entries);
    const entries: EntryReport[] = [];
    for (const { collection, before, after } of versions) {
      entries.push(reportEntry(collection, before, after));
      // A newsroom goes on answering while two hundred entries are compared.
      await breathe();
    }
    const report = {
      entries,
      media: await measureMedia(repository, files.media),
      findings: await checkChanges({ ...options, mergeBase, head, versions, media: files.media }),
    };
    return { report, mergeBase, head, versions, others: files.others };
  } finally {
    await repository.close();
  }
}

async function findCommits(
  repository: Repository,
  { base, head }: ChangesOptions,
): Promise<{ mergeBase: string; head: string }> {
  const [from, to] = await Promise.all(
    [base, head].map(async (name) => {
      const commit = await repository.resolve(`${name}^{commit}`);
      if (commit === undefined) throw new UsageError(`There is no commit ${name} in ${repository.path}.`);
      return commit;
    }),
  );
  const mergeBase = await repository.mergeBase(from ?? '', to ?? '');
  if (mergeBase === undefined) {
    throw new UsageError(
      `${base} and ${head} have no commit in common. Is the clone shallow? Fetch more history.`,
    );
  }
  return { mergeBase, head: to ?? '' };
}
