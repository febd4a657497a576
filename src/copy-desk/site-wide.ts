import {
  type Collection,
  collections,
  type Finding,
  type FolderCollection,
  isFolder,
  isFreePath,
  toEntryId,
  toEntryPath,
  toPlainPath,
  type Values,
} from '../../content-schema/index.ts';
import { siteWide } from './messages/site-wide.ts';
import { findNearDuplicates } from './near-duplicates.ts';

/** An entry beside the others of its site. */
export interface SiteEntry {
  readonly collection: Collection;
  /** Repository path. */
  readonly file: string;
  /** As parseEntry gives them. */
  readonly values: Values;
}

/** An entry that has a page. */
interface Page extends SiteEntry {
  readonly collection: FolderCollection;
  readonly id: string;
  /** Decoded, without slashes at its ends. */
  readonly address: string;
}

type Says = Pick<Finding, 'message' | 'hint'>;

const toFinding = (
  rule: string,
  severity: Finding['severity'],
  { file }: Pick<SiteEntry, 'file'>,
  says: Says,
  field?: string,
): Finding => ({
  rule,
  severity,
  // Values do not say on which line they stand; `field` says what is meant.
  location: { file, line: 1, column: 1 },
  ...(field === undefined ? {} : { field }),
  ...says,
});

/**
 * What is wrong with entries beside each other: the same title, slug, text or address, aliases that lead
 * elsewhere, and names that make bad addresses. Every entry of a pair has its finding, and it names the other
 * file. Locations are those of the file (line 1) with the `field` that is meant.
 */
export function checkSite(entries: readonly SiteEntry[]): Finding[] {
  const pages = entries.flatMap((entry) => toPage(entry) ?? []).sort((a, b) => (a.file < b.file ? -1 : 1));
  return [
    ...findSameTitles(pages),
    ...findSameSlugs(pages),
    ...findSameTexts(pages),
    ...findSameAddresses(pages),
    ...findBadAliases(pages),
    ...pages.flatMap(checkSlug),
  ];
}

function toPage({ collection, file, values }: SiteEntry): Page | undefined {
  const id = toEntryId(collection, file)?.normalize('NFC');
  const address = id === undefined ? undefined : toEntryPath(collection, id);
  if (!isFolder(collection) || id === undefined || address === undefined) return undefined;
  return { collection, file, values, id, address };
}

/** Letters and digits alone, in lower case and without accents. */
const toPlain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();

/** The pages that share a key, more than one each; `undefined` is no key. */
function toGroups(pages: readonly Page[], toKey: (page: Page) => string | undefined): Page[][] {
  const groups = new Map<string, Page[]>();
  for (const page of pages) {
    const key = toKey(page);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [page]);
    else group.push(page);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

/** A finding for every page of a group, about the first of the others. */
const toFindings = (
  group: readonly Page[],
  find: (page: Page, other: Page, more: number) => Finding,
): Finding[] =>
  group.flatMap((page) => {
    const other = group[0] === page ? group[1] : group[0];
    return other === undefined ? [] : [find(page, other, group.length - 2)];
  });

function getTitle({ collection, values }: Page): string | undefined {
  const title = values[collection.identifier];
  const plain = typeof title === 'string' ? toPlain(title) : '';
  return plain === '' ? undefined : `${collection.name} ${plain}`;
}

const findSameTitles = (pages: readonly Page[]): Finding[] =>
  toGroups(pages, getTitle).flatMap((group) =>
    toFindings(group, (page, other, more) =>
      toFinding(
        'same-title',
        'warning',
        page,
        siteWide.sameTitle(other.file, more),
        page.collection.identifier,
      ),
    ),
  );

const date = /^\d{4}-\d{2}-\d{2}-/u;

/** Where the titles are the same, that says it already. */
const findSameSlugs = (pages: readonly Page[]): Finding[] =>
  toGroups(pages, ({ collection, id }) =>
    date.test(id) ? `${collection.name} ${toPlain(id.replace(date, ''))}` : undefined,
  )
    .filter((group) => new Set(group.map(getTitle)).size > 1)
    .flatMap((group) =>
      toFindings(group, (page, other, more) =>
        toFinding('same-slug', 'warning', page, siteWide.sameSlug(other.file, more)),
      ),
    );

function findSameTexts(pages: readonly Page[]): Finding[] {
  const others = findNearDuplicates(
    pages.map(({ values: { body } }) => (typeof body === 'string' ? body : '')),
  );
  return pages.flatMap((page, index) => {
    const other = pages[others[index] ?? -1];
    return other === undefined
      ? []
      : [toFinding('same-text', 'warning', page, siteWide.sameText(other.file), 'body')];
  });
}

/** File systems take names that differ in case or in their form of Unicode for one. */
const findSameAddresses = (pages: readonly Page[]): Finding[] => [
  ...toGroups(pages, ({ address }) => address.toLowerCase()).flatMap((group) =>
    toFindings(group, (page, other) =>
      toFinding('same-address', 'error', page, siteWide.sameAddress(other.file)),
    ),
  ),
  ...pages
    .filter(({ address }) => !isFreePath(address))
    .map((page) => toFinding('same-address', 'error', page, siteWide.ownAddress(`/${page.address}/`))),
];

function findBadAliases(pages: readonly Page[]): Finding[] {
  const byAddress = new Map(pages.map((page) => [page.address, page]));
  const holders = new Map<string, Page[]>();
  const aliases = pages.flatMap((page) => {
    const values: unknown = page.values['aliases'];
    const texts = Array.isArray(values)
      ? values.map((value: unknown) => (typeof value === 'string' ? value : ''))
      : [];
    return texts.flatMap((alias, index) =>
      alias === '' ? [] : [{ page, alias, index, path: toPlainPath(alias) }],
    );
  });
  for (const { page, path } of aliases) {
    const held = holders.get(path) ?? [];
    if (!held.includes(page)) holders.set(path, [...held, page]);
  }
  return aliases.flatMap(({ page, alias, index, path }) => {
    const target = byAddress.get(path);
    const other = holders.get(path)?.find((holder) => holder !== page);
    const field = `aliases.${String(index)}`;
    const find = (severity: Finding['severity'], says: Says): Finding[] => [
      toFinding('alias', severity, page, says, field),
    ];
    if (target === page) return find('warning', siteWide.aliasIsOwn(alias));
    if (target !== undefined) return find('error', siteWide.aliasIsPage(alias, target.file));
    if (!isFreePath(path)) return find('error', siteWide.aliasIsRoute(alias));
    return other === undefined ? [] : find('error', siteWide.aliasTwice(alias, other.file));
  });
}

const longest = 80;

/** Old addresses are what they are: warnings. */
function checkSlug(page: Page): Finding[] {
  const slug = page.id.replace(date, '');
  const findings: Finding[] = [];
  if (!/^[a-z\d]+(?:-[a-z\d]+)*$/u.test(page.id)) {
    findings.push(toFinding('slug-name', 'warning', page, siteWide.slugName(page.id)));
  }
  const { length } = [...slug];
  if (length > longest) findings.push(toFinding('slug-length', 'warning', page, siteWide.slugLength(length)));
  return findings;
}

/**
 * What is wrong with the files of a content folder: those that are entries of no collection (dot files aside),
 * and settings that are not there.
 * @param files every path below src/content
 */
export function checkFiles(files: readonly string[]): Finding[] {
  const isStray = (file: string): boolean =>
    !/(?:^|\/)\./u.test(file) &&
    Object.values(collections).every((collection) => toEntryId(collection, file) === undefined);
  const settings = collections.site;
  return [
    ...(files.includes(settings.file)
      ? []
      : [toFinding('settings-missing', 'error', settings, siteWide.noSettings)]),
    ...files.filter(isStray).map((file) => toFinding('stray-file', 'warning', { file }, siteWide.stray)),
  ];
}
