import { kindLabels } from '../../review/index.ts';
import { EditorError } from '../editor-error.ts';
import { messages } from '../locale/messages.ts';
import type { Desk } from './desk.ts';
import type { Pull } from './pulls.ts';
import { isNotFound } from './server-error.ts';

/**
 * The version from which the last draft of an entry was made, when that draft was discarded: what the form then
 * still holds of it counts as the editor's own words. Undefined: it was published, or there was none.
 */
export async function findDiscarded(
  { repository }: Desk,
  past: readonly Pull[],
  main: string,
): Promise<string | undefined> {
  const [last] = past.toSorted((a, b) => b.number - a.number);
  if (last === undefined || typeof last.merged_at === 'string') return undefined;
  try {
    return (await repository.compare(main, last.head.sha)).mergeBase;
  } catch (error) {
    // The branch of a discarded draft is deleted; not every server keeps its commits.
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

/** @throws EditorError when somebody asked to change the address of this entry: there, its file is another */
export async function assertNotRenaming({ pulls }: Desk, path: string): Promise<void> {
  const renaming = (await pulls.list('open')).find(
    ({ labels, body }) =>
      labels.some(({ name }) => name === kindLabels.rename.name) && (body ?? '').includes(`\`${path}\``),
  );
  if (renaming !== undefined) throw new EditorError(messages.save.isRenaming(renaming.number));
}
