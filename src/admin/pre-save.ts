import type { CmsEventListener } from 'decap-cms-core';
import {
  checkEntry,
  type Collection,
  collections,
  isFolder,
  parseEntry,
  serializeEntry,
  type Values,
} from '../../content-schema/index.ts';
import { EditorError } from './editor-error.ts';
import { getUnreadable } from './formats.ts';
import { messages } from './locale/messages.ts';

/** What Decap hands to a listener, of which we use the collection's name and the values. */
type Draft = Parameters<CmsEventListener['handler']>[0]['entry'];

/**
 * Checks what is about to be stored, exactly as the check in CI and the build will: the file is written,
 * read and checked in memory.
 * @throws EditorError that names every wrong field and what to do. Decap shows it and saves nothing.
 */
export function checkDraft(collection: Collection, values: Values): void {
  const unreadable = getUnreadable(values);
  if (unreadable !== undefined) throw new EditorError(messages.unreadable.refusal(unreadable.reason));
  const file = isFolder(collection) ? collection.label : collection.file;
  const parsed = parseEntry(collection, serializeEntry(collection, values), file);
  const result = checkEntry(collection, parsed, file);
  if (result.success) return;
  const lines = result.findings.map(({ message, hint }) => `${message} ${hint}`);
  throw new EditorError([...new Set(lines)].join('\n'));
}

/** Decap's `preSave` listener: stops a save that would store a wrong entry. */
export function onPreSave({ entry }: { entry: Draft }): void {
  const name: unknown = entry.get('collection');
  const collection = Object.values(collections).find((candidate) => candidate.name === name);
  if (collection === undefined) return;
  const data = entry.get('data') as { toJS(): Values };
  checkDraft(collection, data.toJS());
}
