import { type Collection, collections, isFolder, type Values } from '../../../content-schema/index.ts';
import { messages } from '../locale/messages.ts';
import { toWhen } from '../../browser/when.ts';
import type { DeviceDraft } from './device-draft.ts';

/** The collection of a name that Decap knows. */
export const findCollection = (name: string): Collection | undefined =>
  Object.values<Collection>(collections).find((collection) => collection.name === name);

/** What a person knows an unsaved text by. */
export function toDraftTitle(collectionName: string, values: Values): string {
  const collection = findCollection(collectionName);
  if (collection === undefined) return collectionName;
  if (!isFolder(collection)) return collection.label;
  const title = values[collection.identifier];
  return typeof title === 'string' && title.trim() !== '' ? title.trim() : messages.drafts.untitled;
}

/** When a text was changed last, by the clock of this device. */
export const toDraftTime = ({ at }: DeviceDraft): string =>
  toWhen(new Date(at), new Date(), new Intl.DateTimeFormat().resolvedOptions().timeZone);
