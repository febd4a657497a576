import {
  collections,
  EntryError,
  isFreePath,
  isRoute,
  parseEntry,
  toEntryPath,
  toPlainPath,
} from '../../content-schema/index.ts';
import type { SiteKnowledge, Upload } from '../copy-desk/index.ts';
import { toTopicId } from '../site/topics.ts';
import { readCache, writeCache } from './cache.ts';
import { type Content, type EntryFile, openContent } from './content.ts';
import { measureUpload } from './upload.ts';

/** What rules need to know of a site, as data that can be sent to another thread. */
export interface SiteFacts {
  readonly url: string;
  readonly timeZone: string;
  readonly now: Date;
  /** By site path, NFC. */
  readonly uploads: ReadonlyMap<string, Upload>;
  /** Paths of entries, their aliases and topics: decoded, NFC, without slashes at their ends. */
  readonly pages: ReadonlySet<string>;
}

export interface KnowledgeOptions {
  /** A commit; default: the files of the work tree, or main of a bare repository. */
  readonly revision?: string;
  /** Default: the present moment. */
  readonly now?: Date;
  /** Folder, made if need be, that remembers what files were like, by the sha of their blob. Default: none. */
  readonly cacheDir?: string;
}

/** Site knowledge in which every member is there. */
export type FullKnowledge = Required<SiteKnowledge>;

/**
 * Everything that the rules of the copy desk may ask about the content in a folder: its settings (with
 * stand-ins where the file lacks them), what every upload is like, and which pages there are. It is a snapshot:
 * whoever adds files asks again or wraps `findUpload` and `hasPage`.
 * @param dir a work tree or a bare repository
 * @throws Error in English when there is no content
 */
export async function loadKnowledge(dir: string, options: KnowledgeOptions = {}): Promise<FullKnowledge> {
  const content = await openContent(dir, options.revision);
  try {
    return toKnowledge(await loadFacts(content, options));
  } finally {
    await content.close();
  }
}

/** Site knowledge of these facts. */
export const toKnowledge = ({ url, timeZone, now, uploads, pages }: SiteFacts): FullKnowledge => ({
  url,
  timeZone,
  now,
  findUpload: (path) => uploads.get(path.normalize('NFC')),
  hasPage(path) {
    const plain = toPlainPath(path);
    return isRoute(plain) || pages.has(plain);
  },
});

/** Reads the facts from content that is open. */
export async function loadFacts(
  content: Content,
  { now = new Date(), cacheDir }: Omit<KnowledgeOptions, 'revision'> = {},
): Promise<SiteFacts> {
  const [settings, uploads, pages] = await Promise.all([
    readSettings(content),
    measureUploads(content, cacheDir),
    findPages(content),
  ]);
  return { ...settings, now, uploads, pages };
}

const { url, timeZone } = collections.site.schema.shape;

/** The settings that rules ask for; other content must be checked even where they are wrong. */
async function readSettings(content: Content): Promise<Pick<SiteFacts, 'url' | 'timeZone'>> {
  const file = content.entries.find(({ collection }) => collection === collections.site);
  const values = file === undefined ? {} : parseHead(file, (await content.readText(file)) ?? '');
  return {
    url: url.safeParse(values['url']).data ?? 'https://site.invalid',
    timeZone: timeZone.safeParse(values['timeZone']).data ?? 'UTC',
  };
}

/** The values of an entry without its body; none where its form is wrong. */
function parseHead({ collection, path }: EntryFile, source: string): Readonly<Record<string, unknown>> {
  try {
    return parseEntry(collection, toHead(source), path).values;
  } catch (error) {
    if (error instanceof EntryError) return {};
    throw error;
  }
}

const toHead = (source: string): string =>
  /^\uFEFF?---[ \t]*\r?\n[\s\S]*?\n---[ \t]*\r?\n/u.exec(source)?.[0] ?? source;

/** The texts of a list at the top level of the front matter; the rest of it, which takes time, is not parsed. */
function parseList(file: EntryFile, source: string, field: string): string[] {
  const lines = new RegExp(`^["']?${field}["']?:.*\\n(?:-?[ \\t].*\\n)*`, 'mu').exec(toHead(source))?.[0];
  const list = lines === undefined ? [] : parseHead(file, `---\n${lines}---\n`)[field];
  return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
}

async function findPages(content: Content): Promise<Set<string>> {
  const pages = new Set<string>();
  const add = (path: string): void => {
    if (isFreePath(path)) pages.add(path);
  };
  for (const { collection, id } of content.entries) {
    // What an editor wrote about a topic is a page only where posts have it.
    if (collection !== collections.topics) add(toEntryPath(collection, id) ?? '');
  }
  const posts = content.entries.filter(({ collection }) => 'aliases' in collection.fields);
  await forEach(posts, async (post) => {
    const source = (await content.readText(post)) ?? '';
    for (const alias of parseList(post, source, 'aliases')) add(toPlainPath(alias));
    for (const topic of parseList(post, source, 'tags').map(toTopicId)) {
      if (topic !== '') add(toPlainPath(`${collections.topics.path}${topic}`));
    }
  });
  return pages;
}

/** Change it when what `measureUpload` answers changes. */
const cacheName = 'uploads-1.json';

async function measureUploads(content: Content, cacheDir: string | undefined): Promise<Map<string, Upload>> {
  const known = await readCache<Upload>(cacheDir, cacheName);
  const uploads = new Map<string, Upload>();
  const fresh: Record<string, Upload> = {};
  await forEach([...content.uploads], async ([path, file]) => {
    const upload = known[file.sha] ?? (await measureUpload(await content.read(file)));
    uploads.set(path, upload);
    fresh[file.sha] = upload;
  });
  await writeCache(cacheDir, cacheName, fresh);
  return uploads;
}

const atOnce = 8;

async function forEach<T>(items: readonly T[], action: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const item of queue) await action(item);
    }),
  );
}
