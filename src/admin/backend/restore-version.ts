import { type Collection, mediaFolder, serializeEntry } from '../../../content-schema/index.ts';
import { EditorError } from '../editor-error.ts';
import { messages } from '../locale/messages.ts';
import { type Desk, toBranch } from './desk.ts';
import { assertNoDraft, findCollection, toPath, toRoute, toTitle } from './entry.ts';
import { toValues } from './merge-texts.ts';
import { namesUpload } from './named-uploads.ts';
import type { Repository, TreeEntry } from './repository.ts';
import { requestChange } from './request-change.ts';

/**
 * Asks to go back to an earlier version of an entry, with the images that it names. Addresses that lead to the
 * entry now go on doing so.
 * @param version of `listVersions`
 * @throws EditorError when the entry has a draft, or the version is the published one
 */
export async function restoreVersion(
  desk: Desk,
  { collection: name, slug, version }: { collection: string; slug: string; version: string },
): Promise<void> {
  const collection = findCollection(name);
  const path = toPath(collection, slug);
  const { repository } = desk;
  const main = await repository.readMain();
  const [earlier, published] = await Promise.all([
    repository.readFile(version, path),
    repository.readFile(main, path),
    assertNoDraft(desk, name, slug),
  ]);
  if (earlier === undefined) throw new EditorError(messages.request.noVersion);
  const text = keepAliases(collection, earlier, published);
  if (text === published) throw new EditorError(messages.request.sameVersion);
  await requestChange(desk, {
    kind: 'restore',
    branch: toBranch(name, slug),
    name: toTitle(collection, text),
    lines: messages.request.restoreLines(version),
    route: toRoute(name, slug),
    main,
    tree: [{ path, content: text }, ...(await findLostUploads(repository, text, version, main))],
  });
}

function keepAliases(collection: Collection, earlier: string, published: string | undefined): string {
  if (published === undefined || !('aliases' in collection.fields)) return earlier;
  const values = toValues(collection, earlier);
  const toList = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
  const had = toList(values['aliases']);
  const missing = toList(toValues(collection, published)['aliases']).filter((alias) => !had.includes(alias));
  if (missing.length === 0) return earlier;
  return serializeEntry(collection, { ...values, aliases: [...had, ...missing] });
}

/** The uploads that the text names, the version had and main has not any more. */
async function findLostUploads(
  repository: Repository,
  text: string,
  version: string,
  main: string,
): Promise<TreeEntry[]> {
  const [then, now] = await Promise.all([
    repository.listFolder(version, mediaFolder),
    repository.listFolder(main, mediaFolder),
  ]);
  return [...then]
    .filter(([path]) => !now.has(path) && namesUpload(text, path))
    .map(([path, sha]) => ({ path, sha }));
}
