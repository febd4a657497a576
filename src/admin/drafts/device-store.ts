import { createStore, del, delMany, get, keys, set, values } from 'idb-keyval';
import { type DeviceDraft, toDeviceDrafts } from './device-draft.ts';

/**
 * Where unsaved texts are on this device. Each form writes under an id of its own, so that no tab ever writes
 * over the text of another.
 */
const drafts = createStore('gaceta-drafts', 'drafts');

/** The bytes of their images: `<id of the draft>/<id of the file>`. */
const files = createStore('gaceta-draft-files', 'files');

/** Tells the other tabs, and this one, that something changed. */
const channel = new BroadcastChannel('gaceta-drafts');
const listeners = new Set<() => void>();
channel.addEventListener('message', announce);

function announce(): void {
  for (const listener of listeners) listener();
}

/** Calls back whenever a text comes, changes or goes, in any tab. */
export function onDeviceDrafts(callback: () => void): void {
  listeners.add(callback);
}

function tellAll(): void {
  announce();
  channel.postMessage('changed');
}

/** The unsaved texts of a person, the newest first. */
export const listDrafts = async (login: string): Promise<DeviceDraft[]> =>
  toDeviceDrafts(await values(drafts), login);

/** Keeps a text in the place of its earlier state. */
export async function putDraft(draft: DeviceDraft): Promise<void> {
  await set(draft.id, draft, drafts);
  tellAll();
}

/** Forgets a text and its images. */
export async function removeDraft(id: string): Promise<void> {
  await del(id, drafts);
  const names = (await keys<string>(files)).filter((name) => name.startsWith(`${id}/`));
  await delMany(names, files);
  tellAll();
}

/** Keeps an image of a text. */
export const putFile = (draftId: string, fileId: string, file: File): Promise<void> =>
  set(`${draftId}/${fileId}`, file, files);

/** The images of a text that the browser still has. */
export async function loadFiles(draft: DeviceDraft): Promise<{ id: string; path: string; file: File }[]> {
  const found = await Promise.all(
    draft.files.map(async ({ id, path }) => ({
      id,
      path,
      file: await get<File>(`${draft.id}/${id}`, files),
    })),
  );
  return found.flatMap(({ file, ...rest }) => (file === undefined ? [] : { ...rest, file }));
}
