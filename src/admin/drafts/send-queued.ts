import { currentBackend } from 'decap-cms-core/dist/esm/backend.js';
import { store } from 'decap-cms-core/dist/esm/redux/index.js';
import { createAssetProxy } from 'decap-cms-core/dist/esm/valueObjects/AssetProxy.js';
import type { DeviceDraft, QueuedSave } from './device-draft.ts';
import { loadFiles } from './device-store.ts';

/** What is stored now, and where. */
export interface Sent {
  readonly raw: string;
  readonly slug: string;
}

/** Stores a text that waited, through the same backend as a save, whatever form is open. */
export async function sendQueued(draft: DeviceDraft): Promise<Sent> {
  const { queued } = draft;
  if (queued === undefined) throw new RangeError('The text does not wait.');
  const { slug, path } = queued.options.newEntry ? await findFreeName(queued) : queued;
  const { implementation } = currentBackend(store.getState().config);
  const assets = (await loadFiles(draft)).map(({ path, file }) => createAssetProxy({ path, file }));
  await implementation.persistEntry(
    { dataFiles: [{ path, slug, raw: queued.raw }], assets },
    {
      ...queued.options,
      commitMessage: queued.options.commitMessage.replaceAll(queued.slug, slug),
      inBackground: true,
    },
  );
  return { raw: queued.raw, slug };
}

/**
 * The name of a new entry, which somebody may have taken since. One that has this very text is this entry: the
 * answer to the save got lost on its way.
 */
async function findFreeName({
  raw,
  slug,
  path,
  options,
}: QueuedSave): Promise<{ slug: string; path: string }> {
  const state = store.getState();
  const backend = currentBackend(state.config);
  const collection = state.collections.get(options.collectionName);
  if (collection === undefined) throw new RangeError(`No collection ${options.collectionName}.`);
  for (let number = 0; ; number++) {
    const name = number === 0 ? slug : `${slug}-${String(number)}`;
    const file = path.replace(`/${slug}.`, () => `/${name}.`);
    const found = await backend.entryExist(collection, file, name, true);
    if (found === false) return { slug: name, path: file };
    if (typeof found === 'string') continue;
    const id = found.diffs.find((diff) => diff.path === file)?.id;
    if (id === undefined) continue;
    const { unpublishedEntryDataFile } = backend.implementation;
    const text = await unpublishedEntryDataFile.call(
      backend.implementation,
      options.collectionName,
      name,
      file,
      id,
    );
    if (text === raw) return { slug: name, path: file };
  }
}
