import {
  type Collection,
  isFolder,
  serializeEntry,
  toWidgets,
  type Values,
} from '../../content-schema/index.ts';
import {
  checkSource,
  type DeskFinding,
  type Repair,
  repairValues,
  type SiteKnowledge,
} from '../copy-desk/index.ts';

import { EditorError } from './editor-error.ts';
import { getUnreadable } from './formats.ts';
import { messages } from './locale/messages.ts';

/** A finding as the panel shows it. */
export interface ReviewItem {
  readonly severity: DeskFinding['severity'];
  /** The key of the form's field; absent when it is the whole file. */
  readonly field?: string;
  /** What the form calls it. */
  readonly label?: string;
  /** The line of the text, for what stands in the body. */
  readonly excerpt?: string;
  readonly message: string;
  readonly hint: string;
}

export interface Review {
  /** As they will be stored: with every certain repair made. */
  readonly values: Values;
  readonly repairs: readonly Repair[];
  readonly items: readonly ReviewItem[];
}

/**
 * What the copy desk makes of the values of a form: repaired, and with the findings that `npm run check` has
 * on the file that they become, in its words and its order.
 * @throws EditorError for a file that cannot be read, which has to stay as it is
 */
export function reviewDraft(
  collection: Collection,
  values: Values,
  file: string,
  site: SiteKnowledge,
): Review {
  const unreadable = getUnreadable(values);
  if (unreadable !== undefined) throw new EditorError(messages.unreadable.refusal(unreadable.reason));
  const repaired = repairValues(collection, values, file, site);
  const source = serializeEntry(collection, repaired.values);
  const lines = source.split('\n');
  const findings = checkSource(collection, source, file, site);
  const items = findings.map((finding) => toItem(collection, finding, lines));
  return { ...repaired, items: items.filter((item, index) => !isRepeated(item, items.slice(0, index))) };
}

/** The same words about the same line help nobody. */
const isRepeated = (item: ReviewItem, before: readonly ReviewItem[]): boolean =>
  before.some((other) => JSON.stringify(other) === JSON.stringify(item));

function toItem(collection: Collection, finding: DeskFinding, lines: readonly string[]): ReviewItem {
  const { severity, field, location, message, hint } = finding;
  const [name] = field?.split('.') ?? [];
  const label = toWidgets(collection.fields).find((widget) => widget.name === name)?.label;
  const line = name === 'body' ? lines[location.line - 1]?.trim() : undefined;
  return {
    severity,
    message,
    hint,
    ...(field === undefined ? {} : { field }),
    ...(label === undefined ? {} : { label }),
    ...(line === undefined || line === '' ? {} : { excerpt: line }),
  };
}

/** Where the values of a form are or will be stored. `path` is that of an entry which has a file. */
export function toDraftFile(collection: Collection, values: Values, path: unknown): string {
  if (!isFolder(collection)) return collection.file;
  if (typeof path === 'string' && path !== '') return path;
  const slug = toSlug(values[collection.identifier]);
  const day = collection.slug.startsWith('{{fields.date') ? `${String(values['date']).slice(0, 10)}-` : '';
  return `${collection.folder}/${day}${slug}.mdx`;
}

/** As Decap makes it of a title, with the settings of content-schema/decap-config.ts. */
const toSlug = (title: unknown): string =>
  (typeof title === 'string' ? title : '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9._~]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
