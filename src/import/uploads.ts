import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { mediaFolder, publicFolder } from '../../content-schema/index.ts';
import { measureUpload } from '../checks/upload.ts';
import type { Upload } from '../copy-desk/index.ts';
import { convertImage, ImageError } from './convert-image.ts';
import { toDigest } from './documents.ts';
import type { Manifest } from './manifest.ts';
import type { MediaIndex } from './media-index.ts';
import { toUploadName } from './names.ts';
import type { Reference } from './references.ts';

/** What became of a file that a document names. */
export interface ImportedUpload {
  readonly status: 'taken' | 'present' | 'missing' | 'broken';
  /** The address in the document. */
  readonly address: string;
  /** By which the entry names it: /assets/images/posts/… */
  readonly path: string;
  /** Why it is broken, in Spanish. */
  readonly reason?: string;
  /** The old file and the new one. */
  readonly before?: Upload;
  readonly after?: Upload;
  /** To be written before an entry names it; absent where the file is there already. */
  readonly write?: { readonly file: string; readonly digest: string; readonly content: Buffer };
}

/** An old file: where it goes, or why it cannot. */
type TakenFile = Pick<ImportedUpload, 'before' | 'after' | 'reason' | 'write'> & { readonly file?: string };

interface UploadSources {
  /** The content repository. */
  readonly into: string;
  readonly index: MediaIndex;
  readonly manifest: Manifest;
  readonly findUpload: (path: string) => Upload | undefined;
}

const images = /\.(?:jpe?g|jpe|png|gif|webp|avif|hei[cf]|tiff?|svg|bmp)$/iu;
const documents =
  /\.(?:pdf|csv|tsv|txt|geojson|json|xlsx?|ods|docx?|odt|pptx?|odp|zip|epub|mp3|m4a|ogg|mp4)$/iu;

/** The document that names a file. */
interface Place {
  /** Absolute folder. */
  readonly folder: string;
  /** The same for the manifest: stable, and no path of this machine. */
  readonly key: string;
}

/** Takes the files that documents name into the content repository. */
export interface UploadDesk {
  /** Undefined: the address names no file of the old site, or one that stays where it is. */
  take(reference: Reference, place: Place): Promise<ImportedUpload | undefined>;
}

/** Opens the desk. It reads, converts and chooses names; whoever calls writes. */
export function openUploadDesk({ into, index, manifest, findUpload }: UploadSources): UploadDesk {
  /** Who has a file name: the digest of an old file, or the name of one that was not found. */
  const owners = new Map<string, string>();
  for (const [address, file] of Object.entries(manifest.addresses)) owners.set(file, toLast(address));
  for (const [digest, { file }] of Object.entries(manifest.uploads)) owners.set(file, digest);
  const bySource = new Map<string, Promise<TakenFile>>();
  const byDigest = new Map<string, TakenFile>();

  /** A free name: the plain one or, where another file has that, one with a digest. */
  const claim = async (
    { stem, extension }: { stem: string; extension: string },
    owner: string,
    lost: string,
    content?: Buffer,
  ): Promise<string> => {
    const end = extension === '' ? '' : `.${extension}`;
    for (const name of [`${stem}${end}`, `${stem}-${toDigest(owner).slice(0, 8)}${end}`]) {
      const file = `${mediaFolder}/${name}`;
      const has = owners.get(file);
      const isOurs = has === owner || has === lost;
      if (!isOurs && (has !== undefined || !(await isFree(path.join(into, file), content)))) continue;
      owners.set(file, owner);
      return file;
    }
    throw new Error(`Both names of ${stem}${end} are taken in ${mediaFolder}.`);
  };

  const takeFile = async (source: string, lost: string): Promise<TakenFile> => {
    const old = await readFile(source);
    const digest = toDigest(old);
    const known = byDigest.get(digest);
    if (known !== undefined) return known;
    const result = await convert(source, lost, old, digest);
    byDigest.set(digest, result);
    return result;
  };

  const convert = async (source: string, lost: string, old: Buffer, digest: string): Promise<TakenFile> => {
    const before = await measureUpload(old);
    const written = manifest.uploads[digest]?.file;
    const there = written === undefined ? undefined : findUpload(toSitePath(written));
    if (written !== undefined && there !== undefined) return { file: written, before, after: there };
    const name = path.basename(source);
    let content = old;
    let extension: string | undefined;
    if (images.test(name)) {
      try {
        ({ content, extension } = await convertImage(old));
      } catch (error) {
        if (!(error instanceof ImageError)) throw error;
        return { reason: error.message, before };
      }
    }
    const plain = toUploadName(name);
    const wanted = { ...plain, extension: extension ?? plain.extension };
    const file = written ?? (await claim(wanted, digest, lost, content));
    return { file, before, after: await measureUpload(content), write: { file, digest, content } };
  };

  const lose = async (address: string, key: string, problem: TakenFile): Promise<ImportedUpload> => {
    const name = toLast(key);
    const file = (manifest.addresses[key] ??= await claim(toUploadName(name), name, name));
    const path = toSitePath(file);
    // An earlier import or a person may have put it there.
    const after = findUpload(path);
    if (after !== undefined) return { status: 'present', address, path, after };
    return { status: problem.reason === undefined ? 'missing' : 'broken', address, path, ...problem };
  };

  return {
    async take({ kind, address }, place) {
      const names = index.toNames(address);
      if (names === undefined) return undefined;
      const isRelative = !/^(?:\/|https?:)/iu.test(address);
      const key = fold([...(isRelative ? [place.key] : []), ...names].join('/'));
      const name = toLast(key);
      if (kind === 'link' && !images.test(name) && !documents.test(name)) return undefined;
      const source = index.find(address, place.folder);
      if (source !== undefined) {
        const taking = bySource.get(source) ?? takeFile(source, name);
        bySource.set(source, taking);
        const { file, ...taken } = await taking;
        if (file === undefined) return lose(address, key, taken);
        manifest.addresses[key] = file;
        return { status: 'taken', address, path: toSitePath(file), ...taken };
      }
      const here = `/${names.join('/')}`.normalize('NFC');
      const after = here.startsWith(`${publicFolder}/`) ? findUpload(here) : undefined;
      if (after !== undefined) return { status: 'present', address, path: here, after };
      // What stood on the old site under a whole address may still be there.
      const isWhole = /^(?:https?:)?\/\//iu.test(address);
      if (isWhole && manifest.addresses[key] === undefined) return undefined;
      return lose(address, key, {});
    },
  };
}

const fold = (text: string): string => text.normalize('NFC').toLowerCase();

const toLast = (address: string): string => address.slice(address.lastIndexOf('/') + 1);

const toSitePath = (file: string): string => publicFolder + file.slice(mediaFolder.length);

/** Is there no file, or one of these very bytes? */
async function isFree(file: string, content: Buffer | undefined): Promise<boolean> {
  try {
    const there = await readFile(file);
    return content?.equals(there) === true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return true;
    throw error;
  }
}
