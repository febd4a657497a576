import type { Finding } from '../../content-schema/index.ts';
import { check } from '../checks/run.ts';
import type { ReportFinding } from '../checks/report.ts';
import type { FindingChanges } from '../review/report/index.ts';
import type { ChangedFile } from './changed-files.ts';
import { compareFindings } from './compare-findings.ts';
import type { EntryVersions } from './read-versions.ts';

interface CheckedChanges {
  readonly repository: string;
  readonly mergeBase: string;
  readonly head: string;
  readonly versions: readonly EntryVersions[];
  readonly media: readonly ChangedFile[];
  readonly cacheDir?: string;
  readonly now?: Date;
}

/**
 * What the copy desk says of both sides. Where an entry or a file went away, other entries may have linked to it or
 * shown it: then all are looked at, else those that changed.
 */
export async function checkChanges(changes: CheckedChanges): Promise<FindingChanges> {
  const { versions, media, mergeBase, head, now = new Date() } = changes;
  if (versions.length === 0 && media.length === 0) return { new: [], fixed: [], remaining: [] };
  const isWide = [...versions, ...media].some(
    ({ before, after }) => before !== undefined && before.path !== after?.path,
  );
  const find = async (revision: string, paths: readonly string[]): Promise<readonly ReportFinding[]> => {
    if (!isWide && paths.length === 0) return [];
    const { repository: dir, cacheDir } = changes;
    const options = { dir, revision, now, ...(cacheDir === undefined ? {} : { cacheDir }) };
    return (await check(isWide ? options : { ...options, paths })).findings;
  };
  // One after the other: the second finds in the cache what both have.
  const before = await find(mergeBase, toPaths(versions, 'before'));
  const after = await find(head, toPaths(versions, 'after'));
  const moved = new Map(versions.map((version) => [version.before?.path, version.after?.path]));
  const changed = new Set(toPaths(versions, 'after'));
  const compared = compareFindings(before, after, (path) => moved.get(path) ?? path);
  return {
    new: compared.new.map(toFinding),
    fixed: compared.fixed.map(toFinding),
    remaining: compared.remaining.filter(({ location }) => changed.has(location.file)).map(toFinding),
  };
}

const toPaths = (versions: readonly EntryVersions[], side: 'before' | 'after'): string[] =>
  versions.flatMap((version) => version[side]?.path ?? []);

/** Without what only this check has. */
const toFinding = ({ rule, severity, location, field, message, hint }: Finding): Finding => ({
  rule,
  severity,
  location,
  ...(field === undefined ? {} : { field }),
  message,
  hint,
});
