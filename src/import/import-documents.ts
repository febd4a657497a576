import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  checkEntry,
  type Finding,
  publicFolder,
  collections,
  isFolder,
  mediaFolder,
  parseEntry,
  serializeEntry,
  toEntryPath,
  toPlainPath,
  type Values,
} from '../../content-schema/index.ts';
import { type FullKnowledge, loadKnowledge } from '../checks/knowledge.ts';
import { checkSource, findCode, type Repair, repairValues, type Upload } from '../copy-desk/index.ts';
import { findDecapConfig } from './decap-config.ts';
import { type Documents, findDocuments, listFiles, toDigest } from './documents.ts';
import { loadManifest, type Manifest, manifestFile, saveManifest, serializeManifest } from './manifest.ts';
import { type Mappings, toHost } from './mappings.ts';
import { indexMedia, type MediaIndex } from './media-index.ts';
import { type Plan, planEntries } from './plan.ts';
import { type Reference, readdress } from './references.ts';
import type { EntryReport, Report, Status, TextChange, UploadReport } from './report/report.ts';
import { type ImportedUpload, openUploadDesk, type UploadDesk } from './uploads.ts';
import { removeTemporary, writeWhole } from './write-file.ts';

export interface ImportOptions {
  /** A folder of old documents, or one of them; absolute. */
  readonly source: string;
  /** Work tree of the content repository; absolute. */
  readonly into: string;
  /** Further folders in which to look for the files that documents name; absolute. */
  readonly images: readonly string[];
  readonly mappings: Mappings;
  /** Write nothing. */
  readonly dryRun: boolean;
}

/** So many documents of so many are done; the key of the last one. */
export type OnProgress = (done: number, total: number, key: string) => void;

const writtenFolders = [
  mediaFolder,
  path.dirname(manifestFile),
  ...Object.values(collections).flatMap((collection) => (isFolder(collection) ? [collection.folder] : [])),
];

/** The manifest is written after so many entries, and at the end. */
const saveEvery = 20;

/**
 * Imports documents. It may be ended at any moment and run again: files are written whole, what an entry names
 * before the entry; an entry that is there as it would be written counts as imported; one that a person has
 * changed or deleted since stays as it is.
 * @throws ManifestError, DecapConfigError, or an Error of the file system
 */
export async function importDocuments(options: ImportOptions, onProgress: OnProgress): Promise<Report> {
  const { into, mappings, dryRun } = options;
  if (!dryRun) await Promise.all(writtenFolders.map((folder) => removeTemporary(path.join(into, folder))));
  const [site, manifest, documents] = await Promise.all([
    loadKnowledge(into),
    loadManifest(into),
    findDocuments(options.source),
  ]);
  const saved = serializeManifest(manifest);
  const config = await findDecapConfig(documents.root);
  const hosts = new Set([...mappings.hosts, ...[site.url, ...(config?.urls ?? [])].map(toHost)]);
  const { url, timeZone, now } = site;
  const { plans, skipped } = await planEntries(documents.files, {
    mappings,
    config,
    manifest,
    site: { url, timeZone, now },
  });
  const index = indexMedia({ files: await findMedia(documents, options), config, hosts });
  const desk = openUploadDesk({ into, index, manifest, findUpload: site.findUpload });
  const job: Job = { into, dryRun, manifest, site, desk, index, moved: findMoved(plans), uploads: new Map() };

  const entries: EntryReport[] = [];
  let unsaved = 0;
  for (const plan of plans) {
    const entry = await importEntry(plan, job);
    entries.push(entry);
    onProgress(entries.length, plans.length, plan.document.key);
    if (entry.status !== 'new' && entry.status !== 'updated') continue;
    if (++unsaved % saveEvery === 0 && !dryRun) await saveManifest(into, manifest);
  }
  if (!dryRun && serializeManifest(manifest) !== saved) await saveManifest(into, manifest);
  for (const { document, title, reason, findings } of skipped) {
    const nothing = { repairs: [], changes: [], leftovers: [], aliases: [], uploads: [], defects: [] };
    entries.push({ source: document.key, title, status: 'skipped', reason, findings, ...nothing });
  }
  return { dryRun, entries: entries.sort((a, b) => (a.source < b.source ? -1 : 1)) };
}

/** What the import of every entry needs. */
interface Job extends Pick<ImportOptions, 'into' | 'dryRun'> {
  readonly manifest: Manifest;
  readonly site: FullKnowledge;
  readonly desk: UploadDesk;
  readonly index: MediaIndex;
  /** New site path by old one (decoded, without slashes at its ends). */
  readonly moved: ReadonlyMap<string, string>;
  /** What was taken so far, by site path. */
  readonly uploads: Map<string, Upload>;
}

/** Files among the documents and in the folders given. */
async function findMedia(
  { root, isFolder: isTree }: Documents,
  { images }: ImportOptions,
): Promise<string[]> {
  const found = await Promise.all([
    ...images.map((folder) => listFiles(folder)),
    listFiles(root, { recursive: isTree }),
  ]);
  return [...new Set(found.flat())];
}

function findMoved(plans: readonly Plan[]): Map<string, string> {
  const moved = new Map<string, string>();
  for (const { aliases, collection, file } of plans) {
    const now = toEntryPath(collection, file.slice(collection.folder.length + 1, -'.mdx'.length));
    if (now === undefined) continue;
    for (const alias of aliases) moved.set(toPlainPath(alias), `/${now}/`);
    moved.set(now, `/${now}/`);
  }
  return moved;
}

async function importEntry(plan: Plan, job: Job): Promise<EntryReport> {
  const { collection, document, file, original } = plan;
  const uploads = await takeUploads(plan, job);
  const { values, repairs } = finish(plan, job, uploads);
  const text = serializeEntry(collection, values);
  const isGood =
    checkEntry(collection, parseEntry(collection, text, file), file).success &&
    findCode(collection, text, file).length === 0;
  const current = (await readIfThere(path.join(job.into, file)))?.toString('utf8');
  const status = isGood ? toStatus(text, current, job.manifest.entries[document.key]) : 'incomplete';
  if (status === 'new' || status === 'updated' || status === 'unchanged') {
    if (!job.dryRun) await write(plan, text, current, uploads, job);
  }
  const site = toKnowledge(job);
  const shown = status === 'edited' || status === 'foreign' ? (current ?? text) : text;
  return {
    source: document.key,
    title: toText(values[collection.identifier]) || document.name,
    status,
    file,
    collection: collection.name,
    repairs,
    changes: findChanges(original, values),
    leftovers: plan.leftovers,
    aliases: plan.aliases,
    uploads: uploads.map(toReport),
    defects: findDefects(plan, job, uploads),
    findings: checkSource(collection, shown, file, site),
  };
}

/** What is wrong with the document, as if its files lay where those of entries do, under the names they have. */
function findDefects(
  { collection, document, original }: Plan,
  job: Job,
  uploads: readonly ImportedUpload[],
): Finding[] {
  const toOldPath = (address: string): string | undefined => {
    const name = job.index.toNames(address)?.at(-1)?.normalize('NFC');
    return name === undefined ? undefined : `${publicFolder}/${name}`;
  };
  const files = new Map(uploads.map(({ address, before, after }) => [toOldPath(address), before ?? after]));
  const values = readdress(collection, original, ({ address }) => {
    const old = toOldPath(address);
    return files.has(old) ? old : undefined;
  });
  return checkSource(
    collection,
    serializeEntry(collection, values),
    `${collection.folder}/${document.name}.mdx`,
    { ...toKnowledge(job), findUpload: (file) => files.get(file) },
  );
}

/** The files that an entry names, each once; and what the rules may know of them. */
async function takeUploads({ collection, document, values }: Plan, job: Job): Promise<ImportedUpload[]> {
  const references = new Map<string, Reference>();
  readdress(collection, values, (reference) => {
    if (references.get(reference.address)?.kind !== 'image') references.set(reference.address, reference);
    return undefined;
  });
  const place = { folder: path.dirname(document.path), key: path.posix.dirname(document.key) };
  const uploads: ImportedUpload[] = [];
  for (const reference of references.values()) {
    const upload = await job.desk.take(reference, place);
    if (upload === undefined) continue;
    uploads.push(upload);
    if (upload.after !== undefined) job.uploads.set(upload.path, upload.after);
  }
  return uploads;
}

/** Gives every file and page its new address, and repairs what shows only then. */
function finish(
  { collection, file, values, repairs }: Plan,
  job: Job,
  uploads: readonly ImportedUpload[],
): { values: Values; repairs: Repair[] } {
  const paths = new Map(uploads.map((upload) => [upload.address, upload.path]));
  const addressed = readdress(collection, values, ({ kind, address }) => {
    const upload = paths.get(address);
    if (upload !== undefined || kind === 'image') return upload;
    const page = job.moved.get((job.index.toNames(address) ?? []).join('/').normalize('NFC'));
    return page === undefined ? undefined : page + (/#.*$/su.exec(address)?.[0] ?? '');
  });
  const last = repairValues(collection, addressed, file, toKnowledge(job));
  const body = toText(last.values['body']).replace(/^(?:[ \t]*\n)+/u, '');
  return { values: { ...last.values, body: body.trimEnd() }, repairs: [...repairs, ...last.repairs] };
}

const toKnowledge = ({ site, uploads, moved }: Job): FullKnowledge => ({
  ...site,
  findUpload: (file) => uploads.get(file) ?? site.findUpload(file),
  hasPage: (page) => moved.has(toPlainPath(page)) || site.hasPage(page),
});

function toStatus(
  text: string,
  current: string | undefined,
  known: Manifest['entries'][string] | undefined,
): Status {
  if (current === text) return 'unchanged';
  if (known === undefined) return current === undefined ? 'new' : 'foreign';
  if (current === undefined) return 'deleted';
  return toDigest(current) === known.written ? 'updated' : 'edited';
}

/** What the entry names first, then the entry. What is there already is not written again. */
async function write(
  { digest, document, file }: Plan,
  text: string,
  current: string | undefined,
  uploads: readonly ImportedUpload[],
  { into, manifest }: Job,
): Promise<void> {
  for (const { write: upload } of uploads) {
    if (upload === undefined) continue;
    const there = path.join(into, upload.file);
    if ((await readIfThere(there))?.equals(upload.content) !== true) await writeWhole(there, upload.content);
    manifest.uploads[upload.digest] = { file: upload.file, written: toDigest(upload.content) };
  }
  if (current !== text) await writeWhole(path.join(into, file), text);
  manifest.entries[document.key] = { source: digest, file, written: toDigest(text) };
}

async function readIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

const toReport = ({ address, path: at, status, reason, before, after }: ImportedUpload): UploadReport => ({
  address,
  path: at,
  status,
  ...(reason && { reason }),
  ...(before && { before }),
  ...(after && { after }),
});

const toText = (value: unknown): string => (typeof value === 'string' ? value : '');

function findChanges(before: Values, after: Values): TextChange[] {
  const toLines = (value: unknown): string =>
    Array.isArray(value) ? value.map(String).join('\n') : value === undefined ? '' : String(value);
  return Object.keys({ ...before, ...after }).flatMap((field) => {
    const change = { field, before: toLines(before[field]), after: toLines(after[field]) };
    return change.before === change.after ? [] : [change];
  });
}
