import { serializeEntry } from '../../../content-schema/index.ts';
import { type FailureKind, ServerError } from '../backend/server-error.ts';
import { setDraftBase } from '../draft.ts';
import { messages } from '../locale/messages.ts';
import { showNote } from '../notes/show-note.ts';
import { type DeviceDraft, omit } from './device-draft.ts';
import { listDrafts, putDraft, removeDraft } from './device-store.ts';
import { readLogin } from './form.ts';
import { getRecording, keepNow, type Recording, settle } from './recorder.ts';
import { reopen } from './reopen.ts';
import { type Sent, sendQueued } from './send-queued.ts';
import { getHeldDrafts, inOneTab } from './tab-lock.ts';
import { findCollection } from './title.ts';
import { recoverWhenOpen } from './unsaved.ts';

/** How often a text that waits is tried again, in milliseconds. */
const interval = 20_000;

/** Failures after which trying again, later, may help. */
const passing: readonly FailureKind[] = ['network', 'server', 'rate-limit', 'unauthorized', 'conflict'];

let running: Promise<void> | undefined;

/** Resolves when no queued text is being stored. */
export const untilQueueRests = (): Promise<void> => running ?? Promise.resolve();

/** Stores what waits for a connection, as soon as there is one. */
export function startQueue(): void {
  addEventListener('online', () => void saveQueued());
  setInterval(() => {
    if (navigator.onLine) void saveQueued();
  }, interval);
}

/** Stores what waits now, the oldest first. */
export function saveQueued(): Promise<void> {
  running ??= inOneTab('queue', saveAll).finally(() => {
    running = undefined;
  });
  return running;
}

async function saveAll(): Promise<void> {
  const login = readLogin();
  const drafts = login === undefined ? [] : await listDrafts(login);
  const held = await getHeldDrafts();
  for (const draft of drafts.toReversed()) {
    // What is open in another tab is stored by that tab, whose form has to know.
    const isElsewhere = held.has(draft.id) && findRecording(draft) === undefined;
    if (draft.queued !== undefined && !isElsewhere && !(await save(draft))) return;
  }
}

/** @returns whether it makes sense to go on with the next one */
async function save(draft: DeviceDraft): Promise<boolean> {
  try {
    await finish(draft, await sendQueued(draft));
    showNote({ title: messages.drafts.saved, lines: [draft.title] });
    return true;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error instanceof ServerError && passing.includes(error.kind)) return false;
    await unqueue(draft);
    showNote({ title: messages.drafts.notSaved, lines: [draft.title, error.message], kind: 'refused' });
    return true;
  }
}

/** The form that holds this text in this tab. */
function findRecording({ id }: DeviceDraft): Recording | undefined {
  const recording = getRecording();
  return recording?.draftId === id ? recording : undefined;
}

/** The text stays, as one that somebody has to save. */
async function unqueue(draft: DeviceDraft): Promise<void> {
  const recording = findRecording(draft);
  if (recording === undefined) {
    await putDraft(omit(draft, 'queued'));
  } else {
    recording.queued = undefined;
    await keepNow(recording);
  }
}

/** The text is stored: forgets the copy, unless it has more by now, which is then a change to what was stored. */
async function finish(draft: DeviceDraft, { raw, slug }: Sent): Promise<void> {
  const recording = findRecording(draft);
  if (recording === undefined) {
    const [latest] = (await listDrafts(draft.login)).filter(({ id }) => id === draft.id);
    if (latest === undefined) return;
    if (toSource(latest.collection, latest.values) === raw) await removeDraft(draft.id);
    else await putDraft({ ...omit(latest, 'queued'), slug, base: raw });
    return;
  }
  const { data } = recording.state;
  const isAll = toSource(draft.collection, data.toJS()) === raw;
  const isNew = recording.slug === undefined;
  const id = await settle(recording, { slug, base: raw, data: isAll ? data : undefined });
  if (id !== undefined) {
    setDraftBase(raw);
    if (!isNew) return;
    recoverWhenOpen({ id, collection: draft.collection, slug });
  }
  await reopen(draft.collection, slug, isNew);
}

function toSource(collectionName: string, values: DeviceDraft['values']): string | undefined {
  const collection = findCollection(collectionName);
  return collection && serializeEntry(collection, values);
}
