import { isUtf8 } from 'node:buffer';
import { existsSync } from 'node:fs';
import path from 'node:path';
import {
  type Collection,
  collections,
  mediaFolder,
  publicFolder,
  toEntryId,
} from '../../content-schema/index.ts';
import {
  type ContentSource,
  openCommit,
  openRepository,
  openWorkTree,
  type SourceFile,
} from '../git/index.ts';
import { UsageError } from './usage-error.ts';

const contentFolder = 'src/content';
const originalsFolder = mediaFolder.slice(0, mediaFolder.lastIndexOf('/'));

/** A file that is an entry of a collection. */
export interface EntryFile extends SourceFile {
  readonly collection: Collection;
  /** File name without extension, NFC; of settings, the name of the collection. */
  readonly id: string;
}

/** What a content repository holds. */
export interface Content extends Pick<ContentSource, 'read' | 'close'> {
  /** The text of an entry, read once; undefined: it is not UTF-8. */
  readonly readText: (file: EntryFile) => Promise<string | undefined>;
  /** Entries, by path. */
  readonly entries: readonly EntryFile[];
  /** Files among the content that are entries of no collection. */
  readonly others: readonly SourceFile[];
  /** Uploaded files by the site path that entries name, such as /assets/images/posts/a.jpg (NFC). */
  readonly uploads: ReadonlyMap<string, SourceFile>;
  /** Does it come from the files of a work tree, which may be written? */
  readonly isWorkTree: boolean;
}

/**
 * Opens the content in a folder: its files, committed or not; or, of a bare repository, the branch main.
 * @param revision reads that commit instead
 * @throws UsageError or Error in English when there is no content, no repository or no such revision
 */
export async function openContent(dir: string, revision?: string): Promise<Content> {
  const isWorkTree = revision === undefined && existsSync(path.join(dir, contentFolder));
  if (!isWorkTree && revision === undefined && !(await isBare(dir))) {
    throw new UsageError(`${dir} has no folder ${contentFolder}.`);
  }
  const source = isWorkTree ? openWorkTree(dir) : await openCommit(dir, revision ?? 'refs/heads/main');
  const [files, originals] = await Promise.all([source.list(contentFolder), source.list(originalsFolder)]);
  const texts = new Map<string, Promise<string | undefined>>();
  const readText = async (file: EntryFile): Promise<string | undefined> => {
    const bytes = await source.read(file);
    return isUtf8(bytes) ? bytes.toString('utf8') : undefined;
  };
  const toSitePath = (file: string): string => file.slice(mediaFolder.length - publicFolder.length);
  return {
    entries: files.flatMap((file) => toEntryFile(file) ?? []),
    others: files.filter((file) => findCollection(file.path) === undefined),
    uploads: new Map(originals.map((file) => [toSitePath(file.path).normalize('NFC'), file])),
    isWorkTree,
    read: (file) => source.read(file),
    readText(file) {
      const text = texts.get(file.path) ?? readText(file);
      texts.set(file.path, text);
      return text;
    },
    close: () => source.close(),
  };
}

async function isBare(dir: string): Promise<boolean> {
  const repository = await openRepository(dir);
  await repository.close();
  return repository.bare;
}

const findCollection = (file: string): Collection | undefined =>
  Object.values(collections).find((collection) => toEntryId(collection, file) !== undefined);

function toEntryFile(file: SourceFile): EntryFile | undefined {
  const collection = findCollection(file.path);
  if (collection === undefined) return undefined;
  const id = toEntryId(collection, file.path) ?? '';
  return { ...file, collection, id: id.normalize('NFC') };
}
