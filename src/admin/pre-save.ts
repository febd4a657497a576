import type { CmsEventListener } from 'decap-cms-core';
import type { Values } from '../../content-schema/index.ts';
import { type SiteKnowledge, summarize } from '../copy-desk/index.ts';
import { getDraftCollection, getDraftData, replaceDraftData } from './draft.ts';
import { EditorError } from './editor-error.ts';
import { messages } from './locale/messages.ts';
import { showNote } from './notes/show-note.ts';
import { takePendingTags } from './paste/pending-tags.ts';
import { keepScroll } from './review-panel/form.ts';
import { showReview } from './review-panel/show-review.tsx';
import { reviewDraft, toDraftFile } from './review-draft.ts';

/** What Decap hands to a listener, of which we use the collection's name, the path and the values. */
type Draft = Parameters<CmsEventListener['handler']>[0]['entry'];

/**
 * Decap's `preSave` listener: makes the certain repairs, in the form too, says what they were, lists what a
 * person has to decide, and stops a save that would store an error.
 */
export const toPreSave =
  (getSite: () => SiteKnowledge) =>
  ({ entry }: { entry: Draft }): unknown => {
    const collection = getDraftCollection();
    // Only the form's entry has this mark. One that is taken back from the site comes from there, after it was
    // taken down: stopped now, it would be nowhere.
    const isOfForm = typeof entry.get('newRecord') === 'boolean';
    if (collection === undefined || !isOfForm) return undefined;
    const data = (entry.get('data') as { toJS(): Values }).toJS();
    const file = toDraftFile(collection, data, entry.get('path'));
    const tagged = takePendingTags(collection, data);
    const { values, repairs, items } = reviewDraft(collection, tagged, file, getSite());
    const isChanged = tagged !== data || repairs.length > 0;
    if (isChanged) {
      keepScroll(() => {
        replaceDraftData(values);
      });
    }
    if (repairs.length > 0) showNote({ title: messages.repaired, lines: summarize(repairs) });
    showReview(items);
    const errors = items.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) throw new EditorError(messages.review.stopped(errors.length));
    return isChanged ? getDraftData() : undefined;
  };
