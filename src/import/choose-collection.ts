import {
  type Collection,
  collections,
  type FolderCollection,
  isFolder,
  toWidgets,
  type Values,
} from '../../content-schema/index.ts';
import type { DecapConfig } from './decap-config.ts';
import type { Mappings } from './mappings.ts';

/** Into which collection a document goes, or why into none (Spanish). */
export type Choice = { readonly collection: FolderCollection } | { readonly reason: string };

const required = (collection: Collection): string[] =>
  Object.entries(collection.fields)
    .filter(([, { schema }]) => !schema.safeParse(undefined).success)
    .map(([key]) => key);

/**
 * Chooses the collection of a document: the one that `--map` says for its folder, the one of the same name, or
 * posts where all but one of the keys are there that a post must have. (The other collections ask for too little to
 * be known by their keys.)
 * @param folders names of the folder in which it is, the file system's and Decap's
 */
export function chooseCollection(folders: readonly string[], values: Values, mappings: Mappings): Choice {
  if (values['draft'] === true || values['published'] === false) {
    return { reason: 'Es un borrador: en el sitio anterior no estaba publicado.' };
  }
  for (const folder of folders) {
    const name = mappings.collections.get(folder) ?? folder;
    const named = Object.values(collections).find((collection) => collection.name === name);
    if (named !== undefined && isFolder(named)) return { collection: named };
  }
  const { posts } = collections;
  const missing = required(posts).filter((key) => !(key in values));
  if (missing.length <= 1) return { collection: posts };
  const labels = new Map(toWidgets(posts.fields).map(({ name, label }) => [name, label]));
  const names = missing.map((key) => `${labels.get(key) ?? key} («${key}»)`);
  return { reason: `Ninguna colección lo recibe. Para ser un artículo le falta: ${names.join(', ')}.` };
}

/** What Decap calls the collection of a folder; undefined where its configuration does not know the folder. */
export function findDecapCollection(config: DecapConfig, folder: string): string | undefined {
  const path = `/${folder.normalize('NFC')}`;
  const last = path.slice(path.lastIndexOf('/'));
  const inside = config.collections.filter((collection) => `/${collection.folder}`.endsWith(last));
  return (inside.find((collection) => path.endsWith(`/${collection.folder}`)) ?? inside[0])?.name;
}
