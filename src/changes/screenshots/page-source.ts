import {
  type Collection,
  type CollectionName,
  collections,
  EntryError,
  isFolder,
  mediaFolder,
  parseEntry,
  publicFolder,
  toEntryId,
  type Values,
} from '../../../content-schema/index.ts';
import type { Repository } from '../../git/index.ts';
import type { PageInput, PreviewContext } from '../../on-demand/index.ts';
import type { Version } from '../../review/report/index.ts';
import { toPicture } from './to-picture.ts';

type Assets = NonNullable<PageInput['assets']>;

/** Everything of one commit that the pages of its entries are rendered from. */
export interface PageSource {
  toRequest(collection: Collection, version: Version): Promise<PageInput>;
}

const uploads = new RegExp(`${publicFolder.replace(/\/[^/]*$/u, '')}/[^\\s"'<>()[\\]{}]+`, 'gu');

/** Reads settings, authors and topics of a commit. @throws EntryError where they cannot be read */
export async function openPageSource(repository: Repository, commit: string): Promise<PageSource> {
  const readAll = (collection: Collection): Promise<{ id: string; values: Values }[]> =>
    readEntries(repository, commit, collection);
  const [settings, authors, topics] = await Promise.all(
    [collections.site, collections.authors, collections.topics].map(readAll),
  );
  const context = {
    site: collections.site.schema.parse(settings?.[0]?.values),
    authors: (authors ?? []).flatMap(({ id, values }) => {
      const { data } = collections.authors.schema.safeParse(values);
      return data === undefined ? [] : [{ id, data }];
    }),
    topics: (topics ?? []).map(({ id, values }) => ({ id, name: String(values['name']) })),
    images: {},
  } satisfies PreviewContext;
  const shared = JSON.stringify([context.site, context.authors]);
  return {
    async toRequest({ name }, { id, values }) {
      const assets: Assets = {};
      const named = `${JSON.stringify(values)} ${shared}`.normalize('NFC').match(uploads) ?? [];
      for (const path of new Set(named)) {
        const picture = await readUpload(repository, commit, path);
        if (picture !== undefined) assets[path] = picture;
      }
      // Dates and other values as JSON has them, as a form sends them.
      return { collection: name as CollectionName, id, values, context, assets, theme: 'light', marks: true };
    },
  };
}

async function readEntries(
  repository: Repository,
  commit: string,
  collection: Collection,
): Promise<{ id: string; values: Values }[]> {
  const folder = isFolder(collection) ? collection.folder : collection.file.replace(/\/[^/]*$/u, '');
  const files = (await repository.listTree(commit, folder)).map((file) => ({
    path: `${folder}/${file.path}`,
    sha: file.sha,
  }));
  const entries: { id: string; values: Values }[] = [];
  for (const { path, sha } of files) {
    const id = toEntryId(collection, path);
    if (id === undefined) continue;
    const source = (await repository.readBlob(sha)).toString('utf8');
    try {
      entries.push({ id: id.normalize('NFC'), values: parseEntry(collection, source, path).values });
    } catch (error) {
      // An author that cannot be read is on no page.
      if (!(error instanceof EntryError)) throw error;
    }
  }
  return entries;
}

async function readUpload(
  repository: Repository,
  commit: string,
  sitePath: string,
): Promise<Assets[string] | undefined> {
  const path = mediaFolder.slice(0, mediaFolder.length - publicFolder.length) + sitePath;
  const sha = await repository.resolve(`${commit}:${path}`);
  return sha === undefined ? undefined : toPicture(await repository.readBlob(sha));
}
