import { writeFile } from 'node:fs/promises';
import type { LoaderContext } from 'astro/loaders';
import { collections, EntryError, type Finding, toEntryId, toLine } from '../../content-schema/index.ts';
import { originalsFolder, toSitePath } from './upload-paths.ts';
import { loadEntries } from './load-entries.ts';
import { loadUploads } from './load-uploads.ts';
import type { ContentSource } from './source.ts';

export type LoaderName = keyof typeof collections | 'uploads';

export const loaderNames = [...Object.keys(collections), 'uploads'] as readonly LoaderName[];

/** Astro's store of every collection. */
export type Contexts = Readonly<Record<LoaderName, LoaderContext>>;

const contentFolder = 'src/content';

/**
 * Loads every collection from one source.
 * @returns every error found, in the order of the collections; warnings are only logged.
 */
export async function loadContent(contexts: Contexts, source: ContentSource): Promise<Finding[]> {
  const [files, uploads] = await Promise.all([source.list(contentFolder), source.list(originalsFolder)]);
  const shas = new Map(uploads.map(({ path, sha }) => [toSitePath(path), sha]));
  const warnings = await loadUploads(contexts.uploads, source, uploads);
  for (const finding of warnings) contexts.uploads.logger.warn(toLine(finding));

  const findings: Finding[] = [];
  for (const collection of Object.values(collections)) {
    findings.push(
      ...(await loadEntries(collection, contexts[collection.name as LoaderName], source, files, shas)),
    );
  }
  if (!files.some(({ path }) => path === collections.site.file)) findings.push(noSettings);
  for (const { path } of files) {
    const isEntry = Object.values(collections).some(
      (collection) => toEntryId(collection, path) !== undefined,
    );
    if (!isEntry && !/(?:^|\/)\./u.test(path)) contexts.posts.logger.warn(`${path} is in no collection.`);
  }
  return findings;
}

const noSettings: Finding = {
  rule: 'settings-missing',
  severity: 'error',
  location: { file: collections.site.file, line: 1, column: 1 },
  message: 'Faltan los ajustes del sitio.',
  hint: 'Crea el archivo con name, description, url, language, timeZone, navigation y accent.',
};

/**
 * Ends a build whose content has errors.
 * @param report file for whoever started the build: JSON `{ findings: Finding[] }`
 * @throws EntryError with every finding
 */
export async function rejectErrors(findings: readonly Finding[], report: string | undefined): Promise<void> {
  if (findings.length === 0) return;
  if (report !== undefined) await writeFile(report, `${JSON.stringify({ findings }, null, 2)}\n`);
  throw new EntryError(findings);
}
