import { writeFile } from 'node:fs/promises';
import type { LoaderContext } from 'astro/loaders';
import { collections, EntryError, type Finding, toEntryId } from '../../content-schema/index.ts';
import { originalsFolder, toSitePath } from './upload-paths.ts';
import { loadEntries } from './load-entries.ts';
import { loadUploads } from './load-uploads.ts';
import type { ContentSource } from '../git/index.ts';

export type LoaderName = keyof typeof collections | 'uploads';

export const loaderNames = [...Object.keys(collections), 'uploads'] as readonly LoaderName[];

/** Astro's store of every collection. */
export type Contexts = Readonly<Record<LoaderName, LoaderContext>>;

const contentFolder = 'src/content';

/**
 * Loads every collection from one source.
 * @returns what is wrong: errors, which a build may not pass over, and warnings
 */
export async function loadContent(contexts: Contexts, source: ContentSource): Promise<Finding[]> {
  const [files, uploads] = await Promise.all([source.list(contentFolder), source.list(originalsFolder)]);
  const shas = new Map(uploads.map(({ path, sha }) => [toSitePath(path), sha]));
  const findings = await loadUploads(contexts.uploads, source, uploads);
  for (const collection of Object.values(collections)) {
    const context = contexts[collection.name as LoaderName];
    findings.push(...(await loadEntries(collection, context, source, files, shas)));
  }
  if (!files.some(({ path }) => path === collections.site.file)) findings.push(noSettings);
  return [...findings, ...files.flatMap(({ path }) => (isStray(path) ? [toStrayFinding(path)] : []))];
}

/** A file among the content that is an entry of no collection, and no dot file. */
const isStray = (path: string): boolean =>
  !/(?:^|\/)\./u.test(path) &&
  Object.values(collections).every((collection) => toEntryId(collection, path) === undefined);

const toStrayFinding = (file: string): Finding => ({
  rule: 'stray-file',
  severity: 'warning',
  location: { file, line: 1, column: 1 },
  message: 'El archivo no es de ninguna colección y no se publica.',
  hint: 'Los artículos, autores y páginas son archivos .mdx en su carpeta, sin subcarpetas.',
});

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
 * @throws EntryError with every error
 */
export async function rejectErrors(all: readonly Finding[], report: string | undefined): Promise<void> {
  const findings = all.filter(({ severity }) => severity === 'error');
  if (findings.length === 0) return;
  if (report !== undefined) await writeFile(report, `${JSON.stringify({ findings }, null, 2)}\n`);
  throw new EntryError(findings);
}
