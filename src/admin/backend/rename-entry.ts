import {
  type Collection,
  isFreePath,
  serializeEntry,
  toEntryPath,
  toPlainPath,
} from '../../../content-schema/index.ts';
import { EditorError } from '../editor-error.ts';
import { messages } from '../locale/messages.ts';
import { type Desk, toBranch } from './desk.ts';
import { assertNoDraft, findCollection, toPath, toRoute, toTitle } from './entry.ts';
import { toValues } from './merge-texts.ts';
import { requestChange } from './request-change.ts';

/**
 * Asks to give a published entry another address; the old one leads to it. The branch is that of the new slug.
 * @throws EditorError when the slug cannot be, or the entry has a draft
 */
export async function renameEntry(
  desk: Desk,
  { collection: name, slug, newSlug }: { collection: string; slug: string; newSlug: string },
): Promise<{ slug: string }> {
  const collection = findCollection(name);
  const oldAddress = toEntryPath(collection, slug);
  if (oldAddress === undefined || !('aliases' in collection.fields)) {
    throw new EditorError(messages.request.noAlias);
  }
  const wanted = newSlug.trim().normalize('NFC');
  if (!isSlug(collection, wanted)) throw new EditorError(messages.request.badSlug);
  const [from, to] = [toPath(collection, slug), toPath(collection, wanted)];
  const { repository } = desk;
  const main = await repository.readMain();
  const [source, taken] = await Promise.all([
    repository.readFile(main, from),
    wanted === slug || repository.readFile(main, to),
    assertNoDraft(desk, name, slug),
  ]);
  if (source === undefined) throw new EditorError(messages.request.notPublished);
  if (taken !== undefined) throw new EditorError(messages.request.takenSlug);
  await requestChange(desk, {
    kind: 'rename',
    branch: toBranch(name, wanted),
    name: toTitle(collection, source),
    lines: messages.request.renameLines(from, to),
    route: toRoute(name, wanted),
    main,
    tree: [
      { path: from, sha: null },
      { path: to, content: addAlias(collection, source, oldAddress, toEntryPath(collection, wanted)) },
    ],
  });
  return { slug: wanted };
}

const isSlug = (collection: Collection, slug: string): boolean =>
  /^[\p{Ll}\p{Lo}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{N}]+)*$/u.test(slug) &&
  slug.length <= 150 &&
  isFreePath(toEntryPath(collection, slug) ?? '');

/** The old address leads to the entry; its own does not have to any more. */
function addAlias(collection: Collection, source: string, old: string, own: string | undefined): string {
  const values = toValues(collection, source);
  const known: unknown[] = Array.isArray(values['aliases']) ? values['aliases'] : [];
  const others = known.filter((alias) => ![old, own].includes(toPlainPath(String(alias))));
  return serializeEntry(collection, { ...values, aliases: [...others, `/${old}/`] });
}
