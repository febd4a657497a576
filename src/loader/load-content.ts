import { writeFile } from 'node:fs/promises';
import type { LoaderContext } from 'astro/loaders';
import { collections, EntryError, type Finding } from '../../content-schema/index.ts';
import { checkFiles } from '../copy-desk/index.ts';
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
  return [...findings, ...checkFiles(files.map(({ path }) => path))];
}

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
