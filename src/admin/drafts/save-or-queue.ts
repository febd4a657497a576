import type { DecapEntry, PersistOptions } from '../backend/persist.ts';
import { EditorError } from '../editor-error.ts';
import { messages } from '../locale/messages.ts';
import { readBase } from './form.ts';
import { isWithoutConnection } from './connection.ts';
import { untilQueueRests } from './queue.ts';
import { getRecording, keepNow, settle } from './recorder.ts';
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
  await untilQueueRests();
  recording.queued = undefined;
  await keepNow(recording);
  const base = readBase();
  try {
    await save(entry, options);
  } catch (error) {
    if (!isWithoutConnection(error) || recording.draftId === undefined) throw error;
    const { raw, path, slug } = file;
    recording.queued = { raw, path, slug, options: { ...options }, at: Date.now() };
    await keepNow(recording);
    throw new EditorError(messages.drafts.willSave, { cause: error });
  }
  const newBase = readBase();
  const stored = typeof newBase === 'string' && newBase !== base ? newBase : file.raw;
  const id = await settle(recording, { slug: file.slug, base: stored });
  // What was typed meanwhile: Decap reads the entry again, and would show it without.
  if (id !== undefined) recoverWhenOpen({ id, collection: recording.state.collection, slug: file.slug });
}
