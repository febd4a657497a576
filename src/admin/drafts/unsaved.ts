import { store } from 'decap-cms-core/dist/esm/redux/index.js';
import type { DeviceDraft } from './device-draft.ts';
import { listDrafts, onDeviceDrafts } from './device-store.ts';
import { readLogin, readLostEntry } from './form.ts';
import { getRecording } from './recorder.ts';
import { recover } from './recover.ts';
import { getHeldDrafts } from './tab-lock.ts';

/** The unsaved texts of who is signed in that are open nowhere, and the form that they could go into. */
export interface Unsaved {
  readonly drafts: readonly DeviceDraft[];
  /** The copy of the open form, when it waits for a connection. */
  readonly waiting: DeviceDraft | undefined;
  /** The entry that was asked for and is not on the server any more. */
  readonly lost: { readonly collection: string; readonly slug: string } | undefined;
  readonly form: { readonly collection: string; readonly slug: string | undefined } | undefined;
}

let unsaved: Unsaved = { drafts: [], waiting: undefined, lost: undefined, form: undefined };
const listeners = new Set<() => void>();

export const getUnsaved = (): Unsaved => unsaved;

/** For React's useSyncExternalStore. */
export function onUnsaved(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Looks again, now and whenever a text comes or goes. */
export function watchUnsaved(): void {
  onDeviceDrafts(() => void findUnsaved());
  addEventListener('hashchange', () => void findUnsaved());
  addEventListener('focus', () => void findUnsaved());
  const readState = (): string => [readLogin(), readLostEntry()?.slug].join();
  let state = readState();
  store.subscribe(() => {
    if (state === readState()) return;
    state = readState();
    void findUnsaved();
  });
  void findUnsaved();
}

let looks = 0;

/** Looks again for what can be offered. Of several looks the one that began last counts. */
export async function findUnsaved(): Promise<void> {
  const look = ++looks;
  const login = readLogin();
  const drafts = login === undefined ? [] : await listDrafts(login);
  const held = await getHeldDrafts();
  if (look !== looks) return;
  const recording = getRecording();
  unsaved = {
    drafts: drafts.filter(({ id }) => !held.has(id) && id !== recording?.draftId),
    waiting: drafts.find(({ id, queued }) => id === recording?.draftId && queued !== undefined),
    lost: readLostEntry(),
    form: recording && { collection: recording.state.collection, slug: recording.slug },
  };
  for (const listener of listeners) listener();
}

/** The text that comes back by itself into the form of its entry. */
let wanted: Pick<DeviceDraft, 'id' | 'collection' | 'slug'> | undefined;

/** Recovers a text as soon as the form of its entry is open, without asking again. */
export function recoverWhenOpen(draft: Pick<DeviceDraft, 'id' | 'collection' | 'slug'>): void {
  wanted = draft;
}

/** Called when another form opens, or none. */
export async function handleFormOpens(): Promise<void> {
  await findUnsaved();
  const form = getRecording();
  if (form === undefined || wanted === undefined) return;
  if (form.state.collection !== wanted.collection || form.slug !== wanted.slug) {
    wanted = undefined;
    return;
  }
  const draft = (await listDrafts(form.login)).find(({ id }) => id === wanted?.id);
  if (draft === undefined) wanted = undefined;
  else await recover(draft);
}
