import { toPullBody } from '../../review/index.ts';
import { type Desk, toBranch } from './desk.ts';
import { findCollection, toRoute, toTitle } from './entry.ts';
import type { DecapAsset, DecapEntry, PersistOptions } from './persist.ts';
import { saveDraft, type StoredDraft } from './save-draft.ts';

/** Stores what Decap hands over: uploads first, then the text. @throws EditorError */
export async function saveEntry(
  desk: Desk,
  { dataFiles, assets }: DecapEntry,
  options: PersistOptions,
): Promise<StoredDraft> {
  const [file] = dataFiles;
  if (file === undefined) throw new RangeError('Decap saves an entry without a file.');
  const { path, slug, raw } = file;
  const { collectionName, commitMessage, base, newEntry } = options;
  const title = toTitle(findCollection(collectionName), raw);
  return saveDraft(desk, {
    branch: toBranch(collectionName, slug),
    path,
    source: raw,
    base: newEntry ? undefined : base,
    uploads: await Promise.all(assets.map((asset) => upload(desk, asset))),
    message: commitMessage,
    pull: {
      title,
      body: toPullBody({
        author: desk.author,
        lines: [title],
        link: `${desk.adminUrl}#/${toRoute(collectionName, slug)}`,
      }),
      labels: desk.pulls.toLabels('draft'),
    },
  });
}

async function upload({ repository }: Desk, asset: DecapAsset): Promise<{ path: string; sha: string }> {
  return {
    path: asset.path.replace(/^\/+/u, ''),
    sha: await repository.writeBlob(await asset.toBase64()),
  };
}
