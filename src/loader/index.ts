import { fileURLToPath } from 'node:url';
import path from 'node:path';
import { z } from 'zod';
import type { Loader, LoaderContext } from 'astro/loaders';
import { type Finding, toLine } from '../../content-schema/index.ts';
import { documentSchema } from './document.ts';
import { type Contexts, loadContent, type LoaderName, loaderNames, rejectErrors } from './load-content.ts';
import { originalSchema } from './original.ts';
import { openCommit, openRepository, openWorkTree } from '../git/index.ts';
import { originalsFolder } from './upload-paths.ts';

/** An upload that readers may see: an image, or a document to download. */
export const uploadSchema = z.union([originalSchema, documentSchema]);

export interface ContentOptions {
  /** The git repository with the content, absolute or relative to the project; default: the project itself. */
  readonly repository: string | undefined;
  /** What to build; default: the branch main. */
  readonly revision: string | undefined;
  /** File that receives the findings of a build that they stop. */
  readonly report: string | undefined;
}

/**
 * One loader for each collection. All of them load together, when Astro has asked for the last one, so that
 * a build that stops lists what is wrong in every collection.
 */
export function contentLoaders(options: ContentOptions): Readonly<Record<LoaderName, Loader>> {
  let arrived: Partial<Record<LoaderName, LoaderContext>> = {};
  let round = Promise.withResolvers<undefined>();
  const load = (name: LoaderName, context: LoaderContext): Promise<undefined> => {
    arrived[name] = context;
    const { promise, resolve } = round;
    if (isComplete(arrived)) {
      resolve(loadAll(arrived, options));
      arrived = {};
      round = Promise.withResolvers<undefined>();
    }
    return promise;
  };
  const loaders = loaderNames.map((name) => [
    name,
    {
      name: 'gaceta',
      load: async (context: LoaderContext) => {
        await load(name, context);
      },
    },
  ]);
  return Object.fromEntries(loaders) as Record<LoaderName, Loader>;
}

const isComplete = (contexts: Partial<Contexts>): contexts is Contexts =>
  loaderNames.every((name) => contexts[name] !== undefined);

async function loadAll(contexts: Contexts, options: ContentOptions): Promise<undefined> {
  const { config, watcher, logger } = contexts.posts;
  const directory = path.resolve(fileURLToPath(config.root), options.repository ?? '.');
  const log = createLog(contexts.uploads.logger);
  if (watcher !== undefined && !(await isBare(directory))) {
    const refresh = async (): Promise<void> => {
      log(await loadContent(contexts, openWorkTree(directory)));
    };
    await refresh();
    let last = Promise.resolve();
    watch(watcher, directory, () => {
      last = last.then(refresh).catch((error: unknown) => {
        logger.error(String(error));
      });
    });
    return;
  }
  const source = await openCommit(directory, options.revision ?? 'refs/heads/main');
  try {
    const findings = await loadContent(contexts, source);
    log(findings.filter(({ severity }) => severity !== 'error'));
    await rejectErrors(findings, options.report);
  } finally {
    await source.close();
  }
}

/** Logs findings as they come up; one that was there the time before is not told again. */
function createLog(logger: LoaderContext['logger']): (findings: readonly Finding[]) => void {
  let told = new Set<string>();
  return (findings) => {
    const lines = new Set<string>();
    for (const finding of findings) {
      const line = toLine(finding);
      lines.add(line);
      if (told.has(line)) continue;
      if (finding.severity === 'error') logger.error(line);
      else logger.warn(line);
    }
    told = lines;
  };
}

async function isBare(directory: string): Promise<boolean> {
  const repository = await openRepository(directory);
  await repository.close();
  return repository.bare;
}

/** Calls `refresh` shortly after the last of a burst of changes to content or images. */
function watch(watcher: NonNullable<LoaderContext['watcher']>, root: string, refresh: () => void): void {
  const folders = ['src/content', originalsFolder].map((folder) => path.join(root, folder));
  watcher.add(folders);
  let timer: NodeJS.Timeout | undefined;
  watcher.on('all', (_event, file) => {
    if (!folders.some((folder) => file.startsWith(`${folder}${path.sep}`))) return;
    clearTimeout(timer);
    timer = setTimeout(refresh, 50);
  });
}
