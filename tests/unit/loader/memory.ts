import type { LoaderContext } from 'astro/loaders';
import { type Contexts, type LoaderName, loaderNames } from '../../../src/loader/load-content.ts';
import { toBlobSha } from '../../../src/git/index.ts';
import type { ContentSource } from '../../../src/git/index.ts';

type StoredEntry = Parameters<LoaderContext['store']['set']>[0];

/** A store as Astro's, for what loaders do with it. */
function createContext(): LoaderContext {
  const entries = new Map<string, StoredEntry>();
  const notes = new Map<string, string>();
  const context = {
    store: {
      get: (id: string) => entries.get(id),
      set: (entry: StoredEntry) => {
        if (entry.digest !== undefined && entries.get(entry.id)?.digest === entry.digest) return false;
        entries.set(entry.id, entry);
        return true;
      },
      keys: () => [...entries.keys()],
      delete: (id: string) => entries.delete(id),
      has: (id: string) => entries.has(id),
    },
    meta: {
      get: (id: string) => notes.get(id),
      set: (id: string, note: string) => notes.set(id, note),
      delete: (id: string) => notes.delete(id),
      has: (id: string) => notes.has(id),
    },
  };
  return context as unknown as LoaderContext;
}

export const createContexts = (): Contexts =>
  Object.fromEntries(loaderNames.map((name) => [name, createContext()])) as Record<LoaderName, LoaderContext>;

/** Content in memory that remembers which files were read. */
export function createSource(
  files: Readonly<Record<string, string | Buffer>>,
): ContentSource & { readonly reads: string[] } {
  const reads: string[] = [];
  return {
    reads,
    list: (folder) =>
      Promise.resolve(
        Object.entries(files)
          .filter(([path]) => path.startsWith(`${folder}/`))
          .map(([path, content]) => ({ path, sha: toBlobSha(Buffer.from(content)) })),
      ),
    read: ({ path }) => {
      reads.push(path);
      return Promise.resolve(Buffer.from(files[path] ?? ''));
    },
    close: () => Promise.resolve(),
  };
}
