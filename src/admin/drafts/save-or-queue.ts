import type { DecapEntry, PersistOptions } from '../backend/persist.ts';
import { ServerError } from '../backend/server-error.ts';
import { getDraftBase } from '../draft.ts';
import { EditorError } from '../editor-error.ts';
import { messages } from '../locale/messages.ts';
import { readBase, readSent } from './form.ts';
import { toQueuedOptions } from './device-draft.ts';
import { untilQueueRests } from './queue.ts';
import { getRecording, keepNow, settle } from './recorder.ts';
import { forgetRefusal } from './sign-in-again.ts';
import { recoverWhenOpen } from './unsaved.ts';

/**
 * Stores a draft on the server. Whatever becomes of it, the text is on this device before. Without a connection
 * it stays there and is stored when there is one again; then the error says so.
 * @throws EditorError
 */
export async function saveOrQueue(
  entry: DecapEntry,
  options: PersistOptions,
  save: (entry: DecapEntry, options: PersistOptions) => Promise<void>,
): Promise<void> {
  const recording = getRecording();
  const [file] = entry.dataFiles;
  if (recording === undefined || file === undefined) return save(entry, options);
  forgetRefusal();
  await untilQueueRests();
  recording.queued = undefined;
  await keepNow(recording);
  const base = readBase();
  // The queue may have stored an earlier state of this very form a moment ago.
  const latest = getDraftBase();
  try {
    await save(entry, latest === undefined ? options : { ...options, base: latest });
  } catch (error) {
    const isOffline = error instanceof ServerError && error.kind === 'network';
    if (!isOffline || recording.draftId === undefined) throw error;
    const { raw, path, slug } = file;
    recording.queued = { raw, path, slug, options: toQueuedOptions(options) };
    await keepNow(recording);
    throw new EditorError(messages.drafts.willSave, { cause: error });
  }
  const newBase = readBase();
  const stored = typeof newBase === 'string' && newBase !== base ? newBase : file.raw;
  const id = await settle(recording, { slug: file.slug, base: stored, data: readSent() });
  // What was typed meanwhile: Decap reads the entry again, and would show it without.
  if (id !== undefined) recoverWhenOpen({ id, collection: recording.state.collection, slug: file.slug });
}
