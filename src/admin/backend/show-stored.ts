import { parseEntry } from '../../../content-schema/index.ts';
import { replaceDraftData, setDraftBase } from '../draft.ts';
import { messages } from '../locale/messages.ts';
import { showNote } from '../notes/show-note.ts';
import { keepScroll } from '../review-panel/form.ts';
import { getCollection } from './merge-texts.ts';
import type { DecapEntry } from './persist.ts';
import type { StoredDraft } from './save-draft.ts';

/**
 * Puts what was stored into the form that sent it, where the two differ, and says with whose it was merged. A form
 * in which somebody went on typing stays as it is: it holds changes to what was sent, and the next save merges
 * them.
 */
export function showStored(
  { path, raw }: DecapEntry['dataFiles'][number],
  { source, author }: StoredDraft,
  isUntouched: boolean,
): void {
  const collection = getCollection(path);
  if (source === undefined || collection === undefined) return;
  setDraftBase(isUntouched ? source : raw);
  if (source === raw) return;
  if (isUntouched) {
    const { values } = parseEntry(collection, source, path);
    keepScroll(() => {
      replaceDraftData(values);
    });
  }
  const lines = isUntouched ? messages.save.joinedLines : messages.save.joinedLater;
  showNote({ title: messages.save.joined(author), lines });
}
