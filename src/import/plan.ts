import {
  collections,
  EntryError,
  type Finding,
  type FolderCollection,
  toEntryPath,
  toPlainPath,
  toWidgets,
  type Values,
} from '../../content-schema/index.ts';
import { findCode, type Repair, repairValues, type SiteKnowledge } from '../copy-desk/index.ts';
import { addressKeys, toOldPaths } from './aliases.ts';
import { chooseCollection, findDecapCollection } from './choose-collection.ts';
import type { DecapConfig } from './decap-config.ts';
import { type DocumentFile, readDocument } from './documents.ts';
import { type Leftover, moveLeftovers } from './leftovers.ts';
import { toLocalDate } from './local-date.ts';
import type { Manifest } from './manifest.ts';
import type { Mappings } from './mappings.ts';
import { toEntryName, withoutDay } from './names.ts';

/** A document that becomes an entry: what it says, repaired but for the files it names. */
export interface Plan {
  readonly document: DocumentFile;
  /** Of the bytes of the document. */
  readonly digest: string;
  readonly collection: FolderCollection;
  /** Repository path of the entry. */
  readonly file: string;
  readonly original: Values;
  readonly values: Values;
  readonly repairs: readonly Repair[];
  readonly leftovers: readonly Leftover[];
  readonly aliases: readonly string[];
}

/** A document that becomes none. */
export interface Skipped {
  readonly document: DocumentFile;
  readonly title: string;
  readonly reason: string;
  readonly findings: readonly Finding[];
}

interface Planning {
  readonly mappings: Mappings;
  readonly config: DecapConfig | undefined;
  readonly manifest: Manifest;
  readonly site: SiteKnowledge;
}

/** Decides what becomes of every document. Writes nothing. */
export async function planEntries(
  documents: readonly DocumentFile[],
  planning: Planning,
): Promise<{ readonly plans: readonly Plan[]; readonly skipped: readonly Skipped[] }> {
  const plans: Plan[] = [];
  const skipped: Skipped[] = [];
  const taken = new Set(Object.values(planning.manifest.entries).map(({ file }) => file));
  for (const document of documents) {
    const result = await planEntry(document, planning, taken);
    if ('reason' in result) skipped.push(result);
    else {
      plans.push(result);
      taken.add(result.file);
    }
  }
  return { plans, skipped };
}

async function planEntry(
  document: DocumentFile,
  { mappings, config, manifest, site }: Planning,
  taken: ReadonlySet<string>,
): Promise<Plan | Skipped> {
  let read: Awaited<ReturnType<typeof readDocument>>;
  try {
    read = await readDocument(document);
  } catch (error) {
    if (!(error instanceof EntryError)) throw error;
    const { findings } = error;
    return { document, title: document.name, reason: findings[0]?.message ?? '', findings };
  }
  const { values: original, digest, mdx } = read;
  const title = toText(original['title'] ?? original['name'] ?? original['nombre']) || document.name;
  const code = mdx === undefined ? [] : findCode(collections.pages, mdx, document.key);
  if (code.length > 0) return { document, title, reason: 'Es MDX con código.', findings: code };
  const folders = [document.folder, config && findDecapCollection(config, toFolder(document))];
  const choice = chooseCollection(
    folders.filter((folder) => folder !== undefined),
    original,
    mappings,
  );
  if ('reason' in choice) return { document, title, reason: choice.reason, findings: [] };
  const { collection } = choice;
  const moved = moveLeftovers(collection, original);
  const localized = localizeDates(collection, moved.values, site.timeZone);
  const provisional = toFile(collection, localized, document, new Set());
  const repaired = repairValues(collection, localized, provisional, site);
  const values = localizeDates(collection, repaired.values, site.timeZone);
  const file = manifest.entries[document.key]?.file ?? toFile(collection, values, document, taken);
  const stated = [original['aliases'], ...addressKeys.map((key) => original[key])];
  const now = toPath(collection, file);
  const aliases = toOldPaths({ ...document, stated }, collection, mappings).filter(
    (alias) => toPlainPath(alias) !== now,
  );
  const takesAliases = 'aliases' in collection.fields && aliases.length > 0;
  return {
    document,
    digest,
    collection,
    file,
    original,
    values: takesAliases ? { ...values, aliases } : values,
    repairs: repaired.repairs,
    leftovers: moved.leftovers,
    aliases: takesAliases ? aliases : [],
  };
}

const toText = (value: unknown): string => (typeof value === 'string' ? value : '');

const toFolder = ({ path }: DocumentFile): string => path.replaceAll('\\', '/').replace(/\/[^/]*$/u, '');

const toPath = (collection: FolderCollection, file: string): string | undefined =>
  toEntryPath(collection, file.slice(collection.folder.length + 1, -'.mdx'.length));

/** Moments with the offset of the site's time zone, so that their first ten characters are the local day. */
function localizeDates(collection: FolderCollection, values: Values, timeZone: string): Values {
  const result: Values = { ...values };
  for (const { name, widget } of toWidgets(collection.fields)) {
    const value = values[name];
    if (widget !== 'datetime' || typeof value !== 'string') continue;
    result[name] = toLocalDate(value, timeZone) ?? value;
  }
  return result;
}

/** The file of a new entry, named as the collection's template says; numbered where two would have one name. */
function toFile(
  collection: FolderCollection,
  values: Values,
  document: DocumentFile,
  taken: ReadonlySet<string>,
): string {
  const isDated = collection.slug.includes('fields.date');
  const day = /^\d{4}-\d\d-\d\d/u.exec(toText(values['date']) || document.name)?.[0];
  const title = toText(values[collection.identifier]);
  const fallback = withoutDay(document.name);
  for (let number = 1; ; number++) {
    const name = toEntryName(title, isDated ? day : undefined, fallback, number);
    const file = `${collection.folder}/${name}.mdx`;
    if (!taken.has(file)) return file;
  }
}
