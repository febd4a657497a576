import {
  type Collection,
  collections,
  EntryError,
  type Finding,
  isFolder,
  parseEntry,
  type ParsedEntry,
  toEntryId,
  type Values,
} from '../../content-schema/index.ts';
import { checkParsed, type SiteKnowledge } from '../copy-desk/index.ts';
import type { FullKnowledge } from './knowledge.ts';

/** A finding, without the repair that it may have. */
export interface CheckFinding extends Finding {
  /** `--fix` repairs it. */
  readonly repairable: boolean;
}

/** What the check of an entry asked about the site, and what it was told. */
export interface Answers {
  /** By path, as JSON; null: there is no such file. */
  readonly uploads: Readonly<Record<string, string>>;
  readonly pages: Readonly<Record<string, boolean>>;
  /** It asked for the present moment. */
  readonly now: boolean;
}

/** Everything that is known of an entry file once it has been read. */
export interface CheckedEntry {
  /** Undefined: its form cannot be read. */
  readonly values?: Values;
  /** Where the values stand that entries are compared by: the one that names it, its body, its aliases. */
  readonly places: Readonly<Record<string, { readonly line: number; readonly column: number }>>;
  /** Moments that it names, in milliseconds. */
  readonly moments: readonly number[];
  /** Absent when only its values were asked for. */
  readonly checked?: { readonly findings: readonly CheckFinding[]; readonly answers: Answers };
}

export interface CheckTask {
  readonly file: string;
  /** Undefined: it is not UTF-8. */
  readonly source: string | undefined;
  /** Only its values are needed. */
  readonly valuesOnly: boolean;
}

/** A function that reads and checks one entry file after the other. */
export function createEntryCheck(site: FullKnowledge): (task: CheckTask) => CheckedEntry {
  const { asked, listen } = overhear(site);
  return ({ file, source, valuesOnly }) => {
    const collection = Object.values(collections).find((one) => toEntryId(one, file) !== undefined);
    if (collection === undefined) throw new Error(`${file} is no entry of a collection.`);
    if (source === undefined) return toUnreadable([toNoUtf8(file)]);
    let parsed: ParsedEntry;
    try {
      parsed = parseEntry(collection, source, file);
    } catch (error) {
      if (error instanceof EntryError) return toUnreadable(error.findings);
      throw error;
    }
    const entry = {
      values: parsed.values,
      places: toPlaces(collection, parsed),
      moments: (source.match(/\d{4}-\d{2}-\d{2}(?:[T ][\d:.]+(?:Z|[+-][\d:]+)?)?/gu) ?? [])
        .map((date) => Date.parse(date))
        .filter((moment) => !Number.isNaN(moment)),
    };
    if (valuesOnly) return entry;
    const answers = listen();
    const findings = checkParsed(collection, source, file, asked, parsed).map(({ edits, ...finding }) => ({
      ...finding,
      repairable: finding.rule === 'file-form' || (edits !== undefined && edits.length > 0),
    }));
    return { ...entry, checked: { findings, answers } };
  };
}

const noAnswers: Answers = { uploads: {}, pages: {}, now: false };

const toUnreadable = (findings: readonly Finding[]): CheckedEntry => ({
  places: {},
  moments: [],
  checked: { findings: findings.map((finding) => ({ ...finding, repairable: false })), answers: noAnswers },
});

const toNoUtf8 = (file: string): Finding => ({
  rule: 'file-encoding',
  severity: 'error',
  location: { file, line: 1, column: 1 },
  message: 'El archivo no está escrito en UTF-8.',
  hint: 'Ábrelo en un editor de texto y guárdalo con la codificación UTF-8.',
});

/** Where the values stand that entries are compared by. */
function toPlaces(collection: Collection, { values, locate }: ParsedEntry): CheckedEntry['places'] {
  const aliases: unknown = values['aliases'];
  const paths = [
    ...(isFolder(collection) ? [[collection.identifier]] : []),
    ['body'],
    ...(Array.isArray(aliases) ? aliases.map((_, index) => ['aliases', index]) : []),
  ];
  return Object.fromEntries(paths.map((path) => [path.join('.'), locate(path)]));
}

interface Notebook extends Answers {
  readonly uploads: Record<string, string>;
  readonly pages: Record<string, boolean>;
  now: boolean;
}

/**
 * The same knowledge, which notes what it is asked; `listen` begins a new page. It is one object for all entries:
 * rules keep by it what they made of the site.
 */
function overhear(site: FullKnowledge): { asked: SiteKnowledge; listen: () => Answers } {
  let answers: Notebook = { uploads: {}, pages: {}, now: false };
  const asked: SiteKnowledge = {
    url: site.url,
    timeZone: site.timeZone,
    get now() {
      answers.now = true;
      return site.now;
    },
    findUpload(path) {
      const upload = site.findUpload(path);
      answers.uploads[path] = JSON.stringify(upload ?? null);
      return upload;
    },
    hasPage: (path) => (answers.pages[path] = site.hasPage(path)),
  };
  return { asked, listen: () => (answers = { uploads: {}, pages: {}, now: false }) };
}

const day = 24 * 3_600_000;

/**
 * Would the check of an entry be told the same today? Of the present moment it matters on which side of the
 * entry's own moments it is, with a day's margin for time zones.
 * @param then the present moment of the check
 */
export function isStillTrue(
  { uploads, pages, now }: Answers,
  moments: readonly number[],
  then: Date,
  site: FullKnowledge,
): boolean {
  const [from, to] = [then.getTime(), site.now.getTime()].sort((a, b) => a - b);
  const isSettled = (moment: number): boolean =>
    from === to || moment < (from ?? 0) - day || moment > (to ?? 0) + day;
  return (
    (!now || moments.every(isSettled)) &&
    Object.entries(uploads).every(([path, told]) => JSON.stringify(site.findUpload(path) ?? null) === told) &&
    Object.entries(pages).every(([path, told]) => site.hasPage(path) === told)
  );
}
