import { mediaFolder, publicFolder } from '../../../content-schema/index.ts';
import { findImages } from '../../browser/page-frame/find-images.ts';
import { measureAssets } from '../../browser/page-frame/measure-assets.ts';
import { AnswerError } from '../../browser/reader.ts';
import type { MediaFacts } from '../../review/report/index.ts';
import type { Api } from '../api.ts';
import { inTurns } from '../in-turns.ts';
import type { Asset, ChangedEntry, LoadedPull, PullFile, Side } from '../pull.ts';
import { type Content, isMedia } from './load-content.ts';
import { readBlob, readFileAt } from './read-blob.ts';

/** What comes after the texts: the pictures of both versions, and what is known of uploaded files. */
export type Pictures = Pick<LoadedPull, 'entries' | 'media' | 'mediaAssets'>;

/** A file as this page holds it. */
interface Held {
  readonly asset: Asset;
  readonly bytes: number;
}

/** By commit and path. A file that two versions share is loaded once: see the ETag of a blob. */
const held = new Map<string, Promise<Held | undefined>>();

/** Loads them; one that cannot be read is left out, as on the site. @throws as a Reader, without a connection */
export async function loadPictures(api: Api, content: Content): Promise<Pictures> {
  const { head, mergeBase, files } = content;
  const byPath = new Map(files.map((file) => [file.path, file]));
  /** Most pictures are not changed: both versions have the file of the merge base. */
  const find = (path: string, isHead: boolean): Promise<Held | undefined> => {
    const file = byPath.get(path);
    if (isHead && file !== undefined && file.status !== 'removed') return hold(api, head, path, file.sha);
    return isHead && file !== undefined ? Promise.resolve(undefined) : hold(api, mergeBase, path);
  };
  const fill = async (side: Side | undefined, isHead: boolean): Promise<Side | undefined> => {
    if (side === undefined) return undefined;
    const assets: Record<string, Asset> = {};
    await inTurns(findImages(side.values), async (sitePath) => {
      const found = await find(sitePath.replace(publicFolder, mediaFolder), isHead);
      if (found !== undefined) assets[sitePath] = found.asset;
    });
    return { ...side, assets, hasAssets: true };
  };
  const entries: ChangedEntry[] = [];
  for (const entry of content.entries) {
    const [before, after] = [await fill(entry.before, false), await fill(entry.after, true)];
    entries.push({ ...entry, before, after });
  }
  const versions = new Map<string, { before: Held | undefined; after: Held | undefined }>();
  await inTurns(files.filter(isMedia), async (file) => {
    versions.set(file.path, {
      before: file.status === 'added' ? undefined : await find(previousPath(file), false),
      after: await find(file.path, true),
    });
  });
  return {
    entries,
    media: content.media.map((change) => {
      const { before, after } = versions.get(change.path) ?? {};
      return {
        ...change,
        ...(before && { before: toFacts(before) }),
        ...(after && { after: toFacts(after) }),
      };
    }),
    mediaAssets: Object.fromEntries(
      [...versions].map(([path, { before, after }]) => [
        path,
        { ...(before && { before: before.asset }), ...(after && { after: after.asset }) },
      ]),
    ),
  };
}

const previousPath = ({ path, previousPath = path }: PullFile): string => previousPath;

const toFacts = ({ asset: { width, height }, bytes }: Held): MediaFacts => ({
  bytes,
  ...(width === undefined || height === undefined ? {} : { width, height }),
});

function hold(api: Api, commit: string, path: string, sha?: string): Promise<Held | undefined> {
  const key = sha ?? `${commit} ${path}`;
  const known = held.get(key);
  if (known !== undefined) return known;
  const loading = load(api, commit, path, sha);
  held.set(key, loading);
  // Without an answer it is asked for again.
  loading.catch(() => held.delete(key));
  return loading;
}

async function load(api: Api, commit: string, path: string, sha?: string): Promise<Held | undefined> {
  const bytes = await (sha === undefined ? readFileAt(api, commit, path) : readBlob(api, sha)).catch(
    (error: unknown) => {
      if (error instanceof AnswerError && error.status === 404) return undefined;
      throw error;
    },
  );
  if (bytes === undefined) return undefined;
  const url = URL.createObjectURL(new Blob([bytes], { type: toType(path) }));
  const { [path]: asset = { url } } = await measureAssets({ [path]: url });
  return { asset, bytes: bytes.length };
}

/** Browsers look into pictures themselves, but for this one. */
const toType = (path: string): string => (/\.svg$/iu.test(path) ? 'image/svg+xml' : '');
