import { EditorError } from '../editor-error.ts';
import { messages } from '../locale/messages.ts';
import { type Desk, toBranch } from './desk.ts';
import { assertNoDraft, findCollection, toRoute } from './entry.ts';
import { requestChange } from './request-change.ts';

/** Asks to take down a published entry. @throws EditorError when it has a draft or is not published */
export async function removeEntry(
  desk: Desk,
  { collection, slug, path, title }: { collection: string; slug: string; path: string; title: string },
): Promise<void> {
  await assertNoDraft(desk, collection, slug);
  const main = await desk.repository.readMain();
  const isPublished = (await desk.repository.readFile(main, path)) !== undefined;
  if (!isPublished) throw new EditorError(messages.request.notPublished);
  await requestChange(desk, {
    kind: 'remove',
    branch: toBranch(findCollection(collection).name, slug),
    name: title,
    lines: messages.request.removeLines(path),
    route: toRoute(collection, slug),
    main,
    tree: [{ path, sha: null }],
  });
}
