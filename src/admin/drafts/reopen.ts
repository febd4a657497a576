import { loadUnpublishedEntry } from 'decap-cms-core/dist/esm/actions/editorialWorkflow.js';
import { store } from 'decap-cms-core/dist/esm/redux/index.js';
import { navigateToEntry } from 'decap-cms-core/dist/esm/routing/history.js';

/** Reads a stored draft into its form again, as Decap does after a save. A new one goes to its own address. */
export async function reopen(collectionName: string, slug: string, isNew: boolean): Promise<void> {
  const collection = store.getState().collections.get(collectionName);
  if (collection === undefined) return;
  await store.dispatch(loadUnpublishedEntry(collection, slug));
  if (isNew) navigateToEntry(collectionName, slug);
}
