import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Values } from '../../content-schema/index.ts';
import { checkFiles, checkSite } from '../copy-desk/index.ts';
import { readCache, writeCache } from './cache.ts';
import { checkEntries, type OpenTask } from './check-entries.ts';
import { type CheckedEntry, type CheckFinding, isStillTrue } from './check-entry.ts';
import { fix } from './fix.ts';
import { type Content, type EntryFile, openContent } from './content.ts';
import { type FullKnowledge, loadFacts, type SiteFacts, toKnowledge } from './knowledge.ts';
import type { Report, ReportFinding } from './report.ts';
import { selectChanged, selectPaths } from './selection.ts';
import { UsageError } from './usage-error.ts';

export interface CheckOptions {
  /** A content repository: its work tree, or a bare one. Absolute. */
  readonly dir: string;
  /** Files and folders; default: everything. */
  readonly paths?: readonly string[];
  /** A commit, in place of the work tree's files; default: none. */
  readonly revision?: string;
  /** Only what changed since the present branch, or `revision`, parted from this revision. */
  readonly base?: string | undefined;
  /** Folder, made if need be, that remembers what was found; default: none. */
  readonly cacheDir?: string;
  /** Default: the present moment. */
  readonly now?: Date;
}

/**
 * Checks the entries of a content repository, each by itself and beside the others.
 * @throws UsageError, or an Error in English when there is no content
 */
export const check = async (options: CheckOptions): Promise<Report> => (await runCheck(options)).report;

/**
 * Makes every certain repair in the files that are asked for, then checks what remains.
 * @throws UsageError, for a bare repository, too; or an Error in English when there is no content
 */
export async function checkAndFix(options: CheckOptions): Promise<Report> {
  const { content, repairable, facts } = await runCheck(options);
  if (!content.isWorkTree) {
    throw new UsageError(`${options.dir} is a bare repository, in which there are no files to repair.`);
  }
  const fixed = await fix(options.dir, repairable, toKnowledge(facts));
  return { ...(await check(options)), fixed };
}

interface Check {
  readonly report: Report;
  /** Files that `fix` may have to write. */
  readonly repairable: readonly EntryFile[];
  readonly content: Content;
  readonly facts: SiteFacts;
}

async function runCheck(options: CheckOptions): Promise<Check> {
  const { dir, paths = [], base, revision } = options;
  const content = await openContent(dir, revision);
  try {
    const facts = await loadFacts(content, options);
    const selections = [
      ...(paths.length > 0 ? [selectPaths(content, dir, paths)] : []),
      ...(base === undefined ? [] : [await selectChanged(content, dir, base, revision)]),
    ];
    const isSelected = (file: string): boolean => selections.every((files) => files.has(file));
    return { content, facts, ...(await checkContent(content, facts, isSelected, options)) };
  } finally {
    await content.close();
  }
}

/** What is remembered of an entry. */
interface Note {
  readonly sha: string;
  /** ISO; the present moment of the check. */
  readonly then: string;
  readonly entry: CheckedEntry;
}

async function checkContent(
  content: Content,
  facts: SiteFacts,
  isSelected: (file: string) => boolean,
  { cacheDir }: CheckOptions,
): Promise<Pick<Check, 'report' | 'repairable'>> {
  const site = toKnowledge(facts);
  const cacheName = 'entries.json';
  const version = toVersion(facts);
  const cached = await readCache<Note | string>(cacheDir, cacheName);
  const notes = cached['version'] === version ? cached : {};
  const known = content.entries.map((file) => recall(notes[file.path], file, isSelected(file.path), site));
  const unknown = content.entries.filter((_, index) => known[index] === undefined);
  const fresh = await checkEntries(
    unknown.map((file) => toTask(content, file, !isSelected(file.path))),
    facts,
  );
  const checked = new Map(unknown.map((file, index) => [file.path, fresh[index]]));
  const entries = content.entries.flatMap((file, index) => {
    const entry = known[index] ?? checked.get(file.path);
    return entry === undefined ? [] : [{ file, entry }];
  });
  if (unknown.length > 0 || Object.keys(notes).length !== entries.length + 1) {
    const then = site.now.toISOString();
    const kept = entries.map(({ file, entry }, index): [string, unknown] => [
      file.path,
      known[index] === undefined ? { sha: file.sha, then, entry } : notes[file.path],
    ]);
    await writeCache(cacheDir, cacheName, Object.fromEntries([['version', version], ...kept]));
  }
  const selected = entries.filter(({ file }) => isSelected(file.path));
  const findings = [
    ...selected.flatMap(({ entry }) => entry.checked?.findings ?? []),
    ...checkTogether(content, entries).filter(({ location }) => isSelected(location.file)),
  ];
  return {
    report: {
      entries: selected.length,
      reused: selected.filter(({ file }) => !checked.has(file.path)).length,
      findings: await addTexts(findings.sort(inOrder), content),
      fixed: [],
    },
    repairable: selected
      .filter(({ entry }) => entry.checked?.findings.some(({ repairable }) => repairable))
      .map(({ file }) => file),
  };
}

const inOrder = ({ location: a }: CheckFinding, { location: b }: CheckFinding): number =>
  a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1;

const programDir = fileURLToPath(new URL('../../', import.meta.url));

/** Changes with the program and with the settings that every rule may look at. */
function toVersion({ url, timeZone }: SiteFacts): string {
  const digest = createHash('sha256').update(JSON.stringify([url, timeZone]));
  const sources = globSync('{content-schema,src/copy-desk,src/checks}/**/*.ts', { cwd: programDir }).sort();
  for (const file of [...sources, 'package-lock.json'])
    digest.update(readFileSync(path.join(programDir, file)));
  return digest.digest('hex');
}

/** What the cache knows of an entry, if it is still true and enough. */
function recall(
  note: Note | string | undefined,
  file: EntryFile,
  isSelected: boolean,
  site: FullKnowledge,
): CheckedEntry | undefined {
  if (note === undefined || typeof note === 'string' || note.sha !== file.sha) return undefined;
  const { entry, then } = note;
  if (!isSelected) return entry;
  const isTrue = entry.checked && isStillTrue(entry.checked.answers, entry.moments, new Date(then), site);
  return isTrue === true ? entry : undefined;
}

const toTask =
  (content: Content, file: EntryFile, valuesOnly: boolean): OpenTask =>
  async () => ({ file: file.path, source: await content.readText(file), valuesOnly });

/** Findings of entries beside each other, where they stand in their files. */
function checkTogether(
  content: Content,
  entries: readonly { readonly file: EntryFile; readonly entry: CheckedEntry }[],
): CheckFinding[] {
  const readable = entries.flatMap(({ file, entry: { values } }) =>
    values === undefined ? [] : [{ collection: file.collection, file: file.path, values: values as Values }],
  );
  const places = new Map(entries.map(({ file, entry }) => [file.path, entry.places]));
  const files = [...content.entries, ...content.others].map((file) => file.path);
  return [...checkFiles(files), ...checkSite(readable)].map((finding) => {
    const { file } = finding.location;
    const place = places.get(file)?.[finding.field ?? ''];
    return { ...finding, location: { ...finding.location, ...place }, repairable: false };
  });
}

/** Adds the lines that findings are about. */
async function addTexts(findings: readonly CheckFinding[], content: Content): Promise<ReportFinding[]> {
  const files = new Map(content.entries.map((file) => [file.path, file]));
  const lines = new Map<string, readonly string[]>();
  for (const { location } of findings) {
    const file = files.get(location.file);
    if (file === undefined || lines.has(file.path)) continue;
    lines.set(
      file.path,
      (await content.read(file))
        .toString('utf8')
        .normalize('NFC')
        .split(/\r\n?|\n/u),
    );
  }
  return findings.map((finding) => {
    const { file, line } = finding.location;
    return { ...finding, text: lines.get(file)?.[line - 1] ?? '' };
  });
}
