import type { LoaderContext } from 'astro/loaders';
import type { Finding } from '../../content-schema/index.ts';
import { isDocumentFile, isImageFile, toSitePath } from './upload-paths.ts';
import { toDocument } from './document.ts';
import { readOriginal, UnreadableImageError } from './original.ts';
import type { ContentSource, SourceFile } from '../git/index.ts';

/** Sha of the blob of every uploaded file, by site path. */
export type UploadShas = ReadonlyMap<string, string>;

/** Change it when what `readOriginal` answers changes. */
const version = '2';
const atOnce = 8;

/**
 * Puts images and documents into the store; known ones are not read again.
 * @returns a warning for every image that cannot be shown; pages do without it.
 */
export async function loadUploads(
  { store, meta }: LoaderContext,
  source: ContentSource,
  files: readonly SourceFile[],
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const waiting = files.filter(({ path }) => isImageFile(path) || isDocumentFile(path));
  const ids = new Set(waiting.map(({ path }) => toSitePath(path)));
  for (const id of store.keys()) if (!ids.has(id)) store.delete(id);

  const loadOne = async (file: SourceFile): Promise<void> => {
    const id = toSitePath(file.path);
    const digest = `${version}-${file.sha}`;
    const unreadable = readNote(meta.get(id), digest);
    if (unreadable !== undefined) {
      store.delete(id);
      findings.push(toFinding(file, unreadable));
      return;
    }
    if (store.get(id)?.digest === digest) return;
    try {
      const content = await source.read(file);
      const data = isImageFile(file.path)
        ? await readOriginal(file.sha, content)
        : toDocument(id, file.sha, content);
      store.set({ id, data, digest });
      meta.delete(id);
    } catch (error) {
      if (!(error instanceof UnreadableImageError)) throw error;
      store.delete(id);
      meta.set(id, `${digest} ${error.message}`);
      findings.push(toFinding(file, error.message));
    }
  };

  const queue = waiting.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const file of queue) await loadOne(file);
    }),
  );
  return findings.sort((a, b) => (a.location.file < b.location.file ? -1 : 1));
}

/** Why this very blob could not be shown when it was tried before. */
const readNote = (note: string | undefined, digest: string): string | undefined =>
  note?.startsWith(`${digest} `) === true ? note.slice(digest.length + 1) : undefined;

const toFinding = ({ path }: SourceFile, message: string): Finding => ({
  rule: 'image-unreadable',
  severity: 'warning',
  location: { file: path, line: 1, column: 1 },
  message,
  hint: 'Ábrela en el teléfono o la computadora y guárdala como JPEG.',
});
