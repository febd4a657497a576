import { compareWords, type Part, replaceText } from '../compare-words.ts';
import { toFileName } from './compare-body.ts';
import { condense } from './condense.ts';
import { describeBody } from './describe-body.ts';
import { messages } from './messages.ts';
import type { EntryReport, ItemChange, Link } from './types.ts';

/** One thing that changed, as a list shows it. */
export interface Row {
  readonly kind: 'added' | 'removed' | 'changed' | 'moved' | 'format';
  /** Where: «Título», «Párrafo 3», the name of a file. */
  readonly label: string;
  /** What it was and is; long passages that stayed are cut. */
  readonly parts: readonly Part[];
  /** Whole sentences: from where it was moved, what it looks like now. */
  readonly notes: readonly string[];
  /** Index in `BodyChange.blocks`, where it is about one. */
  readonly block?: number;
}

/** Rows of one sort: «Datos», «Texto», «Imágenes»… */
export interface Section {
  readonly name: string;
  readonly rows: readonly Row[];
}

/** What changed in an entry, in words: the sections that have something to tell. Corrections come first. */
export function describeEntry(entry: EntryReport): Section[] {
  const { sections, keys } = messages;
  const { fields, corrections, images, links, embeds, downloads } = entry;
  const address = ({ before, after }: NonNullable<Pick<EntryReport, 'before' | 'after'>>): Row[] =>
    entry.kind !== 'renamed' || before === undefined || after === undefined
      ? []
      : [{ kind: 'changed', label: messages.address, parts: compareWords(before.id, after.id), notes: [] }];
  const all: Section[] = [
    {
      name: sections.corrections,
      rows: corrections.map(({ kind, date, parts }) => ({
        kind,
        label: date,
        parts: condense(parts),
        notes: [],
      })),
    },
    {
      name: sections.fields,
      rows: [
        ...address(entry),
        ...fields.map(({ kind, label, parts }) => ({
          kind,
          label,
          parts: condense(parts.map(shortenPart)),
          notes: [],
        })),
      ],
    },
    { name: sections.text, rows: describeBody(entry.body) },
    {
      name: sections.images,
      rows: images.flatMap((change) =>
        describeItem(
          change,
          ({ image }) => toFileName(image),
          ({ alt }) => alt || messages.withoutAlt,
          keys,
        ),
      ),
    },
    {
      name: sections.links,
      rows: links.flatMap(describeLink),
    },
    {
      name: sections.embeds,
      rows: embeds.flatMap((change) =>
        describeItem(
          change,
          ({ title, url }) => title || url,
          ({ url }) => url,
          keys,
        ),
      ),
    },
    {
      name: sections.downloads,
      rows: downloads.flatMap((change) =>
        describeItem(
          change,
          ({ label, file }) => label || file,
          ({ file }) => toFileName(file),
          keys,
        ),
      ),
    },
  ];
  return all.filter(({ rows }) => rows.length > 0);
}

/** An address that stands in the text by itself is its own text. */
function describeLink({ before, after, ...change }: ItemChange<Link>): Row[] {
  const isBare = [before, after].every((link) => link === undefined || link.text === link.url);
  const changed = isBare ? change.changed.filter((key) => key !== 'text') : change.changed;
  const toName = ({ text }: Link): string => (isBare ? messages.bareLink : text || messages.withoutText);
  const sides = { ...(before && { before }), ...(after && { after }) };
  return describeItem({ ...change, ...sides, changed }, toName, ({ url }) => url, messages.keys);
}

/** One row for what is new or gone, and one for each thing that differs of what changed. */
function describeItem<T extends object>(
  { kind, before, after, changed, block }: ItemChange<T>,
  toName: (item: T) => string,
  toWhat: (item: T) => string,
  keys: Readonly<Record<string, string>>,
): Row[] {
  const item = after ?? before;
  if (item === undefined) return [];
  const label = toName(item);
  if (before === undefined || after === undefined) {
    const what = toWhat(item);
    return [
      {
        kind,
        label,
        parts: what === label ? [] : [{ kind: kind === 'added' ? 'added' : 'removed', text: what }],
        notes: [],
        block,
      },
    ];
  }
  const toText = (value: unknown): string => (typeof value === 'string' ? value : '');
  return changed.map((key) => ({
    kind,
    label: key === 'image' && 'alt' in after ? messages.replaced : `${label}, ${keys[key] ?? key}`,
    parts: condense(compareValues(shorten(toText(before[key])), shorten(toText(after[key])))),
    notes: [],
    block,
  }));
}

/** Of an address or the name of a file nobody reads single words. */
const compareValues = (before: string, after: string): Part[] =>
  /\s/u.test(before + after) ? compareWords(before, after) : replaceText(before, after);

const shortenPart = ({ kind, text }: Part): Part => ({ kind, text: shorten(text) });

/** An uploaded file by its name, everything else as it is. */
const shorten = (value: string): string => (value.startsWith('/assets/') ? toFileName(value) : value);
